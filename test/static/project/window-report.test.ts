import { expect, test } from '@jest/globals';
import { BANDS, type Frame } from '../../../src/domain/band';
import type { Goal } from '../../../src/domain/goal';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import {
  createReport,
  type WindowReport,
} from '../../../static/src/surfaces/project/gather/window-report';
import { isKnown, valueOfNumber } from '../../../static/src/surfaces/project/gather/number-state';
import { answer, fakeJira, finished, STORY, WONT_DO, type FakeSite } from './site';

const goal: Goal = {
  id: 'g1',
  achieve: 'a',
  by: 'b',
  metric: 'm',
  unit: '%',
  direction: 'up',
  baseline: 1,
  target: 2,
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
};
const frame: Frame = {
  goals: [goal],
  rules: DEFAULT_RULES,
  standardTypeIds: [STORY.id],
  undelivered: { resolutionIds: [WONT_DO.id], statusIds: [] },
  parents: [],
};
const days = { from: '2026-07-01', to: '2026-09-30' };
const on = (n: number): string =>
  new Date(Date.UTC(2026, 6, 1 + (n % 90), 12)).toISOString().replace('Z', '+0000');

function run(site: FakeSite, inFrame: Frame = frame) {
  const { jira, asked } = fakeJira(site);
  const seen: WindowReport[] = [];
  const report = createReport({
    jira,
    projectId: '1',
    zone: 'UTC',
    frame: inFrame,
    days,
    onChange: (next) => seen.push(next),
  });
  const last = (): WindowReport => seen.at(-1) ?? { mode: null, numbers: {}, reading: null };
  return { report, asked, seen, last };
}

const value = (report: WindowReport, name: keyof WindowReport['numbers']): number | null =>
  valueOfNumber(report.numbers[name]);

test('a window of some items is listed, and its numbers add up', async () => {
  const issues = Array.from({ length: 230 }, (_, n) =>
    finished({
      n: n + 1,
      at: on(n),
      ...(n % 10 === 0 ? { resolution: WONT_DO.id } : {}),
      ...(n % 3 === 0 ? { properties: answer('g1') } : {}),
    }),
  );
  const { report, asked, last } = run({ issues });
  await report.start();
  const numbers = last();
  expect(numbers).toMatchObject({ mode: 'listed', reading: null });
  expect(value(numbers, 'undelivered')).toBe(23);
  expect(value(numbers, 'output')).toBe(207);
  expect(value(numbers, 'aimed')).toBe(value(numbers, 'goal.g1'));
  expect(value(numbers, 'aimedBefore')).toBe(value(numbers, 'aimed'));
  const bands = BANDS.reduce((sum, band) => sum + (value(numbers, `band.${band}`) ?? 0), 0);
  expect(bands).toBe(207);
  // One count, and no more pages than the items need.
  expect(asked.filter(({ name }) => name === 'count')).toHaveLength(1);
  expect(asked.filter(({ name }) => name === 'search').length).toBeLessThanOrEqual(4);
});

test('numbers grow as pages arrive and are final only at the end', async () => {
  const issues = Array.from({ length: 60 }, (_, n) => finished({ n: n + 1, at: on(n) }));
  const { report, seen } = run({ issues, pageSize: 20 });
  await report.start();
  const outputs = seen.map((state) => value(state, 'output'));
  expect(outputs).toEqual([null, null, 20, 40, 60, 60]);
  expect(seen.map(({ numbers }) => isKnown(numbers.output))).toEqual([
    ...Array.from({ length: 5 }, () => false),
    true,
  ]);
});

test('an item that two chains give is counted once', async () => {
  const issues = [1, 2].map((n) => finished({ n, at: on(n) }));
  const { report, last } = run({ issues: [...issues, ...issues] });
  await report.start();
  expect(value(last(), 'output')).toBe(2);
});

test('a failed page leaves no half number, and trying again reads only what is missing', async () => {
  const issues = Array.from({ length: 250 }, (_, n) => finished({ n: n + 1, at: on(n) }));
  let broken = true;
  const { report, asked, last } = run({
    issues,
    refuse: ({ name, body }) =>
      broken && name === 'search' && (body.jql ?? '').includes('>= "2026-08-01'),
  });
  await report.start();
  expect(last().numbers.output).toEqual({ kind: 'failed' });
  expect(last().numbers['band.moved']).toEqual({ kind: 'failed' });
  const before = asked.length;
  broken = false;
  await report.retry('output');
  expect(value(last(), 'output')).toBe(250);
  expect(asked.slice(before).every(({ body }) => body.jql?.includes('>= "2026-08-01'))).toBe(true);
});

test('when even the first count fails, trying again starts over', async () => {
  let broken = true;
  const { report, last } = run({
    issues: [finished({ n: 1, at: on(1) })],
    refuse: () => broken,
  });
  await report.start();
  expect(last().numbers.aimed).toEqual({ kind: 'failed' });
  broken = false;
  await report.retry('aimed');
  expect(last().numbers.output).toEqual({ kind: 'known', value: 1, about: false });
});

test('above the limit each number is counted, called about, and retried by itself', async () => {
  let broken = true;
  const { report, asked, last } = run({
    issues: [],
    count: () => 2001,
    refuse: ({ body }) => broken && (body.jql ?? '').includes('ladderWhen'),
  });
  await report.start();
  expect(last().mode).toBe('counted');
  expect(last().numbers.output).toEqual({ kind: 'known', value: 2001, about: true });
  expect(last().numbers.aimedBefore).toEqual({ kind: 'failed' });
  expect(asked.some(({ name }) => name === 'search')).toBe(false);
  const before = asked.length;
  broken = false;
  await report.retry('aimedBefore');
  expect(last().numbers.aimedBefore).toEqual({ kind: 'known', value: 2001, about: true });
  expect(asked).toHaveLength(before + 1);
});

test('with more parents than one search takes, a counted window gives the headline alone', async () => {
  const parents = Array.from({ length: 501 }, (_, n) => ({
    id: String(n + 1),
    key: `SHOP-${n + 1}`,
    answer: { kind: 'none' as const },
    result: { kind: 'none' as const },
  }));
  const { report, asked, last } = run({ issues: [], count: () => 9000 }, { ...frame, parents });
  await report.start();
  expect(last().numbers.output).toEqual({ kind: 'known', value: 9000, about: true });
  expect(last().numbers['band.moved']).toEqual({ kind: 'left-out' });
  expect(asked).toHaveLength(3);
});
