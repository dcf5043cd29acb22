import { expect, test } from '@jest/globals';
import { BANDS } from '../../../src/domain/band';
import type { WindowReport } from '../../../static/src/surfaces/project/gather/window-report';
import { isKnown } from '../../../static/src/surfaces/project/gather/number-state';
import { frame, on, run, value } from './report-run';
import { answer, finished, STORY, WONT_DO } from './site';

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

test('months, streams and bets of a listed window grow with its pages', async () => {
  const issues = Array.from({ length: 40 }, (_, n) =>
    finished({ n: n + 1, at: on(n), properties: n % 4 === 0 ? answer('g1') : {} }),
  );
  const { report, seen, last } = run({ issues, pageSize: 20 });
  await report.start();
  const months = ['2026-07-01', '2026-08-01', '2026-09-01'] as const;
  const sum = (state: WindowReport) =>
    months.reduce((all, from) => all + (value(state, `period.${from}.output`) ?? 0), 0);
  expect(seen.map(sum)).toEqual([0, 0, 20, 40, 40]);
  expect(value(last(), 'stream.none.shipped')).toBe(40);
  expect(value(last(), 'bets.waiting')).toBe(10);
  expect(last().items).toHaveLength(40);
});

test('items weigh their points, and those without an estimate are told', async () => {
  const points = {
    id: 'customfield_1',
    name: 'Story Points',
    schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
  };
  const issues = [1, 2, 3].map((n) => {
    const issue = finished({ n, at: on(n) });
    return n === 3 ? issue : { ...issue, fields: { ...issue.fields, customfield_1: n * 2 } };
  });
  const { report, last, asked } = run({ issues, fields: [points] }, frame, { weight: 'estimate' });
  await report.start();
  expect(value(last(), 'output')).toBe(6);
  expect(value(last(), 'band.unsorted')).toBe(6);
  expect(last().effort).toEqual({ unit: 'points', without: 1 });
  const search = asked.find(({ name }) => name === 'search');
  expect(search?.body.fields).toContain('customfield_1');
});

test('where nothing is estimated all items count one', async () => {
  const issues = [finished({ n: 1, at: on(1) })];
  const { report, last } = run({ issues, fields: [] }, frame, { weight: 'estimate' });
  await report.start();
  expect(value(last(), 'output')).toBe(1);
  expect(last().effort).toEqual({ unit: null, without: 1 });
});

test('a filter is part of every search, so that a part of a large window can be listed', async () => {
  const issues = [finished({ n: 1, at: on(1) })];
  const { report, asked, last } = run({ issues }, frame, {
    filter: { typeId: STORY.id, label: 'x"y' },
  });
  await report.start();
  expect(asked.every(({ body }) => body.jql?.includes('labels in ("x\\"y")'))).toBe(true);
  // The found item has no such label: search may lag behind.
  expect(value(last(), 'output')).toBe(0);
});
