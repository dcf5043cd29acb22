import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RESULTS_AT_ONCE } from '../../../../src/contract/limits';
import { CallError } from '../../../../static/src/forge';
import { RESULT_LISTS } from '../../../../src/domain/results-clause';
import { readKept } from '../../../../static/src/surfaces/project/results/kept';
import {
  inList,
  numbersOf,
  rowOf,
  type KnownBet,
} from '../../../../static/src/surfaces/project/results/result-row';
import {
  adjustNumbers,
  newestRow,
  numbersSince,
  ownSaveOf,
} from '../../../../static/src/surfaces/project/results/own-saves';
import { openedProject } from '../opened';
import { aView, bet, goal, TODAY } from './site';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }).map(String), { maxLength: 120 });

test('items that are gone are found among the others, whose results are read', async () => {
  await fc.assert(
    fc.asyncProperty(ids, fc.func(fc.boolean()), async (itemIds, isGone) => {
      let largest = 0;
      const { views, gone } = await readKept(itemIds, async (asked) => {
        largest = Math.max(largest, asked.length);
        if (asked.some((id) => isGone(id))) throw new CallError('forbidden', 'No.');
        return asked.map((id) => aView(id));
      });
      expect(gone).toEqual(itemIds.filter((id) => isGone(id)));
      expect(views.map(({ itemId }) => itemId)).toEqual(itemIds.filter((id) => !isGone(id)));
      expect(largest).toBeLessThanOrEqual(RESULTS_AT_ONCE);
    }),
    { numRuns: 60 },
  );
});

test('a failure that is no refusal is not taken for items that are gone', async () => {
  const failing = readKept(['1', '2'], async () => {
    throw new CallError('jira_unavailable', 'Later.');
  });
  await expect(failing).rejects.toThrow('Later.');
});

const anyDay = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const anyBet: fc.Arbitrary<KnownBet> = fc
  .record({
    n: fc.integer({ min: 1, max: 9_999 }),
    checkBy: anyDay,
    shown: fc.constantFrom(undefined, 'moved', 'flat'),
    given: fc.boolean(),
    later: fc.array(fc.tuple(anyDay, fc.boolean()), { maxLength: 3 }),
    isRead: fc.boolean(),
  })
  .map(({ n, checkBy, shown, given, later, isRead }) => {
    const issue = bet(n, checkBy, shown === undefined ? {} : { result: shown });
    const row = rowOf(issue, openedProject({ goals: [goal] }));
    if (!row) throw new Error('no bet');
    const view = aView(String(n), {
      given: given ? { result: 'unclear', evidence: 'judged', at: TODAY, by: 'a1' } : null,
      later: later.map(([to, written]) => ({
        from: checkBy,
        to,
        at: TODAY,
        by: 'a1',
        delivered: true,
        written,
      })),
    });
    return { row, view: isRead ? view : null, mayGive: true, isGone: false };
  });

test('every bet is in exactly one list, whatever the item and storage say', () => {
  fc.assert(
    fc.property(fc.array(anyBet, { maxLength: 30 }), (bets) => {
      const lists = RESULT_LISTS.map((list) => inList(bets, list, TODAY));
      expect(lists.flat()).toHaveLength(bets.length);
      expect(new Set(lists.flat()).size).toBe(bets.length);
    }),
  );
});

test('a bet that moved between lists moves in the numbers, which never fall below nothing', () => {
  const known = (value: number) => ({ kind: 'known', value, about: false }) as const;
  fc.assert(
    fc.property(anyBet, anyBet, fc.nat(5), (one, other, value) => {
      const numbers = { moved: known(value), due: known(value), waiting: known(value) };
      const changes = [{ from: numbersOf(one, TODAY), to: numbersOf(other, TODAY) }];
      const next = adjustNumbers(numbers, changes);
      for (const name of ['moved', 'due', 'waiting'] as const) {
        const by = Number(changes[0]?.to.includes(name)) - Number(changes[0]?.from.includes(name));
        expect(next[name]).toEqual(known(Math.max(0, value + by)));
      }
    }),
  );
});

const listed = (checkBy: string, result?: string) => {
  const row = rowOf(
    bet(1, checkBy, result === undefined ? {} : { result }),
    openedProject({ goals: [goal] }),
  );
  if (!row) throw new Error('no bet');
  return row;
};
const early = { from: '2026-11-01', at: TODAY, by: 'a1', delivered: true, written: true };
/** "Too early" until that day, over what was listed. */
const postponed = (row: ReturnType<typeof listed>, to: string, nth = 1) => {
  const { answer, seen } = listed(to);
  const view = aView('1', { rev: 1, later: [{ ...early, to }] });
  const dated = { answer: { v: 1 as const, ...answer }, seen: seen ?? '' };
  return ownSaveOf({ view, dated }, { row }, undefined, { goals: [goal], of: 'list', nth });
};

test('a row keeps the date that was saved here until the item or storage says something newer', () => {
  const row = listed('2026-11-01');
  const own = postponed(row, '2026-12-05');
  // The search has not noticed yet, or has.
  for (const now of [row, listed('2026-12-05')])
    expect(newestRow(now, own, own.view).answer.checkBy).toBe('2026-12-05');
  // Somebody has set another date on the item, or said something else of the bet.
  expect(newestRow(listed('2026-12-24'), own, own.view).answer.checkBy).toBe('2026-12-24');
  expect(newestRow(row, own, aView('1', { rev: 2 })).answer.checkBy).toBe('2026-11-01');
});

test('a number that is counted anew after a save does not count the change twice', () => {
  const known = (value: number) => ({ kind: 'known', value, about: false }) as const;
  const row = listed('2026-11-01');
  const own = postponed(row, '2026-12-05');
  const now = { row: newestRow(row, own, own.view), view: own.view, mayGive: true, isGone: false };
  const told = (countedAt: number, due: number) =>
    numbersSince({ due: known(due), waiting: known(3) }, [{ row, now, own }], {
      of: 'list',
      countedAt: (name) => (name === 'due' ? countedAt : 0),
      today: TODAY,
    });
  expect(told(0, 4)).toEqual({ due: known(3), waiting: known(4) });
  expect(told(1, 3)).toEqual({ due: known(3), waiting: known(4) });
});
