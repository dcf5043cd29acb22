import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DRAFT_DECISIONS_LIMIT } from '../../../../src/contract/limits';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { answerBridge, resetBridge } from '../../../support/bridge';
import { payloadsOf } from '../../support/app';
import { aDecided, aRecord, candidate, NOW } from './items';
import { showKill } from './site';

beforeEach(resetBridge);

const decide = (name: string) => screen.findByRole('button', { name });
const drafts = () => screen.getByRole('list', { name: 'Decisions that are not applied yet' });

test('a decision goes into the draft by keyboard, is kept, and is taken back for free', async () => {
  const user = userEvent.setup();
  const { kept } = showKill({
    issues: [candidate(1), candidate(2, { points: 5 }), candidate(3)],
    records: [aRecord('2', { rev: 4 })],
  });
  (await decide('Kill SHOP-2')).focus();
  await user.keyboard('k');
  await user.keyboard('2{Enter}');
  expect(drafts().textContent).toContain('Kill: Nobody asks for it any more');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Kill SHOP-3');
  await waitFor(() => expect(kept.draft?.entries).toHaveLength(1));
  expect(kept.draft?.entries[0]).toEqual({
    itemId: '2',
    itemKey: 'SHOP-2',
    seen: {
      statusId: '1',
      flag: { reason: 'aged', since: '2026-11-01' },
      answer: null,
      rev: 4,
    },
    decision: { kind: 'kill', reason: 'Nobody asks for it any more', effort: 5, unit: 'points' },
    state: 'open',
  });
  await user.keyboard('u');
  expect(screen.queryByRole('list', { name: /not applied yet/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Kill SHOP-2' })).toBeDefined();
  await waitFor(() => expect(kept.draft?.entries).toEqual([]));
});

test('parking needs a reason and a day to come, and offers the next meeting', async () => {
  const user = userEvent.setup();
  const forum = { ...DEFAULT_RULES.forum, next: '2026-12-03' };
  showKill({ issues: [candidate(1)], project: { rules: { ...DEFAULT_RULES, forum } } });
  await user.click(await decide('Park SHOP-1'));
  expect(screen.getByLabelText<HTMLInputElement>('Until').value).toBe('2027-02-21');
  fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2026-11-21' } });
  await user.click(screen.getByRole('button', { name: 'Decide to park' }));
  expect(await screen.findByText(/Say why, in a few words/)).toBeDefined();
  expect(screen.getByText(/This day is over/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Next meeting' }));
  await user.type(screen.getByLabelText('Why'), 'Ask Nina 1st');
  await user.keyboard('{Enter}');
  expect(drafts().textContent).toContain('Park until Dec 3, 2026: Ask Nina 1st');
});

test('a reason that is too long says so and is not cut', async () => {
  const user = userEvent.setup();
  showKill({ issues: [candidate(1)] });
  await user.click(await decide('Kill SHOP-1'));
  fireEvent.change(screen.getByLabelText('Why'), { target: { value: `${'a'.repeat(600)}\nb` } });
  await user.click(screen.getByRole('button', { name: 'Decide to kill' }));
  expect(await screen.findByText(/at most 500 characters; these are 602/)).toBeDefined();
  expect(screen.getByLabelText<HTMLTextAreaElement>('Why').value).toHaveLength(602);
  expect(screen.queryByRole('list', { name: /not applied yet/ })).toBeNull();
});

test('the keys of the list are named, by a button and by their own key', async () => {
  const user = userEvent.setup();
  showKill({ issues: [candidate(1)] });
  (await decide('Kill SHOP-1')).focus();
  await user.keyboard('?');
  expect(screen.getByRole('region', { name: 'Keys' }).textContent).toContain('next row');
  await user.click(screen.getByRole('button', { name: 'Keys' }));
  expect(screen.queryByRole('region', { name: 'Keys' })).toBeNull();
});

test('a row says what was decided about it before and what became of that', async () => {
  const ended = { how: 'undone' as const, by: 'a1', at: NOW };
  const park = aDecided({ kind: 'park', until: '2027-01-01', reason: 'Not now' });
  showKill({
    issues: [candidate(1)],
    records: [aRecord('1', { past: [{ decided: park, ended }] })],
  });
  expect(
    await screen.findByText(
      'Decided on before; the last time on Nov 20, 2026: Park until Jan 1, 2027 (Not now); that was taken back.',
    ),
  ).toBeDefined();
});

test('Esc leaves the form and what was typed is there again', async () => {
  const user = userEvent.setup();
  showKill({ issues: [candidate(1)] });
  await user.click(await decide('Keep SHOP-1'));
  await user.type(screen.getByLabelText('Why'), 'Promised');
  await user.keyboard('{Escape}');
  expect(screen.queryByLabelText('Why')).toBeNull();
  await user.keyboard('e');
  expect(screen.getByLabelText<HTMLInputElement>('Why').value).toBe('Promised');
});

const entry = (n: number) => ({
  itemId: String(n),
  itemKey: `SHOP-${n}`,
  seen: { statusId: '1', flag: null, answer: null, rev: 0 },
  decision: { kind: 'kill', reason: 'Old' } as const,
  state: 'open' as const,
});

test('what was decided before the page was opened is shown, also about an item that left the list', async () => {
  const user = userEvent.setup();
  const { kept } = showKill({
    issues: [candidate(1), candidate(2)],
    draft: { entries: [entry(1), entry(77)], at: 5 },
  });
  await screen.findByText('Decided, not applied yet: 2');
  await decide('Kill SHOP-2');
  expect(screen.queryByRole('button', { name: 'Kill SHOP-1' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo the decision about SHOP-77' }));
  await waitFor(() => expect(kept.draft?.entries.map(({ itemId }) => itemId)).toEqual(['1']));
});

test('names, efforts and who decided are in the minutes of what was applied before a reload', async () => {
  const user = userEvent.setup();
  const applied = (n: number) => ({
    ...entry(n),
    decision: { ...entry(n).decision, effort: 5 },
    state: 'applied' as const,
  });
  answerBridge('getContext', () => ({
    moduleKey: 'm',
    accountId: 'a1',
    siteUrl: '',
    extension: {},
  }));
  showKill({
    issues: [candidate(1, { points: 3 })],
    draft: { entries: [applied(77), applied(78)], at: 5 },
    records: [aRecord('77', { now: aDecided({ kind: 'kill' }) })],
    gone: ['78'],
  });
  const told = await screen.findByRole('list', { name: 'What became of each item' });
  await waitFor(() => expect(told.textContent).toContain('SHOP-77 Wish 77'));
  expect(told.textContent).not.toContain('SHOP-78 SHOP-78');
  await user.click(screen.getByText('Minutes'));
  await waitFor(() =>
    expect(document.querySelector('pre')?.textContent).toContain(
      'SHOP-77 Wish 77\n  Kill: Old\n  5 points; decided by Petra Owner',
    ),
  );
});

test('what another window decided is taken over, with what was decided here on top', async () => {
  const user = userEvent.setup();
  const { kept } = showKill({ issues: [candidate(1), candidate(2)] });
  await user.click(await decide('Kill SHOP-1'));
  kept.draft = { entries: [entry(2)], at: 9 };
  await user.keyboard('1{Enter}');
  await waitFor(() => expect(kept.draft?.entries.map(({ itemId }) => itemId)).toEqual(['2', '1']));
  expect(screen.getByText(/also decided in another window/)).toBeDefined();
  expect(payloadsOf('decisionDraft.save')).toHaveLength(2);
});

test('all decided: the page says what comes next', async () => {
  showKill({ issues: [candidate(1)], draft: { entries: [entry(1)], at: 5 } });
  expect(await screen.findByText(/All of the agenda is decided/)).toBeDefined();
});

test('a draft that is full takes no further item, and says how many to apply first', async () => {
  const user = userEvent.setup();
  const entries = Array.from({ length: DRAFT_DECISIONS_LIMIT }, (_, n) => entry(1_000 + n));
  const { kept } = showKill({ issues: [candidate(1)], draft: { entries, at: 5 } });
  await screen.findByText(`Decided, not applied yet: ${DRAFT_DECISIONS_LIMIT}`);
  // To look for a role among so many buttons takes longer than is waited.
  await user.click(await screen.findByLabelText('Kill SHOP-1'));
  expect(screen.getByText(/Apply these 200 first/)).toBeDefined();
  await user.keyboard('1{Enter}');
  expect(screen.getByLabelText<HTMLInputElement>('Why').value).toBe('It serves no goal we have');
  expect(kept.draft?.entries).toHaveLength(DRAFT_DECISIONS_LIMIT);
});
