import { expect, test } from '@jest/globals';
import type { Frame } from '../../../src/domain/band';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { createBacklogCounts } from '../../../static/src/surfaces/project/gather/backlog-counts';
import type { Numbers } from '../../../static/src/surfaces/project/gather/counts';
import type { BacklogName } from '../../../static/src/surfaces/project/gather/names';
import { fakeJira, STORY, type FakeSite } from './site';

const parent = (n: number) => ({
  id: String(n),
  key: `SHOP-${n}`,
  answer: { kind: 'value' as const, value: { why: 'run' as const, state: 'answered' as const } },
  result: { kind: 'none' as const },
});

async function run(parents: number, site: Omit<FakeSite, 'issues'>) {
  const { jira, asked } = fakeJira({ issues: [], ...site });
  const frame: Frame = {
    goals: [],
    rules: DEFAULT_RULES,
    standardTypeIds: [STORY.id],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: Array.from({ length: parents }, (_, n) => parent(n + 1)),
  };
  let numbers: Numbers<BacklogName> = {};
  const counts = createBacklogCounts({
    jira,
    projectId: '1',
    zone: 'UTC',
    frame,
    onChange: (next) => {
      numbers = next;
    },
  });
  await counts.start();
  return { counts, asked, numbers: () => numbers };
}

const ofChildren = (jql: string): boolean => jql.includes('parent in');

test('children of many parents are counted in groups that do not overlap', async () => {
  const { asked, numbers } = await run(1100, { count: (jql) => (ofChildren(jql) ? 7 : 100) });
  expect(asked.filter(({ body }) => ofChildren(body.jql ?? ''))).toHaveLength(3);
  expect(numbers()['coverage.parent']).toEqual({ kind: 'known', value: 21, about: false });
  expect(numbers()['coverage.asked']).toEqual({ kind: 'known', value: 100, about: false });
  expect(asked).toHaveLength(7);
});

test('without answered parents nobody is asked for their children', async () => {
  const { asked, numbers } = await run(0, { count: () => 3 });
  expect(asked).toHaveLength(4);
  expect(numbers()['coverage.parent']).toEqual({ kind: 'known', value: 0, about: false });
});

test('a large backlog is called about', async () => {
  const { numbers } = await run(0, { count: () => 54_000 });
  expect(numbers()['coverage.asked']).toEqual({ kind: 'known', value: 54_000, about: true });
});

test('one count that fails leaves the others, and is asked for again alone', async () => {
  let broken = true;
  const { counts, asked, numbers } = await run(0, {
    count: () => 3,
    refuse: ({ body }) => broken && (body.jql ?? '').includes('"warned"'),
  });
  expect(numbers()['flag.warned']).toEqual({ kind: 'failed' });
  expect(numbers()['flag.candidate']).toEqual({ kind: 'known', value: 3, about: false });
  broken = false;
  const before = asked.length;
  await counts.retry('flag.warned');
  expect(asked).toHaveLength(before + 1);
  expect(numbers()['flag.warned']).toEqual({ kind: 'known', value: 3, about: false });
});
