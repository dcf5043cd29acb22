import { beforeEach, expect, test } from '@jest/globals';
import { act as settled, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ActView } from '../../../../../src/contract/decision-procedures';
import type { Input } from '../../../../../src/contract/procedures';
import { resetBridge } from '../../../../support/bridge';
import { holdProcedure, payloadsOf, Refusal, type Handlers } from '../../../support/app';
import { NOW } from '../items';
import { showKill } from '../site';

beforeEach(resetBridge);

const DAY = 86_400_000;
const act = (n: number, more: Partial<ActView> = {}): ActView => ({
  id: `act-${n}`,
  subject: String(n),
  kind: 'decision.kill',
  by: 'a1',
  at: NOW - n * DAY,
  before: null,
  after: { kind: 'kill' },
  ...more,
});
const ACTS = [
  act(1),
  act(2, { kind: 'decision.park', by: 'a2' }),
  act(3, { kind: 'goal.save', subject: 'goal g1' }),
];

const showActs = (list: NonNullable<Handlers['acts.list']>) =>
  showKill({
    issues: [],
    gone: ['77'],
    view: 'acts',
    handlers: { 'acts.list': list },
  });

const byKind =
  (acts: readonly ActView[]) =>
  ({ kinds }: Input<'acts.list'>) => ({
    acts: acts.filter(({ kind }) => !kinds || kinds.includes(kind)),
    next: null,
  });

const table = () => screen.findByRole('table', { name: 'Who did what' });
const rows = async () =>
  within(await table())
    .getAllByRole('row')
    .slice(1);

/** What the next file holds. */
function catchFile(): { text: () => Promise<string> } {
  let blob: Blob | null = null;
  URL.createObjectURL = (made) => {
    blob = made as Blob;
    return 'blob:made';
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = () => undefined;
  return {
    text: async () => {
      await waitFor(() => expect(blob).not.toBeNull());
      return await new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
        if (blob) reader.readAsText(blob);
      });
    },
  };
}

test('acts are shown with names and links once they are read, and nothing jumps before', async () => {
  const release = holdProcedure('acts.list');
  showActs(byKind(ACTS));
  expect(screen.queryByText('Nothing was done yet.')).toBeNull();
  release();
  expect(await rows()).toHaveLength(3);
  expect(await screen.findByRole('link', { name: 'SHOP-1' })).toBeDefined();
  await waitFor(async () => expect((await table()).textContent).toContain('Petra Owner'));
  expect((await table()).textContent).toContain('Goal saved');
});

test('acts are narrowed by what, by whom, and by day', async () => {
  const user = userEvent.setup();
  showActs(byKind(ACTS));
  await rows();
  await user.selectOptions(screen.getByLabelText('What'), 'Item parked');
  await waitFor(async () => expect(await rows()).toHaveLength(1));
  expect(payloadsOf('acts.list').at(-1)).toMatchObject({ kinds: ['decision.park'] });
  await user.selectOptions(screen.getByLabelText('What'), 'All');
  await waitFor(async () => expect(await rows()).toHaveLength(3));
  await user.selectOptions(screen.getByLabelText('Person'), 'a2');
  expect(await rows()).toHaveLength(1);
  await user.selectOptions(screen.getByLabelText('Person'), '');
  await user.type(screen.getByLabelText('From'), '2026-11-19');
  expect(await rows()).toHaveLength(2);
  await user.type(screen.getByLabelText('To'), '2026-11-19');
  expect((await rows()).map((row) => row.textContent)).toEqual([
    expect.stringContaining('Item parked'),
  ]);
  await user.clear(screen.getByLabelText('From'));
  await user.clear(screen.getByLabelText('To'));
  await user.type(screen.getByLabelText('From'), '2026-11-21');
  expect(await screen.findByText('Nothing fits these filters.')).toBeDefined();
});

test('the people are those of the acts read so far, and it says so', async () => {
  const user = userEvent.setup();
  showActs(({ after }) =>
    after === undefined
      ? { acts: [act(1)], next: 'p2' }
      : { acts: [act(2, { by: 'a2' })], next: null },
  );
  await rows();
  expect(screen.getByText('Of the acts read so far.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(async () => expect(await rows()).toHaveLength(2));
  expect(screen.queryByText('Of the acts read so far.')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('the file holds all that fits, and names no item that the reader does not see', async () => {
  const user = userEvent.setup();
  const file = catchFile();
  showActs(({ after }) =>
    after === undefined
      ? { acts: [act(1), act(77)], next: 'p2' }
      : { acts: [act(2, { by: '', kind: 'decision.wake' })], next: null },
  );
  await rows();
  await user.click(screen.getByRole('button', { name: 'Download as CSV' }));
  const text = await file.text();
  expect(text).toContain('SHOP-1');
  expect(text).toContain('SHOP-2');
  expect(text).toContain('An item you can’t see');
  expect(text).not.toContain('77,');
  expect(text).toContain('Item woken on its day,decision.wake');
});

test('a place in the list that is not known any more leads back to its beginning', async () => {
  const user = userEvent.setup();
  showActs(({ after }) => {
    if (after !== undefined)
      throw new Refusal({
        code: 'invalid_input',
        message: 'This place in the list is not known any more. Open the list again.',
      });
    return { acts: [act(1)], next: 'gone' };
  });
  await rows();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByText('The record could not be read')).toBeDefined();
  expect(screen.getByText(/This place in the list is not known any more/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(payloadsOf('acts.list')).toHaveLength(3));
  expect(payloadsOf('acts.list').at(-1)).toEqual({ projectId: '10' });
  expect(await rows()).toHaveLength(1);
});

test('a page that comes after another kind was chosen changes nothing', async () => {
  const user = userEvent.setup();
  const parked = act(2, { kind: 'decision.park', by: 'a2' });
  const answered: (string | undefined)[] = [];
  showActs(({ after, kinds }) => {
    answered.push(after);
    if (kinds) return { acts: [parked], next: null };
    return after === undefined ? { acts: [act(1)], next: 'p2' } : { acts: [act(3)], next: null };
  });
  await rows();
  const release = holdProcedure('acts.list');
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  holdProcedure('acts.list')();
  await user.selectOptions(screen.getByLabelText('What'), 'Item parked');
  await waitFor(async () => expect((await rows())[0]?.textContent).toContain('Item parked'));
  expect(answered).toEqual([undefined, undefined]);
  await settled(async () => release());
  expect(answered).toEqual([undefined, undefined, 'p2']);
  expect(await rows()).toHaveLength(1);
  expect((await rows())[0]?.textContent).toContain('Item parked');
});

test('without acts it says so', async () => {
  showActs(() => ({ acts: [], next: null }));
  expect(await screen.findByText('Nothing was done yet.')).toBeDefined();
});
