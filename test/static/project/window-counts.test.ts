// A window too large to be listed: what is counted, in which order, and what is left out.
import { expect, test } from '@jest/globals';
import type { Frame } from '../../../src/domain/band';
import { streamsOfComponents, type Stream } from '../../../src/domain/filter';
import { frame, run } from './report-run';

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

const parents = (count: number): Frame['parents'] =>
  Array.from({ length: count }, (_, n) => ({
    id: String(n + 1),
    key: `SHOP-${n + 1}`,
    isDone: n > 0,
    answer: {
      kind: 'value' as const,
      value: {
        why: 'move' as const,
        goal: 'g1',
        state: 'answered' as const,
        checkBy: '2026-10-01',
      },
    },
    result: { kind: 'none' as const },
  }));

test('with too many parents a counted window gives the headline alone', async () => {
  const many = { ...frame, parents: parents(2_001) };
  const { report, asked, last } = run({ issues: [], count: () => 9000 }, many);
  await report.start();
  expect(last().numbers.output).toEqual({ kind: 'known', value: 9000, about: true });
  expect(last().numbers['band.moved']).toEqual({ kind: 'left-out' });
  expect(asked).toHaveLength(3);
  for (const part of ['periods', 'streams', 'bets'] as const) await report.ask(part);
  expect(last().numbers['period.2026-08-01.aimed']).toEqual({ kind: 'left-out' });
  expect(last().numbers['stream.none.shipped']).toEqual({ kind: 'left-out' });
  expect(last().numbers['bets.moved']).toEqual({ kind: 'left-out' });
  expect(asked).toHaveLength(3);
});

test('a counted window asks for the headline first, and for the rest when it is looked at', async () => {
  const { report, asked, last } = run({ issues: [], count: () => 9000 });
  await report.start();
  const headline = asked.length;
  expect(asked[1]?.body.jql).not.toContain('ladderGoal');
  expect(asked[2]?.body.jql).toContain('ladderGoal');
  expect(last().numbers['period.2026-08-01.output']).toBeUndefined();
  await report.ask('periods');
  expect(last().numbers['period.2026-08-01.output']).toEqual(last().numbers.output);
  await report.ask('periods');
  // Three months of seven numbers each, once.
  expect(asked).toHaveLength(headline + 3 * 7);
});

test('children of many parents are counted in groups of five hundred', async () => {
  const { report, asked } = run(
    { issues: [], count: () => 9000 },
    { ...frame, parents: parents(1_100) },
  );
  await report.start();
  const longest = Math.max(...asked.map(({ body }) => body.jql?.split(',').length ?? 0));
  expect(longest).toBeLessThanOrEqual(502);
  // What parents change takes a search a group besides its own; output and undelivered take one.
  const aimed = asked.filter(({ body }) => body.jql?.includes('parent in'));
  expect(aimed.length).toBeGreaterThanOrEqual(3);
});

test('parents of bets are looked for one by one, up to a hundred', async () => {
  const { report, asked, last } = run(
    { issues: [], count: (jql) => (jql.includes('parent in (3)') ? 0 : 9000) },
    { ...frame, parents: parents(3) },
  );
  await report.start();
  const before = asked.length;
  await report.ask('bets');
  // Own ones by five states, and one search for each of the three parents.
  expect(asked).toHaveLength(before + 5 + 3);
  const found = { kind: 'known', value: 9001, about: true };
  // The parent that was found is named, for the list behind the number; the one without items is not.
  expect(last().numbers['bets.due']).toEqual({ ...found, parents: ['2'] });
  expect(last().numbers['bets.waiting']).toEqual({ ...found, parents: ['1'] });
  const many = run({ issues: [], count: () => 9000 }, { ...frame, parents: parents(101) });
  await many.report.start();
  await many.report.ask('bets');
  expect(many.last().numbers['bets.moved']).toEqual({ kind: 'left-out' });
});

const components = (count: number): Stream[] =>
  streamsOfComponents(
    Array.from({ length: count }, (_, n) => ({ id: String(n + 1), name: `Component ${n + 1}` })),
  );

test('of three hundred streams those that are shown are counted, the others when all are asked for', async () => {
  const { report, asked, last } = run({ issues: [], count: () => 9000 }, frame, {
    streams: components(300),
  });
  await report.start();
  const headline = asked.length;
  await report.ask('streams');
  // Twelve streams and what is in none of the three hundred, three numbers each.
  expect(asked).toHaveLength(headline + 13 * 3);
  expect(asked.some(({ body }) => /component not in .*\b300\b/.test(body.jql ?? ''))).toBe(true);
  expect(last().numbers['stream.component-12.shipped']).toEqual(last().numbers.output);
  expect(last().numbers['stream.component-13.shipped']).toBeUndefined();
  await report.ask('otherStreams');
  expect(asked).toHaveLength(headline + 301 * 3);
  expect(last().numbers['stream.component-300.shipped']).toEqual(last().numbers.output);
}, 60_000);
