// What a message says to a reader who does not see all that was counted.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOOKED_AT, toldCounts } from '../../src/domain/digest';

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_none, n) => String(10_000 + from + n));
const notice = (due: number, agenda: number, news = 0) => ({
  counts: { due, agenda, unread: news, ending: news },
  counted: {
    due: ids(0, Math.min(due, LOOKED_AT)),
    agenda: ids(500, Math.min(agenda, LOOKED_AT)),
  },
});

describe('a reader is told', () => {
  test('all that was counted where they see it', () => {
    const { counts, counted } = notice(3, 15, 1);
    const seen = new Set([...counted.due, ...counted.agenda]);
    expect(toldCounts({ counts, counted }, seen)).toEqual({ counts, atLeast: [] });
  });

  test('nothing of items that they do not see; news of their goals stays', () => {
    const of = notice(3, 2, 1);
    expect(toldCounts(of, new Set(['10001']))).toEqual({
      counts: { due: 1, agenda: 0, unread: 1, ending: 1 },
      atLeast: [],
    });
  });

  test('that there may be more where not all was looked at', () => {
    const of = notice(LOOKED_AT + 5, 0);
    const { counts, atLeast } = toldCounts(of, new Set(of.counted.due.slice(1)));
    expect([counts.due, atLeast]).toEqual([LOOKED_AT - 1, ['due']]);
    // Of what they see none, nothing is said at all.
    expect(toldCounts(of, new Set())).toMatchObject({ counts: { due: 0 }, atLeast: [] });
  });

  test('a whole agenda where others take the place of what they do not see', () => {
    const counts = { due: 0, agenda: 15, unread: 0, ending: 0 };
    const counted = { due: [], agenda: ids(0, 18) };
    const told = toldCounts({ counts, counted }, new Set(ids(2, 16)));
    expect(told).toEqual({ counts, atLeast: [] });
    expect(toldCounts({ counts, counted }, new Set(ids(4, 14))).counts.agenda).toBe(14);
  });
});

test('whoever sees what, no count is larger than what they see of it', () => {
  const some = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(some, some, fc.func(fc.boolean()), (due, agenda, sees) => {
      const of = notice(due, agenda);
      const seen = new Set([...of.counted.due, ...of.counted.agenda].filter((id) => sees(id)));
      const { counts } = toldCounts(of, seen);
      for (const name of ['due', 'agenda'] as const)
        expect(counts[name]).toBeLessThanOrEqual(
          of.counted[name].filter((id) => seen.has(id)).length,
        );
    }),
  );
});
