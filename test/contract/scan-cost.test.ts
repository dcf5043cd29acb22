// What a night costs does not grow with the project. 10,000 and 100,000 items, with the heap and
// beside a client that lists: `npm run bench -- --only scan`.
import { beforeAll, expect, test } from '@jest/globals';
import { costOfScan, type Night, type ScanCost } from '../../bench/scan';
import { BUDGET, promisesOf } from '../../bench/scan-report';

let small: ScanCost;
let large: ScanCost;

beforeAll(async () => {
  small = await costOfScan(1_500);
  large = await costOfScan(6_000);
}, 240_000);

const nightOf = ({ nights }: ScanCost, name: Night['name']): Night => {
  const found = nights.find((night) => night.name === name);
  if (!found) throw new Error(`There was no night "${name}"`);
  return found;
};

test('the first night lists the old items and nothing else, in a project of any size', () => {
  for (const cost of [small, large]) {
    const { listed, warned, spent } = nightOf(cost, 'first');
    expect([listed, warned]).toEqual([cost.old, cost.old]);
    expect(spent.round.points).toBeLessThanOrEqual(cost.old + BUDGET.firstPoints);
  }
  expect(large.old).toBe(4 * small.old);
});

test('a steady night costs the same in a project four times the size, within what is promised', () => {
  const [one, four] = [nightOf(small, 'steady'), nightOf(large, 'steady')];
  // One item came of age, one was ripe, one was answered.
  expect([one.listed, one.changed]).toEqual([3, 3]);
  expect(four.spent).toEqual(one.spent);
  expect(one.spent.round.calls).toBeLessThanOrEqual(BUDGET.steadyCalls);
  expect(one.spent.round.worst).toBeLessThanOrEqual(BUDGET.steadyPoints);
});

test('no promise of the bench is broken, the heap of this machine apart', () => {
  const told = [small, large].flatMap(promisesOf).filter(({ text }) => !text.startsWith('heap'));
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ kept }) => !kept)).toEqual([]);
});

test('parents and pace are read once a week, and two items of each kind are compared a night', () => {
  const { parents, pace, comparison } = nightOf(small, 'steady').spent;
  expect([parents.calls, pace.calls, comparison.calls]).toEqual([0, 0, 4]);
  const weekly = nightOf(small, 'weekly').spent;
  expect(weekly.parents).toMatchObject({ calls: 1, points: 61 });
  // The three pages of the sample, the statuses and the histories.
  expect(weekly.pace.calls).toBe(5);
});
