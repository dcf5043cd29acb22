import { expect, test } from '@jest/globals';
import type { Frame } from '../../../src/domain/band';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import {
  backlogSums,
  nowSums,
  partSums,
  sprintSums,
  type Place,
} from '../../../static/src/surfaces/project/gather/backlog-counts';
import {
  createCounts,
  type Numbers,
  type Sum,
} from '../../../static/src/surfaces/project/gather/counts';
import { aGoal } from './opened';
import { fakeJira, STORY, type FakeSite } from './site';

const parent = (n: number) => ({
  id: String(n),
  key: `SHOP-${n}`,
  answer: { kind: 'value' as const, value: { why: 'run' as const, state: 'answered' as const } },
  result: { kind: 'none' as const },
});

const placeWith = (parents: number): Place => {
  const frame: Frame = {
    goals: [aGoal()],
    rules: DEFAULT_RULES,
    standardTypeIds: [STORY.id],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: Array.from({ length: parents }, (_, n) => parent(n + 1)),
  };
  return { projectId: '1', zone: 'UTC', frame };
};

async function run<N extends string>(searches: Record<N, Sum>, site: Omit<FakeSite, 'issues'>) {
  const { jira, asked } = fakeJira({ issues: [], ...site });
  let numbers: Numbers<N> = {};
  const counts = createCounts<N>({
    jira,
    searches,
    aboutAbove: 2_000,
    onChange: (next) => {
      numbers = next;
    },
  });
  await counts.start();
  return { counts, asked, numbers: () => numbers };
}

const ofChildren = (jql: string): boolean => /parent (not )?in/.test(jql);
const known = (value: number, about = false) => ({ kind: 'known', value, about });

test('children of many parents are counted in groups that do not overlap', async () => {
  const { asked, numbers } = await run(backlogSums(placeWith(1100)), {
    count: (jql) => (ofChildren(jql) ? 7 : 100),
  });
  expect(asked.filter(({ body }) => ofChildren(body.jql ?? ''))).toHaveLength(3);
  expect(numbers()['coverage.parent']).toEqual(known(21));
  expect(numbers()['coverage.asked']).toEqual(known(100));
  expect(asked).toHaveLength(7);
});

test('without answered parents nobody is asked for their children', async () => {
  const { asked, numbers } = await run(backlogSums(placeWith(0)), { count: () => 3 });
  expect(asked).toHaveLength(4);
  expect(numbers()['coverage.parent']).toEqual(known(0));
});

test('a large backlog is called about', async () => {
  const { numbers } = await run(backlogSums(placeWith(0)), { count: () => 54_000 });
  expect(numbers()['coverage.asked']).toEqual(known(54_000, true));
});

test('a small difference of two estimates is still about', async () => {
  const { numbers } = await run(partSums(placeWith(600)), {
    count: (jql) => (ofChildren(jql) ? 2_495 : 5_000),
  });
  expect(numbers().half).toEqual(known(10, true));
});

test('one count that fails leaves the others, and is asked for again alone', async () => {
  let broken = true;
  const { counts, asked, numbers } = await run(backlogSums(placeWith(0)), {
    count: () => 3,
    refuse: ({ body }) => broken && (body.jql ?? '').includes('"warned"'),
  });
  expect(numbers()['flag.warned']).toEqual({ kind: 'failed' });
  expect(numbers()['flag.candidate']).toEqual(known(3));
  broken = false;
  const before = asked.length;
  await counts.retry('flag.warned');
  expect(asked).toHaveLength(before + 1);
  expect(numbers()['flag.warned']).toEqual(known(3));
});

test('the parts of a backlog whose parents fit into one search are one count each', async () => {
  const { asked, numbers } = await run(partSums(placeWith(500)), { count: () => 5 });
  // All of these parents keep things running, so nobody is asked for children with a goal.
  expect(asked).toHaveLength(7);
  expect(numbers().parent).toEqual(known(0));
  expect(numbers().half).toEqual(known(5));
});

test('with more parents a part that shrinks is what is left after each group took its own', async () => {
  const { asked, numbers } = await run(partSums(placeWith(1100)), {
    count: (jql) => (ofChildren(jql) ? 7 : 100),
  });
  expect(numbers().half).toEqual(known(100 - 3 * 7));
  expect(numbers().none).toEqual(known(100 - 3 * 7));
  expect(numbers().run).toEqual(known(100 + 3 * 7));
  // Asked, own, exempt and parked once; each of the others once and once a group.
  expect(asked.length).toBeLessThanOrEqual(4 + 4 * (1 + 3));
});

test.each([
  ['the parts', (place: Place) => partSums(place)],
  ['the first tab', (place: Place) => backlogSums(place)],
  ['what is in progress', (place: Place) => nowSums(place, '2026-11-21')],
  ['a sprint', (place: Place) => sprintSums(place, 31, '2026-11-21')],
])('%s cost as many requests for 100,000 items as for 10,000', async (_name, sums) => {
  const place = placeWith(300);
  const small = await run<string>(sums(place), { count: () => 10_000 });
  const large = await run<string>(sums(place), { count: () => 100_000 });
  expect(large.asked).toEqual(small.asked);
  expect(small.asked.length).toBeLessThanOrEqual(8);
});
