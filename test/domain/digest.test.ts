import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rules } from '../../src/contract/goals';
import { addDays, dayOf, type Day } from '../../src/domain/days';
import {
  DUES_AT_ONCE,
  LOOKED_AT,
  mondayOf,
  nextSummary,
  planNotices,
  summaryWeek,
  toldOf,
  unplacedOwners,
  weekdayOf,
  type DigestFacts,
  type DueResult,
} from '../../src/domain/digest';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { aGoal, aReading } from '../support/builders';

const TODAY = '2026-11-02';
const MONDAY = '2026-11-02';
const due = (more: Partial<DueResult> = {}): DueResult => ({
  ...{ itemId: '10001', checkBy: '2026-11-01', delivered: '2026-10-01' },
  ...{ assigneeId: 'ann', reporterId: 'bob' },
  ...more,
});
const facts = (more: Partial<DigestFacts> = {}): DigestFacts => ({
  today: TODAY,
  week: null,
  dues: [],
  isTold: () => false,
  optedOut: new Set(),
  memberIds: [],
  agenda: { count: 0, itemIds: [] },
  goals: [],
  readings: [],
  goalItems: new Map(),
  anyItems: [],
  ...more,
});

describe('the day of the summary', () => {
  test('is the chosen weekday in the project’s zone, whatever the clock does that night', () => {
    // Clocks go back in Berlin on this Sunday, between 02:00 and 03:00.
    const zone = 'Europe/Berlin';
    const days = ['2026-10-24T22:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T23:30:00Z'].map(
      (instant) => dayOf(Date.parse(instant), zone),
    );
    expect(days.map(weekdayOf)).toEqual([7, 7, 1]);
    expect(days.map((day) => summaryWeek(7, day, null))).toEqual([
      '2026-10-19',
      '2026-10-19',
      null,
    ]);
  });

  test('comes up to three nights late where no scan saw it', () => {
    expect(summaryWeek(1, '2026-11-04', '2026-11-01')).toBe(MONDAY);
    expect(summaryWeek(1, '2026-11-04', '2026-11-02')).toBe(null);
    expect(summaryWeek(1, '2026-11-06', '2026-11-01')).toBe(null);
    expect(summaryWeek(1, '2026-11-04', null)).toBe(null);
  });

  test('is today until its scan is over, then a week later', () => {
    expect(nextSummary(1, MONDAY, '2026-11-01')).toBe(MONDAY);
    expect(nextSummary(1, MONDAY, null)).toBe(MONDAY);
    expect(nextSummary(1, MONDAY, MONDAY)).toBe('2026-11-09');
    expect(nextSummary(2, MONDAY, MONDAY)).toBe('2026-11-03');
    expect(nextSummary(7, MONDAY, MONDAY)).toBe('2026-11-08');
    // Sunday's scan did not take place: the next one makes up for it.
    expect(nextSummary(7, MONDAY, '2026-10-31')).toBe(MONDAY);
  });

  test('is foretold as the nights bring it', () => {
    const weekday = fc.integer({ min: 1, max: 7 });
    const before = fc.option(fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(weekday, weekday, before, (chosen, n, ago) => {
        const today = addDays(MONDAY, n);
        const lastDay = ago === null ? null : addDays(today, -ago);
        let last = lastDay;
        let day = lastDay === today ? addDays(today, 1) : today;
        while (summaryWeek(chosen, day, last) === null) {
          last = day;
          day = addDays(day, 1);
        }
        expect(nextSummary(chosen, today, lastDay)).toBe(day);
      }),
    );
  });

  test('comes once for each week in a row of nights', () => {
    const start = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2020-01-01', n));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 7 }), (first, weekday) => {
        let last: Day | null = null;
        const weeks: Day[] = [];
        for (let n = 0; n < 28; n += 1) {
          const today = addDays(first, n);
          const week = summaryWeek(weekday, today, last);
          if (week !== null) weeks.push(week);
          last = today;
        }
        expect(weeks).toHaveLength(4);
        expect(new Set(weeks).size).toBe(4);
        expect(weeks.map(mondayOf)).toEqual(weeks);
      }),
    );
  });
});

test('rules from before there were messages are read as sending none', () => {
  const { digest: _none, ...older } = DEFAULT_RULES;
  expect(rules.parse(older).digest).toEqual({ mode: 'off', weekday: 1 });
  expect(rules.safeParse({ ...older, digest: { mode: 'notify', weekday: 8 } }).success).toBe(false);
});

describe('due results', () => {
  test('are told to the assignee, and to the reporter where nobody is assigned', () => {
    const notices = planNotices(
      facts({ dues: [due(), due({ itemId: '10002', assigneeId: null })] }),
    );
    expect(notices.map(({ to, itemId }) => [to, itemId])).toEqual([
      ['ann', '10001'],
      ['bob', '10002'],
    ]);
  });

  test('are told once, and not when their day is long over', () => {
    const told = facts({
      dues: [due(), due({ itemId: '10002' })],
      isTold: (one) => one.itemId === '10001',
    });
    expect(planNotices(told).map(({ dues }) => dues)).toEqual([
      [{ itemId: '10002', checkBy: '2026-11-01' }],
    ]);
    expect(planNotices(facts({ dues: [due({ checkBy: '2026-09-01' })] }))).toEqual([]);
  });

  test('of one night are one message, part of the summary where there is one', () => {
    const dues = [due(), due({ itemId: '10002', checkBy: '2026-09-01' })];
    expect(planNotices(facts({ dues, week: MONDAY }))).toEqual([
      {
        ...{ to: 'ann', itemId: '10001', others: ['10002'], week: MONDAY },
        dues: [{ itemId: '10001', checkBy: '2026-11-01' }],
        counts: { due: 2, agenda: 0, unread: 0, ending: 0 },
        counted: { due: ['10001', '10002'], agenda: [] },
      },
    ]);
  });
});

