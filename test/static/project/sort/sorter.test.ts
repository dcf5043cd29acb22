import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Output, Payload } from '../../../../src/contract/procedures';
import { SORTINGS, type Sorting } from '../../../../src/domain/sort';
import { CallError } from '../../../../static/src/forge';
import { AT_ONCE } from '../../../../static/src/surfaces/project/many/engine';
import { createSorter, type Wanted } from '../../../../static/src/surfaces/project/sort/sorter';
import { sortItem } from './items';

type Refusal = 'lost' | 'busy' | 'gone' | 'forbidden' | 'unreachable';

interface Stood {
  sort: Sorting | null;
  seen: string | null;
  rev: number;
}

const turns = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await Promise.resolve();
};

/** An app that keeps what is sorted, refuses what is not up to date, and fails as it is told. */
function world(refuse: (itemId: string, nth: number) => Refusal | null = () => null) {
  const kept = new Map<string, Stood>();
  const calls: string[] = [];
  let clock = 0;
  let running = 0;
  let most = 0;
  const stood = (itemId: string): Stood => kept.get(itemId) ?? { sort: null, seen: null, rev: 0 };
  const answer = (itemId: string, { sort, seen, rev }: Stood): Output<'sort.give'> => ({
    answer: sort && {
      v: 1,
      why: sort === 'moved' ? 'move' : sort === 'tested' ? 'test' : 'run',
      state: sort === 'run' ? 'answered' : 'half',
      when: 'sorted',
      ...(sort === 'run' && { answered: '2026-11-02' as const }),
    },
    seen,
    result: rev === 0 ? null : { itemId, rev, given: null, written: true, earlier: [], later: [] },
  });
  async function write(
    itemId: string,
    said: { seen: string | null; rev: number },
    sort: Sorting | null,
  ): Promise<Output<'sort.give'>> {
    calls.push(itemId);
    const nth = calls.filter((id) => id === itemId).length;
    most = Math.max(most, (running += 1));
    await turns(7);
    running -= 1;
    const kind = refuse(itemId, nth);
    if (kind === 'busy')
      throw new CallError('rate_limited', 'Busy', { details: { retryAfter: 5 } });
    if (kind === 'gone') throw new CallError('not_found', 'Gone');
    if (kind === 'forbidden') throw new CallError('forbidden', 'No');
    if (kind === 'unreachable') throw new CallError('jira_unavailable', 'Away');
    const now = stood(itemId);
    if (said.seen !== now.seen) {
      const { answer: found } = answer(itemId, now);
      const details = {
        seen: now.seen,
        found: found ? { kind: 'value', answer: found } : { kind: 'none' },
      };
      throw new CallError('conflict', 'Changed', { details });
    }
    if (said.rev !== now.rev)
      throw new CallError('conflict', 'Changed', { details: answer(itemId, now).result });
    if (sort === null && now.sort === null) throw new CallError('invalid_input', 'Not sorted');
    const next = { sort, seen: sort && `${sort} ${nth}`, rev: now.rev + 1 };
    kept.set(itemId, next);
    if (kind === 'lost') throw new CallError('jira_unavailable', 'Away');
    return answer(itemId, next);
  }
  const sorter = createSorter({
    give: (payload: Payload<'sort.give'>) => write(payload.itemId, payload, payload.sort),
    undo: (payload: Payload<'sort.undo'>) => write(payload.itemId, payload, null),
    now: () => clock,
    sleep: async (ms) => {
      await turns(7);
      clock += ms;
    },
  });
  return { sorter, stood, calls, most: () => most };
}

const items = Array.from({ length: 6 }, (_, n) => sortItem(n + 1));
const to = (sort: Sorting | null): Wanted | null => sort && { sort };

const wish = fc.record({
  item: fc.constantFrom(...items),
  sort: fc.constantFrom<Sorting | null>('moved', 'tested', 'run', null),
  after: fc.nat(30),
});

test('whatever is pressed and taken back in whatever pace, in the end stands what was wanted last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wish, { maxLength: 30 }),
      fc.array(fc.constantFrom<Refusal | null>(null, null, 'lost', 'busy', 'unreachable'), {
        maxLength: 8,
      }),
      async (wishes, troubles) => {
        const { sorter, stood, most } = world((_id, nth) => troubles[nth - 1] ?? null);
        const last = new Map<string, Sorting | null>();
        for (const { item, sort, after } of wishes) {
          sorter.want([{ item, to: to(sort) }]);
          last.set(item.id, sort);
          await turns(after);
        }
        await sorter.idle();
        // Whatever got lost is said once more until it goes through.
        for (let n = 0; n < 8; n += 1) {
          const open = items.filter(({ id }) => sorter.entry(id)?.state === 'failed');
          sorter.want(open.map((item) => ({ item, to: to(last.get(item.id) ?? null) })));
          await sorter.idle();
        }
        for (const [id, sort] of last) expect(stood(id).sort).toBe(sort);
        expect(sorter.isBusy()).toBe(false);
        expect(most()).toBeLessThanOrEqual(AT_ONCE);
      },
    ),
    { numRuns: 60 },
  );
});

