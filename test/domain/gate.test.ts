// The gate's verdict and its table, case by case; that the workflow rule says the same is shown in
// test/contract/gate.test.ts.
import { expect, test } from '@jest/globals';
import { gateTable, gateVerdict, missingForStart } from '../../src/domain/gate';
import type { KeptAnswer } from '../../src/domain/answer';
import { aGoal, anAnswer, anItem, aParent, at, someRules } from '../support/builders';

const NOW = at('2026-06-10T12:00:00Z');
const GOALS = [
  aGoal({ id: 'g1' }),
  aGoal({ id: 'g2', endedOn: '2026-02-01' }),
  aGoal({ id: 'g3', by: '' }),
  aGoal({ id: 'g4', lastDay: '2026-06-09' }),
  aGoal({ id: 'g5', firstDay: '2026-06-11' }),
];
const frame = (more = {}, goals = GOALS) => ({ goals, rules: someRules(more) });
const settings = (more = {}, goals = GOALS) => ({
  ...{ projectId: '10000', rev: 1, agreements: [] },
  ...frame(more, goals),
});
const answered = (more: Partial<KeptAnswer> = {}) => ({
  kind: 'value' as const,
  value: anAnswer(more),
});
const missing = (answer: ReturnType<typeof answered> | null, goals = GOALS) =>
  missingForStart(anItem(answer ? { answer } : {}), null, frame({}, goals), NOW);

test.each([
  { name: 'none', answer: null, is: 'none' },
  { name: 'a half one', answer: answered({ state: 'half' }), is: 'half' },
  { name: 'one for a goal of another project', answer: answered({ goal: 'x' }), is: 'goal' },
  { name: 'one for a goal that counts', answer: answered(), is: 'pass' },
  { name: 'one for a goal that was ended', answer: answered({ goal: 'g2' }), is: 'goal' },
  { name: 'one for a goal that is incomplete', answer: answered({ goal: 'g3' }), is: 'goal' },
  { name: 'one for a goal that is over', answer: answered({ goal: 'g4' }), is: 'goal' },
  { name: 'one for a goal to come', answer: answered({ goal: 'g5' }), is: 'goal' },
  { name: 'one that keeps things running', answer: answered({ why: 'run' }), is: 'pass' },
])('to start with this answer: $name, what is missing is $is', ({ answer, is }) => {
  expect(missing(answer)).toBe(is);
});

test('a parent’s answer counts, and nothing is asked while no goal counts or of who is not asked', () => {
  const parent = aParent({ answer: answered() });
  expect(missingForStart(anItem(), parent, frame(), NOW)).toBe('pass');
  for (const gone of GOALS.slice(1)) expect(missing(null, [gone])).toBe('pass');
  expect(missingForStart(anItem(), null, frame({ exemptTypeIds: ['1'] }), NOW)).toBe('pass');
});

test('a goal counts from the first instant of its first day to the last of its last', () => {
  const goals = [aGoal({ firstDay: '2026-06-10', lastDay: '2026-06-10' })];
  const asked = (time: string) =>
    missingForStart(anItem(), null, frame({ timeZone: 'Europe/Berlin' }, goals), at(time));
  const times = ['09T21:59:59.999Z', '09T22:00:00Z', '10T21:59:59.999Z', '10T22:00:00Z'];
  expect(times.map((time) => asked(`2026-06-${time}`))).toEqual(['pass', 'none', 'none', 'pass']);
});

test.each(['off', 'warn', 'block'] as const)('a gate that is set to %s', (gate) => {
  const verdict = (passUntil?: number | null) =>
    gateVerdict(anItem(), null, settings({ gate }), NOW, passUntil);
  const stops = gate === 'block' ? 'none' : 'pass';
  expect([verdict(), verdict(null), verdict(NOW), verdict(NOW - 1)]).toEqual(
    Array.from({ length: 4 }, () => stops),
  );
  expect(verdict(NOW + 1)).toBe('pass');
});

test('the table holds who is not asked, all goals, and the days of those that count', () => {
  const rules = { gate: 'block', exemptTypeIds: ['2'], exemptLabels: ['chore'] } as const;
  const types = [
    { id: '1', level: 0 },
    { id: '2', level: 0 },
    { id: '4', level: -1 },
    { id: '5', level: 1 },
  ];
  const say = { none: 'n', half: 'h', goal: 'g' };
  expect(gateTable(settings(rules), types, say)).toEqual({
    v: 1,
    mode: 'block',
    types: [2, 4, 5],
    labels: ['chore'],
    goals: ['g1', 'g2', 'g3', 'g4', 'g5'],
    days: [
      { goal: 'g1', from: at('2026-01-01T00:00:00Z'), to: at('2027-01-01T00:00:00Z') },
      { goal: 'g4', from: at('2026-01-01T00:00:00Z'), to: at('2026-06-10T00:00:00Z') },
      { goal: 'g5', from: at('2026-06-11T00:00:00Z'), to: at('2027-01-01T00:00:00Z') },
    ],
    say,
  });
});
