// What the first tab asks of Jira does not grow with the project where its window is counted. 10,000,
// 100,000 and 1,000,000 items: `npm run bench -- --only counted`.
import { expect, test } from '@jest/globals';
import { costOfOutcome } from '../../bench/counted';
import { totalOf } from '../../bench/viewer';

const counted = { listedLimit: 100 } as const;

test('the tab Outcome vs output asks Jira as often in a project three times the size', async () => {
  const [small, large] = [
    await costOfOutcome({ items: 600, ...counted }),
    await costOfOutcome({ items: 1_800, ...counted }),
  ];
  expect([small.tab.mode, large.tab.mode]).toEqual(['counted', 'counted']);
  expect(large.tab.numbers.output).toBeGreaterThan(2 * (small.tab.numbers.output ?? Infinity));
  expect(large.calls).toEqual(small.calls);
  expect(large.bytes).toBeLessThan(1.2 * small.bytes);
  // Nothing was left out, and what was counted is there.
  expect(small.tab.leftOut).toBe(0);
  const { numbers } = large.tab;
  const bands = (['moved', 'tested', 'run', 'waiting', 'unsorted'] as const).map(
    (band) => numbers[`band.${band}`] ?? 0,
  );
  expect(Math.min(...bands)).toBeGreaterThan(0);
  expect(bands.reduce((sum, one) => sum + one, 0)).toBe(numbers.output);
}, 60_000);

test('the headline grows by the same few requests with every 500 answered parents', async () => {
  const headline = async (answeredParents: number) => {
    const cost = await costOfOutcome({
      items: 600,
      answeredParents,
      until: 'headline',
      ...counted,
    });
    return { ...cost, asked: cost.tab.requests.headline - cost.tab.requests.opening };
  };
  const costs = [await headline(600), await headline(1_000), await headline(1_500)];
  const [two, alsoTwo, three] = costs.map(({ asked }) => asked);
  expect(alsoTwo).toBe(two);
  expect(three).toBeGreaterThan(two ?? Infinity);
  // At most a search and what is taken off it for each of the seventeen numbers and the window itself.
  expect((three ?? Infinity) - (two ?? 0)).toBeLessThanOrEqual(2 * 18);
  expect(costs.map(({ mostParents }) => mostParents)).toEqual([500, 500, 500]);
  // The answered parents are listed, a hundred a page.
  expect(costs.map(({ calls }) => calls['search'])).toEqual([6, 10, 15]);
}, 60_000);

test('a window that fits is listed page by page and counted once', async () => {
  const { tab, calls, ...cost } = await costOfOutcome({ items: 1_000, until: 'headline' });
  expect(tab.mode).toBe('listed');
  expect(tab.numbers.output).toBeGreaterThan(200);
  // One count of the window, then no more pages than its items need, split in up to three chains.
  expect(totalOf({ calls, ...cost }) - tab.requests.opening).toBeLessThanOrEqual(1 + 5);
});