test('a save whose answer was lost is found when it is tried again, and can be taken back', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 1 ? 'lost' : null));
  const [item] = items;
  if (!item) throw new Error('no item');
  sorter.want([{ item, to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry(item.id)).toMatchObject({ state: 'failed', now: null });
  sorter.want([{ item, to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry(item.id)).toMatchObject({ state: 'settled', now: { sort: 'moved' } });
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(stood(item.id).sort).toBeNull();
});

test('an item that is gone is out and is not asked for again; the others are saved', async () => {
  const { sorter, calls } = world((id) => (id === '2' ? 'gone' : null));
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(sorter.entry('2')).toMatchObject({ state: 'out', want: null, failure: { again: false } });
  expect(items.filter(({ id }) => sorter.entry(id)?.now).length).toBe(5);
  expect(calls).toHaveLength(6);
});

test('who may edit nothing is told at the first refusal, and nothing more is tried', async () => {
  const { sorter, calls } = world(() => 'forbidden');
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(calls.length).toBeLessThanOrEqual(AT_ONCE);
  expect(sorter.blockedBy()).not.toBeNull();
  expect(items.map(({ id }) => sorter.entry(id)?.state)).toEqual(Array(6).fill('left'));
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(calls.length).toBeLessThanOrEqual(AT_ONCE);
  sorter.unblock();
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(items.map(({ id }) => sorter.entry(id)?.state)).toEqual(Array(6).fill('out'));
});

test('where some may not be edited, only those fail', async () => {
  const { sorter } = world((id) => (id === '5' ? 'forbidden' : null));
  sorter.want(items.map((item) => ({ item, to: { sort: 'tested' } })));
  await sorter.idle();
  expect(sorter.blockedBy()).toBeNull();
  expect(items.filter(({ id }) => sorter.entry(id)?.now).map(({ id }) => id)).not.toContain('5');
});

for (const kind of ['lost', 'unreachable'] as const)
  test(`after a save that is ${kind} an undo is sent, and in the end nothing stands there`, async () => {
    const { sorter, stood, calls } = world((_id, nth) => (nth === 1 ? kind : null));
    const item = sortItem(1);
    sorter.want([{ item, to: { sort: 'run' } }]);
    await sorter.idle();
    expect(sorter.entry('1')).toMatchObject({ state: 'failed', unsure: true });
    sorter.want([{ item, to: null }]);
    await sorter.idle();
    expect(calls.length).toBeGreaterThan(1);
    expect(stood('1').sort).toBeNull();
    expect(sorter.entry('1')).toMatchObject({ state: 'settled', now: null, unsure: false });
  });

test('an item that is given up after its save got lost is taken back', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 1 ? 'lost' : null));
  sorter.want([{ item: sortItem(1), to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(stood('1').sort).toBe('moved');
  sorter.giveUp('1');
  await sorter.idle();
  expect(stood('1').sort).toBeNull();
});

test('an undo that got lost is not taken for one that failed: the same sorting is sent again', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 2 ? 'lost' : null));
  const item = sortItem(1);
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(sorter.entry('1')).toMatchObject({ state: 'failed', unsure: true });
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  expect(stood('1').sort).toBe('tested');
});

/** An item on which somebody wrote something after the page had listed it. */
function writtenMeanwhile(found: NonNullable<Output<'sort.give'>['answer']>) {
  const given: string[] = [];
  const sorter = createSorter({
    give: ({ sort }) => {
      given.push(sort);
      const details = { seen: 'theirs', found: { kind: 'value', answer: found } };
      return Promise.reject(new CallError('conflict', 'Changed', { details }));
    },
    undo: () => Promise.reject(new Error('not asked')),
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  return { sorter, given };
}

const theirs = { v: 1 as const, why: 'test' as const, by: 'asking less' };

test('what somebody typed there meanwhile is never sorted over in silence', async () => {
  for (const sort of SORTINGS) {
    const { sorter, given } = writtenMeanwhile({ ...theirs, state: 'half' });
    sorter.want([{ item: sortItem(1), to: { sort } }]);
    await sorter.idle();
    expect(given).toEqual([sort]);
    expect(sorter.entry('1')).toMatchObject({ state: 'out', now: null });
    expect(sorter.entry('1')?.failure?.reason).toContain('changed meanwhile');
  }
});

test('somebody else’s words under the same sorting are not taken for a save of this page', async () => {
  const { sorter, given } = writtenMeanwhile({ ...theirs, state: 'half', when: 'sorted' });
  sorter.want([{ item: sortItem(1), to: { sort: 'tested' } }]);
  await sorter.idle();
  expect(given).toHaveLength(1);
  expect(sorter.entry('1')?.state).toBe('out');
});

test('words that were listed are found again under another mark, and put back by an undo', async () => {
  const found = { ...theirs, state: 'half' as const };
  const given: Payload<'sort.give'>[] = [];
  const undone: Payload<'sort.undo'>[] = [];
  const sorted = { ...found, when: 'sorted' as const };
  const sorter = createSorter({
    give: (payload) => {
      given.push(payload);
      if (payload.seen === null)
        throw new CallError('conflict', 'Changed', {
          details: { seen: 'theirs', found: { kind: 'value', answer: found } },
        });
      return Promise.resolve({ answer: sorted, seen: 'ours', result: null });
    },
    undo: (payload) => {
      undone.push(payload);
      return Promise.resolve({ answer: found, seen: 'theirs', result: null });
    },
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  const item = {
    ...sortItem(1),
    own: { why: 'test' as const, state: 'half' as const, by: 'asking less' },
  };
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(given.map(({ seen }) => seen)).toEqual([null, 'theirs']);
  expect(undone).toEqual([{ itemId: '1', restore: found, seen: 'ours', rev: 0 }]);
});

test('an answer that somebody gave meanwhile is never sorted over', async () => {
  const answer = { v: 1 as const, why: 'run' as const, state: 'answered' as const };
  const sorter = createSorter({
    give: () =>
      Promise.reject(
        new CallError('conflict', 'Changed', {
          details: { seen: 'theirs', found: { kind: 'value', answer } },
        }),
      ),
    undo: () => Promise.reject(new Error('not asked')),
    now: () => 0,
    sleep: () => Promise.resolve(),
  });
  sorter.want([{ item: sortItem(1), to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry('1')).toMatchObject({ state: 'out', now: null });
});
