// When an item becomes a candidate, at the borders of each rule.
import { describe, expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/domain/days';
import type { Flag, ItemFacts } from '../../src/domain/item';
import { findingOf, firstFalseSince, isResting, planFlag, planListed } from '../../src/domain/kill';
import {
  aFrame,
  aGoal,
  anAnswer,
  anItem,
  aParent,
  at,
  none,
  someRules,
  value,
} from '../support/builders';

const TODAY = '2026-11-21';
const NOW = at('2026-11-21T12:00:00Z');
const MOMENT = { now: NOW, today: TODAY };
const frame = aFrame({
  goals: [aGoal(), aGoal({ id: 'g2', endedOn: '2026-06-01' })],
  rules: someRules({ warnAfterDays: 90, flagAfterDays: 180, graceDays: 14, exemptTypeIds: ['3'] }),
});
const ago = (days: number) => NOW - days * DAY_MS;
const item = (more: Partial<ItemFacts> = {}) =>
  anItem({ created: ago(200), updated: NOW, ...more });
const finding = (more: Partial<ItemFacts>) => findingOf(item(more), frame, MOMENT);
const flagged = (more: Partial<Flag> = {}) =>
  value<Flag>({ flag: 'warned', reason: 'aged', since: '2026-11-01', ...more });
const plan = (more: Partial<ItemFacts>) => planFlag(item(more), frame, MOMENT);
const unreadable: ItemFacts['flag'] = { kind: 'unreadable' };

test('an item without an answer is warned at its age, and ripe at twice that', () => {
  expect(finding({ created: ago(90) + 1 })).toBeNull();
  expect(finding({ created: ago(90) })).toEqual({ reason: 'aged', ripe: false });
  expect(finding({ created: ago(180) + 1 })).toEqual({ reason: 'aged', ripe: false });
  expect(finding({ created: ago(180) })).toEqual({ reason: 'aged', ripe: true });
});

test('what is done, not asked or at rest has no finding', () => {
  expect(finding({})).not.toBeNull();
  expect(finding({ category: 'done' })).toBeNull();
  expect(finding({ typeId: '3' })).toBeNull();
  expect(finding({ decision: value({ decision: 'kept', until: '2026-11-22' }) })).toBeNull();
});

test('what was kept or parked rests up to its day; what was killed does not, and nothing without a day', () => {
  const rests = (decision: 'kept' | 'parked' | 'killed', until?: string) =>
    isResting({ decision: value({ decision, until }) }, TODAY);
  expect(rests('kept', '2026-11-22')).toBe(true);
  expect(rests('parked', '2026-11-22')).toBe(true);
  expect(rests('parked', TODAY)).toBe(false);
  expect(rests('killed', '2026-11-22')).toBe(false);
  expect(rests('kept')).toBe(false);
  expect(isResting({ decision: none }, TODAY)).toBe(false);
});

describe('an answered item', () => {
  const answered = (more: Parameters<typeof anAnswer>[0], facts: Partial<ItemFacts> = {}) =>
    finding({ answer: value(anAnswer({ checkBy: '2026-12-01', ...more })), ...facts });

  test('is looked at on the day after its stop-by date, before any other reason', () => {
    expect(answered({ stopBy: TODAY })).toBeNull();
    const late = { stopBy: '2026-11-20', checkBy: '2026-11-01' };
    expect(answered(late)).toEqual({ reason: 'stop', ripe: true });
  });

  test('is looked at on the day after its check date', () => {
    expect(answered({ checkBy: TODAY })).toBeNull();
    expect(answered({ checkBy: '2026-11-20' })).toEqual({ reason: 'check', ripe: true });
    expect(answered({ checkBy: undefined })).toBeNull();
  });

  test('is looked at when its own goal is over, not when another one is', () => {
    expect(answered({ goal: 'g1' })).toBeNull();
    expect(answered({ goal: 'g2' })).toEqual({ reason: 'goal', ripe: true });
  });

  test('is looked at when nobody touched it for as long as makes a candidate', () => {
    expect(answered({}, { updated: ago(180) + 1 })).toBeNull();
    expect(answered({}, { updated: ago(180) })).toEqual({ reason: 'idle', ripe: true });
  });

  test('was touched on the day on which it was answered, though Jira does not say so', () => {
    const old = { updated: ago(400) };
    const on = (day: string) => answered({ answered: day }, old);
    expect(on(TODAY)).toBeNull();
    expect(on('2026-05-26')).toBeNull();
    expect(on('2026-05-25')).toEqual({ reason: 'idle', ripe: true });
    // Another zone's tomorrow is a day; what lies further ahead is none.
    expect(on('2026-11-22')).toBeNull();
    expect(on('2026-11-23')).toEqual({ reason: 'idle', ripe: true });
    expect(answered({ why: 'run', answered: TODAY }, old)).toBeNull();
  });

  test('by its parent was touched when its parent was answered', () => {
    const under = (day: string) => {
      const parent = aParent({ answer: value(anAnswer({ checkBy: '2026-12-01', answered: day })) });
      const child = item({ parentId: parent.id, updated: ago(400) });
      return findingOf(child, { ...frame, parents: [parent] }, MOMENT);
    };
    expect(under('2026-05-26')).toBeNull();
    expect(under('2026-05-25')).toEqual({ reason: 'idle', ripe: true });
  });

  test('that keeps things running has neither goal nor check date', () => {
    const runs = { why: 'run' as const, goal: 'g2', checkBy: '2026-01-01' };
    expect(answered(runs)).toBeNull();
    expect(answered(runs, { updated: ago(180) })).toEqual({ reason: 'idle', ripe: true });
  });
});

describe('the flag', () => {
  test('is a warning first, and stays while the grace lasts', () => {
    const warned = { flag: 'warned', reason: 'aged', since: TODAY };
    expect(plan({})).toEqual({ kind: 'write', flag: warned });
    expect(plan({ flag: flagged({ since: '2026-11-08' }) })).toEqual({ kind: 'keep' });
    expect(plan({ flag: flagged({ since: '2026-11-07' }) })).toEqual({
      kind: 'write',
      flag: { ...warned, flag: 'candidate' },
    });
  });

  test('is written anew where no scan can have written it', () => {
    const later = firstFalseSince(TODAY);
    expect(later).toBe('2026-11-23');
    expect(plan({ flag: flagged({ since: later }) }).kind).toBe('write');
    expect(plan({ flag: flagged({ since: '2026-11-22' }) })).toEqual({ kind: 'keep' });
    expect(plan({ flag: value({ reason: 'aged', since: '2026-01-01' }) }).kind).toBe('write');
    expect(plan({ flag: value({ flag: 'candidate', reason: 'aged' }) }).kind).toBe('write');
  });

  test('takes over another reason and keeps its day', () => {
    const flag = { flag: 'candidate', reason: 'aged', since: '2026-11-01' };
    expect(plan({ flag: flagged({ flag: 'candidate', reason: 'idle' }) })).toEqual({
      kind: 'write',
      flag,
    });
  });

  test('goes from an old item that nobody has touched, once it is answered', () => {
    const answer = value(anAnswer({ checkBy: '2026-12-01', answered: TODAY }));
    expect(plan({ updated: ago(200), answer, flag: flagged() })).toEqual({ kind: 'clear' });
  });

  test('goes when there is nothing to say any more', () => {
    expect(plan({ created: NOW, flag: flagged() })).toEqual({ kind: 'clear' });
    expect(plan({ created: NOW, flag: value({ notBefore: TODAY }) })).toEqual({ kind: 'keep' });
  });
});

describe('what a search lists', () => {
  const young = { created: NOW };
  const listed = (search: Parameters<typeof planListed>[1], more: Partial<ItemFacts>) =>
    planListed(item(more), search, frame, MOMENT);

  test('for nothing is not listed again for a week and some days, spread by the id', () => {
    const marked = (id: string) => listed('warn', { ...young, id });
    expect(marked('70')).toEqual({ kind: 'write', flag: { notBefore: '2026-11-28' } });
    expect(marked('76')).toEqual({ kind: 'write', flag: { notBefore: '2026-12-04' } });
  });

  test('comes back tomorrow where its age is reached by then', () => {
    expect(listed('warn', { created: ago(89) })).toEqual({ kind: 'keep' });
    expect(listed('warn', { created: ago(88) }).kind).toBe('write');
  });

  test('for the grace that lasts is marked beside its warning, unless it ripens tomorrow', () => {
    const flag = flagged({ since: '2026-11-08' });
    expect(listed('flag', { created: ago(100), flag })).toEqual({
      kind: 'write',
      flag: { flag: 'warned', reason: 'aged', since: '2026-11-08', notBefore: '2026-12-03' },
    });
    expect(listed('flag', { created: ago(179), flag })).toEqual({ kind: 'keep' });
  });

  test('in another search than for what it carries is left alone', () => {
    const candidate = flagged({ flag: 'candidate' });
    expect(listed('warn', { flag: flagged({ since: '2026-11-08' }) })).toEqual({ kind: 'keep' });
    expect(listed('flag', { flag: candidate })).toEqual({ kind: 'keep' });
    expect(listed('flag', young)).toEqual({ kind: 'keep' });
    expect(listed('reason', young)).toEqual({ kind: 'keep' });
  });

  test('while it rests is left alone', () => {
    const decision = value({ decision: 'parked' as const, until: '2027-01-01' });
    expect(listed('warn', { ...young, decision })).toEqual({ kind: 'keep' });
  });

  test('with a flag that cannot be read is rid of it, once there is nothing to say', () => {
    expect(listed('clear', { ...young, flag: unreadable })).toEqual({ kind: 'clear' });
    expect(listed('clear', young)).toEqual({ kind: 'keep' });
    expect(listed('reason', { ...young, flag: unreadable })).toEqual({ kind: 'keep' });
    expect(listed('clear', { flag: unreadable })).toMatchObject({ kind: 'write' });
  });
});
