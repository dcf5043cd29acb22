import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../../src/domain/decision';
import { answerBridge, resetBridge } from '../../../../support/bridge';
import { answerJira, NOBODY, payloadsOf } from '../../../support/app';
import { candidate } from '../items';
import { showKill } from '../site';
import { decided, draftEntry, viewOf } from './decisions';

beforeEach(resetBridge);

type Fate = 'open' | 'closed' | 'gone';

/** The tab with this draft; its items are open unless said. */
function showDraft(
  entries: readonly DraftEntry[],
  { fates = {}, records = [] }: { fates?: Record<string, Fate>; records?: DecisionView[] } = {},
) {
  answerBridge('getContext', () => ({
    moduleKey: 'ladder-page',
    accountId: 'ann',
    siteUrl: 'https://shop.example',
    extension: {},
  }));
  const shown = showKill({
    issues: [candidate(1)],
    draft: { at: 5, entries: [...entries] },
    records,
  });
  answerJira((url) => {
    if (url.pathname.endsWith('/user/bulk')) return NOBODY;
    const [, id = '', rest] = /issue\/(\d+)(\/\w+)?$/.exec(url.pathname) ?? [];
    const fate = fates[id] ?? 'open';
    if (fate === 'gone') return null;
    const done = { id: '13', name: 'Won’t Do', statusCategory: { key: 'done' } };
    if (rest === '/transitions')
      return { body: { transitions: [{ id: '5', name: 'End', to: done }] } };
    const status =
      fate === 'closed' ? done : { id: '11', name: 'To Do', statusCategory: { key: 'new' } };
    const fields = { status, resolution: null, project: { id: '10', key: 'SHOP' } };
    return { body: { id, key: `SHOP-${id}`, fields } };
  });
  return shown;
}

const preview = async (count: number) => {
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: `Apply ${count}` });
  await waitFor(() => expect(button.disabled).toBe(false));
  fireEvent.click(button);
  return screen.findByRole('list', { name: 'What will happen, item by item' });
};

const park = (id: string, until = '2027-03-01') => draftEntry(id, { kind: 'park', until });
const told = () => screen.findByRole('list', { name: 'What became of each item' });

test('the preview promises nothing about an item that is closed or gone, and tells keeping from parking', async () => {
  const keep = draftEntry('5', { kind: 'keep', until: '2027-03-01' });
  showDraft([draftEntry('2'), draftEntry('3'), draftEntry('4'), keep, park('6')], {
    fates: { 2: 'closed', 3: 'gone' },
  });
  const list = await preview(5);
  await waitFor(() => expect(list.textContent).toContain('Goes to Won’t Do'));
  const [closed, gone, open, kept, parked] = within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(closed).toContain('Nothing will be done: it is closed.');
  expect(gone).toContain('Nothing will be done: it was deleted');
  expect(open).toContain('Goes to Won’t Do');
  expect(kept).toContain('Stays open and off the agenda until Mar 1, 2027');
  expect(parked).toContain('Rests until Mar 1, 2027');
  // Counted and listed is what will be done.
  expect(screen.getByRole('button', { name: 'Apply 3 now' })).toBeTruthy();
  expect(screen.getByText('This will happen to 3 items')).toBeTruthy();
  expect(screen.getByText('Killed items get one comment under your name:')).toBeTruthy();
  fireEvent.click(within(list).getByRole('button', { name: 'Take SHOP-3 out of the draft' }));
  await waitFor(() => expect(list.textContent).not.toContain('SHOP-3'));
});

test('what has changed and is still open can be decided on so before anything is applied', async () => {
  const changed = { ...park('2'), seen: { ...park('2').seen, statusId: '99' } };
  showDraft([changed]);
  const list = await preview(1);
  await waitFor(() => expect(list.textContent).toContain('its status has changed'));
  expect(screen.getByRole('button', { name: 'Apply 0 now' })).toBeTruthy();
  const same = { name: 'Decide so all the same about SHOP-2' };
  fireEvent.click(within(list).getByRole('button', same));
  await screen.findByRole('button', { name: 'Apply 1 now' });
  expect(list.textContent).toContain('Rests until Mar 1, 2027');
});

