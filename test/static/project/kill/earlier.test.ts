import { expect, test } from '@jest/globals';
import type { DecisionView } from '../../../../src/contract/decision-procedures';
import { parkedTogether } from '../../../../static/src/surfaces/project/kill/offer/earlier';

const parked = (itemId: string, at: number, more: { reason?: string; by?: string } = {}) =>
  [
    itemId,
    {
      itemId,
      rev: 2,
      now: {
        kind: 'park',
        until: '2027-11-20',
        reason: 'Old.',
        by: 'me',
        at,
        forum: '',
        flag: null,
        wasIn: '1',
        ...more,
      },
      intent: null,
      written: true,
      past: [],
    } satisfies DecisionView,
  ] as const;

const run = (from: number, count: number, at: number, more = {}) =>
  Array.from({ length: count }, (_, n) => parked(String(from + n), at + n * 1_000, more));

test('what one person parked in a row for one reason is found, the newest of such acts', () => {
  const records = new Map([
    ...run(1, 8, 0),
    ...run(20, 6, 90_000_000, { reason: 'Older.' }),
    parked('40', 90_003_000, { by: 'other' }),
  ]);
  const found = parkedTogether(records);
  expect(found).toMatchObject({ reason: 'Older.', until: '2027-11-20', at: 90_005_000 });
  expect(found?.views.map(({ itemId }) => itemId).sort()).toEqual([
    '20',
    '21',
    '22',
    '23',
    '24',
    '25',
  ]);
});

test('a few decisions, and some that are hours apart, are no act on many', () => {
  expect(parkedTogether(new Map(run(1, 4, 0)))).toBeNull();
  expect(
    parkedTogether(new Map(Array.from({ length: 9 }, (_, n) => parked(String(n), n * 3_600_000)))),
  ).toBeNull();
  expect(parkedTogether(new Map())).toBeNull();
});
