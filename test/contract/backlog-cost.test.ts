// What a view asks of Jira does not grow with the project. 10,000 and 100,000 items: `npm run bench`.
import { expect, test } from '@jest/globals';
import { costOfBacklog } from '../../bench/backlog';

test('the Backlog tab asks Jira as often in a project three times the size', async () => {
  const [small, large] = [await costOfBacklog(1_000), await costOfBacklog(3_000)];
  expect(large.numbers.parts.asked).toBeGreaterThan(2 * small.numbers.parts.asked);
  expect(large.numbers.lane.total).toBeGreaterThan(2 * small.numbers.lane.total);
  expect(large.calls).toEqual(small.calls);
  // Nothing was left out: each part of the tab has something to show.
  const { parts, now, sprints, cover, lane } = small.numbers;
  expect(Object.entries({ ...parts, ...now }).filter(([, n]) => n === 0)).toEqual([]);
  expect(sprints).toHaveLength(2);
  expect(cover.rows).toHaveLength(50);
  expect(lane.rows).toBe(50);
  // Answers grow by longer numbers alone.
  expect(large.bytes).toBeLessThan(1.2 * small.bytes);
  // The order of a goal's items is read to its end, which is two hundred.
  expect(small.order.items).toBeGreaterThan(20);
  expect(large.order.requests).toBeLessThanOrEqual(4);
}, 60_000);