test('the preview shows each comment, and says that no forum is named', async () => {
  showDraft([draftEntry('2', { reason: 'Too old' }), draftEntry('3', { reason: 'Too big' })]);
  await preview(2);
  expect(screen.getByText('“Ended by decision. Too old”')).toBeTruthy();
  expect(screen.getByText('“Ended by decision. Too big”')).toBeTruthy();
  expect(screen.getByText(/No forum is named yet, so the comments name nobody/)).toBeTruthy();
});

test('a day that is over is said in draft and preview, is not applied, and is changed from there', async () => {
  const user = userEvent.setup();
  const { kept } = showDraft([park('2', '2026-11-21'), park('3')]);
  const list = await preview(2);
  expect(list.textContent).toContain('Nothing will be done: Nov 21, 2026 is over.');
  expect(screen.getByRole('button', { name: 'Apply 1 now' })).toBeTruthy();
  const drafts = screen.getByRole('list', { name: 'Decisions that are not applied yet' });
  expect(drafts.textContent).toContain('This day is over.');
  await user.click(within(drafts).getByRole('button', { name: 'Change the day of SHOP-2' }));
  await user.click(within(drafts).getByRole('button', { name: '3 months' }));
  await user.click(within(drafts).getByRole('button', { name: 'Decide to park' }));
  expect(drafts.textContent).not.toContain('This day is over.');
  await waitFor(() => expect(kept.draft?.entries[0]?.decision.until).toBe('2027-02-21'));
  expect(payloadsOf('decision.begin')).toEqual([]);
});

test('a refused decision whose day is over offers another day instead of another try', async () => {
  const user = userEvent.setup();
  const { kept } = showDraft([
    { ...park('2', '2026-11-20'), state: 'refused', note: 'Not taken: This day is over.' },
  ]);
  const list = await told();
  expect(within(list).queryByRole('button', { name: 'Try 1 again' })).toBeNull();
  await user.click(within(list).getByRole('button', { name: 'Change the day of SHOP-2' }));
  await user.click(within(list).getByRole('button', { name: '3 months' }));
  await user.click(within(list).getByRole('button', { name: 'Decide to park' }));
  await waitFor(() =>
    expect(kept.draft?.entries[0]).toMatchObject({
      state: 'open',
      decision: { until: '2027-02-21' },
    }),
  );
});

test('of what has changed only an item that is still open can be decided on so, and all go at once', async () => {
  const note = 'Nothing was done: its status has changed.';
  const changed = (id: string): DraftEntry => ({ ...park(id), state: 'changed', note });
  const { kept } = showDraft([changed('2'), changed('3'), changed('4')], {
    fates: { 2: 'closed', 3: 'gone' },
  });
  await screen.findByRole(
    'button',
    { name: 'Decide so all the same about SHOP-4' },
    { timeout: 5_000 },
  );
  for (const key of ['SHOP-2', 'SHOP-3'])
    expect(
      screen.queryByRole('button', { name: `Decide so all the same about ${key}` }),
    ).toBeNull();
  const list = await told();
  expect(list.textContent).toContain('Nothing was done: it is closed.');
  fireEvent.click(screen.getByRole('button', { name: 'Take out 3 that were not done' }));
  await waitFor(() => expect(kept.draft?.entries).toEqual([]));
});

test('what woke or was reopened after it was applied is not called taken back', async () => {
  const past = (how: 'woken' | 'reopened' | 'undone') => [
    { decided: decided(), ended: { how, by: '', at: 9 } },
  ];
  const hows = { 2: 'woken', 3: 'reopened', 4: 'undone' } as const;
  showDraft(
    Object.keys(hows).map((id) => ({ ...park(id), state: 'applied' as const })),
    {
      records: Object.entries(hows).map(([id, how]) => viewOf(id, { now: null, past: past(how) })),
    },
  );
  const list = await told();
  await waitFor(() => expect(list.textContent).toContain('its day has come'));
  const [woken, reopened, undone] = within(list).getAllByRole('listitem');
  expect(woken?.textContent).not.toContain('Taken back');
  expect(reopened?.textContent).toContain('it was reopened in Jira since');
  expect(undone?.textContent).toContain('Taken back');
});
