import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decisionDraft } from '../../../../src/contract/decision-procedures';
import type { DraftEntry } from '../../../../src/domain/decision';
import { CallError } from '../../../../static/src/forge';
import { createDraftStore } from '../../../../static/src/surfaces/project/kill/draft-store';

const entry = (n: number, more: Partial<DraftEntry> = {}): DraftEntry => ({
  itemId: String(n),
  itemKey: `SHOP-${n}`,
  seen: { statusId: '1', flag: null, answer: null, rev: 0 },
  decision: { kind: 'kill', reason: 'Old' },
  state: 'open',
  ...more,
});

interface Kept {
  entries: DraftEntry[];
  at: number;
}

/** Storage that several windows share, and a clock that the test turns. */
function shared() {
  const state: { kept: Kept | null; fails: boolean } = { kept: null, fails: false };
  let due: (() => void)[] = [];
  const fail = (): void => {
    if (state.fails) throw new CallError('jira_unavailable', 'Later.');
  };
  const window = () =>
    createDraftStore({
      async open() {
        fail();
        return { draft: state.kept };
      },
      async save(entries, over) {
        fail();
        if ((state.kept?.at ?? null) !== over)
          throw new CallError('conflict', 'Other window.', { details: state.kept });
        state.kept = { entries, at: (over ?? 0) + 1 };
        return { at: state.kept.at };
      },
      later(_ms, run) {
        due.push(run);
        return () => {
          due = due.filter((one) => one !== run);
        };
      },
    });
  const tick = async (): Promise<void> => {
    const now = due;
    due = [];
    for (const run of now) run();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return { state, window, tick };
}

const ids = (entries: readonly DraftEntry[]): string[] => entries.map(({ itemId }) => itemId);

test('what is decided before the draft was read is kept with it', async () => {
  const { state, window } = shared();
  state.kept = { entries: [entry(1)], at: 3 };
  const store = window();
  store.put(entry(2));
  expect(store.snapshot().state).toBe('opening');
  await store.flush();
  expect(ids(store.snapshot().entries)).toEqual(['1', '2']);
  expect(ids(state.kept.entries)).toEqual(['1', '2']);
  expect(store.snapshot().state).toBe('kept');
});

test('what could not be kept is tried again and says so', async () => {
  const { state, window, tick } = shared();
  const store = window();
  await store.flush();
  state.fails = true;
  store.put(entry(1));
  await store.flush();
  expect(store.snapshot()).toMatchObject({ state: 'failed', trouble: { message: 'Later.' } });
  state.fails = false;
  await tick();
  expect(store.snapshot()).toMatchObject({ state: 'kept', trouble: null });
  expect(ids(state.kept?.entries ?? [])).toEqual(['1']);
});

test('what was applied in another window stays applied', async () => {
  const { state, window } = shared();
  const store = window();
  await store.flush();
  state.kept = { entries: [entry(1, { state: 'applied' })], at: 9 };
  store.put(entry(1));
  await store.flush();
  expect(store.snapshot()).toMatchObject({ isTakenOver: true });
  expect(store.snapshot().entries[0]?.state).toBe('applied');
});

test('the two hundred and first decision is not taken', () => {
  const store = shared().window();
  for (let n = 1; n <= 200; n += 1) expect(store.put(entry(n))).toBe(true);
  expect(store.snapshot().isFull).toBe(true);
  expect(store.put(entry(201))).toBe(false);
  expect(store.put(entry(7, { state: 'failed' }))).toBe(true);
});

test('long reasons in a script of three bytes a character fill the draft before its storage', async () => {
  const { state, window } = shared();
  const store = window();
  const long = (n: number, more: Partial<DraftEntry> = {}) =>
    entry(n, { decision: { kind: 'kill', reason: 'あ'.repeat(500) }, ...more });
  let taken = 0;
  while (taken < 200 && store.put(long(taken + 1))) taken += 1;
  expect(taken).toBeGreaterThan(100);
  expect(taken).toBeLessThan(200);
  expect(store.snapshot().isFull).toBe(true);
  // What became of each is kept, if need be without its note.
  for (let n = 1; n <= taken; n += 1)
    expect(store.put(long(n, { state: 'refused', note: 'あ'.repeat(500) }))).toBe(true);
  await store.flush();
  expect(decisionDraft.safeParse(state.kept).success).toBe(true);
  expect(state.kept?.entries.every((one) => one.state === 'refused')).toBe(true);
  const over = { at: 1, entries: Array.from({ length: 200 }, (_none, n) => long(n)) };
  expect(decisionDraft.safeParse(over).success).toBe(false);
});

const act = fc.record({
  window: fc.integer({ min: 0, max: 1 }),
  item: fc.integer({ min: 1, max: 6 }),
  what: fc.constantFrom('put', 'remove', 'keep'),
});

test('however two windows decide, who keeps last shows what is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { state, window } = shared();
      const windows = [window(), window()] as const;
      const last = new Map<string, string>();
      for (const { window: at, item, what } of acts) {
        const store = windows[at === 0 ? 0 : 1];
        if (what === 'keep') await store.flush();
        else if (what === 'remove') store.remove(String(item));
        else {
          const reason = `${at} ${item} ${last.size}`;
          store.put(entry(item, { decision: { kind: 'kill', reason } }));
          last.set(String(item), reason);
        }
      }
      for (const store of windows) {
        const wasWaiting = store.snapshot().state === 'waiting';
        await store.flush();
        if (wasWaiting) expect(store.snapshot().entries).toEqual(state.kept?.entries);
      }
      const kept = state.kept?.entries ?? [];
      expect(new Set(ids(kept)).size).toBe(kept.length);
      for (const { itemId } of kept) expect(last.has(itemId)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
