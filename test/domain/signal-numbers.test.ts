// What signals count, item by item at the border of each condition.
import { expect, test } from '@jest/globals';
import { clausesOf } from '../../src/domain/bet-sum';
import { holds } from '../../src/domain/clause';
import { DAY_MS } from '../../src/domain/days';
import type { ItemFacts } from '../../src/domain/item';
import { signalNumbers, type SignalNumber } from '../../src/domain/signal-numbers';
import { aFrame, aGoal, anAnswer, anItem, aParent, aReading, at, value } from '../support/builders';

const NOW = at('2026-11-21T12:00:00Z');
const TODAY = '2026-11-21';
const over = aGoal({ id: 'g2', endedOn: '2026-10-01' });
const frame = aFrame({
  goals: [aGoal(), over],
  parents: [
    aParent({ answer: value(anAnswer()) }),
    aParent({ id: '9002', answer: value(anAnswer({ goal: 'g2' })) }),
  ],
});
const readings = ['2026-08-10', '2026-09-10', '2026-10-10'].map((day) => aReading({ day }));
const clausesNow = () =>
  clausesOf(frame, signalNumbers({ frame, readings, today: TODAY, zone: 'UTC' }));
const counts = (name: SignalNumber, more: Partial<ItemFacts>): boolean => {
  const clause = clausesNow()[name];
  if (!clause) throw new Error(name);
  return holds(clause, anItem(more), NOW);
};
const finished = (day: string, more: Partial<ItemFacts> = {}): Partial<ItemFacts> => ({
  category: 'done',
  categoryChanged: at(`${day}T09:00:00Z`),
  ...more,
});
const kill = value({ decision: 'killed' as const });

test('the three last whole months stand against the three before them', () => {
  expect(counts('recent.output', finished('2026-11-01'))).toBe(false);
  expect(counts('recent.output', finished('2026-10-31'))).toBe(true);
  expect(counts('recent.output', finished('2026-08-01'))).toBe(true);
  expect(counts('recent.output', finished('2026-07-31'))).toBe(false);
  expect(counts('earlier.output', finished('2026-07-31'))).toBe(true);
  expect(counts('earlier.output', finished('2026-05-01'))).toBe(true);
  expect(counts('earlier.output', finished('2026-04-30'))).toBe(false);
  expect(counts('recent.aimed', finished('2026-10-31'))).toBe(false);
  expect(counts('recent.aimed', finished('2026-10-31', { parentId: '9001' }))).toBe(true);
});

test('what was added without an answer stands against the answers of the same four weeks', () => {
  expect(counts('added', { created: NOW - 28 * DAY_MS + 60_000 })).toBe(true);
  expect(counts('added', { created: NOW - 28 * DAY_MS })).toBe(false);
  expect(counts('added', { created: NOW, parentId: '9001' })).toBe(false);
  const answered = (day: string) => ({ answer: value(anAnswer({ answered: day })) });
  expect(counts('answers', answered('2026-10-25'))).toBe(true);
  expect(counts('answers', answered('2026-10-24'))).toBe(false);
  // An epic's answer is one, too; a finished item that was sorted gave none.
  expect(counts('answers', { ...answered('2026-11-20'), typeId: '9', level: 1 })).toBe(true);
  const sorted = { why: 'run', state: 'answered', when: 'sorted', answered: TODAY } as const;
  expect(counts('answers', { answer: value(sorted) })).toBe(false);
});

test('a flat goal counts what was aimed at it since the reading before the two latest', () => {
  const own = { answer: value(anAnswer()) };
  expect(counts('flat.g1', finished('2026-08-10', own))).toBe(true);
  expect(counts('flat.g1', finished('2026-08-09', own))).toBe(false);
  expect(counts('flat.g1', finished('2026-10-10', { parentId: '9001' }))).toBe(true);
});

test('open items are counted for the goals that are over, also where a parent names them', () => {
  expect(counts('ended.g2', { parentId: '9002' })).toBe(true);
  expect(counts('ended.g2', { answer: value(anAnswer({ goal: 'g2' })) })).toBe(true);
  expect(counts('ended.g2', { parentId: '9001' })).toBe(false);
  expect(counts('ended.g2', finished('2026-11-01', { parentId: '9002' }))).toBe(false);
  expect(clausesNow()).not.toHaveProperty(['ended.g1']);
});

test('kills of the last 180 days count', () => {
  const killed = (back: number) => ({
    category: 'done' as const,
    decision: kill,
    categoryChanged: NOW - back * DAY_MS,
  });
  expect(counts('kills', killed(179))).toBe(true);
  expect(counts('kills', killed(180))).toBe(false);
  expect(counts('kills', { ...killed(1), decision: value({ decision: 'kept' }) })).toBe(false);
});