describe('the summary', () => {
  const agenda = { count: 5, itemIds: ['10009', '10010'] };

  test('has other places where many results are due: the agenda, and items of one’s goals', () => {
    const dues = Array.from({ length: 9 }, (_none, n) => due({ itemId: `1000${n}` }));
    const goals = [aGoal({ id: 'g1', ownerAccountId: 'ann' })];
    const goalItems = new Map([['g1', '10020']]);
    const of = { week: MONDAY, dues, agenda, memberIds: ['ann'], goals, goalItems };
    expect(planNotices(facts(of))).toMatchObject([
      { itemId: '10000', others: ['10001', '10002', '10009', '10020'] },
    ]);
  });

  test('counts the agenda for members of the forum only', () => {
    const [notice, ...others] = planNotices(
      facts({ week: MONDAY, memberIds: ['mia'], agenda, dues: [] }),
    );
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ to: 'mia', itemId: '10009', counts: { agenda: 5, due: 0 } });
  });

  test('tells an owner of goals without a reading, and of those that end', () => {
    const goals = [
      aGoal({ id: 'g1', ownerAccountId: 'olga' }),
      aGoal({ id: 'g2', ownerAccountId: 'olga', lastDay: '2026-11-10' }),
      aGoal({ id: 'g3', ownerAccountId: 'olga' }),
    ];
    const readings = ['g2', 'g3'].map((goalId) => aReading({ goalId, day: '2026-10-20' }));
    const goalItems = new Map([['g2', '10005']]);
    const of = { week: MONDAY, goals, readings };
    expect(planNotices(facts({ ...of, goalItems }))).toMatchObject([
      { to: 'olga', itemId: '10005', counts: { unread: 1, ending: 1 } },
    ]);
    // No item is answered for them: it hangs on any that there is.
    expect(planNotices(facts({ ...of, anyItems: ['10001', '10002'] }))).toMatchObject([
      { to: 'olga', itemId: '10001', others: ['10002'] },
    ]);
    expect(planNotices(facts(of))).toEqual([]);
    // Who hears by way of another goal, or wants no messages, is not left out.
    expect(unplacedOwners(facts(of))).toEqual(['olga']);
    expect(unplacedOwners(facts({ ...of, goalItems }))).toEqual([]);
    expect(unplacedOwners(facts({ ...of, optedOut: new Set(['olga']) }))).toEqual([]);
  });

  test('says nothing where there is nothing to say', () => {
    const quiet = { week: MONDAY, memberIds: ['mia'], goals: [aGoal({ ownerAccountId: 'olga' })] };
    const readings = [aReading({ day: '2026-10-30' })];
    expect(planNotices(facts({ ...quiet, readings }))).toEqual([]);
  });
});

test('whatever is due: one message a person, none to who opted out, no result told twice', () => {
  const person = fc.constantFrom('ann', 'bob', 'cat', null);
  const anyDue = fc.record({
    itemId: fc.integer({ min: 1, max: 60 }).map(String),
    checkBy: fc.integer({ min: 0, max: 60 }).map((n) => addDays(TODAY, -n)),
    delivered: fc.constant('2026-10-01'),
    assigneeId: person,
    reporterId: person,
  });
  const dues = fc.uniqueArray(anyDue, { maxLength: 60, selector: ({ itemId }) => itemId });
  fc.assert(
    fc.property(
      dues,
      fc.constantFrom(null, MONDAY),
      fc.constantFrom('ann', 'bob'),
      (all, week, out) => {
        const told = (one: DueResult) => Number(one.itemId) % 5 === 0;
        const notices = planNotices(
          facts({
            dues: all,
            week,
            optedOut: new Set([out]),
            isTold: told,
            memberIds: ['cat', out],
          }),
        );
        expect(new Set(notices.map(({ to }) => to)).size).toBe(notices.length);
        expect(notices.some(({ to }) => to === out)).toBe(false);
        const ids = notices.flatMap((notice) => notice.dues.map(({ itemId }) => itemId));
        expect(new Set(ids).size).toBe(ids.length);
        for (const notice of notices) {
          expect(notice.dues.length).toBeLessThanOrEqual(DUES_AT_ONCE);
          const looked = notice.dues.length + LOOKED_AT;
          expect(notice.counted.due).toHaveLength(Math.min(notice.counts.due, looked));
          expect(Object.values(notice.counts).some((count) => count > 0)).toBe(true);
          for (const { itemId } of notice.dues) {
            const found = all.find((one) => one.itemId === itemId);
            expect(found && [toldOf(found), told(found)]).toEqual([notice.to, false]);
          }
        }
      },
    ),
  );
});
