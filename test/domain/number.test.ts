import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  BANDS,
  bandOf,
  isAimed,
  isUndelivered,
  wasFinished,
  type Frame,
  type Window,
} from '../../src/domain/band';
import { clausesOf } from '../../src/domain/bet-sum';
import { holds, not, simplify } from '../../src/domain/clause';
import { coverageOf } from '../../src/domain/coverage';
import { filterCounted, fitsFilter } from '../../src/domain/filter';
import type { ItemFacts } from '../../src/domain/item';
import { findingOf, planFlag } from '../../src/domain/kill';
import { findingClause, scanListings } from '../../src/domain/kill-clause';
import { backlogNumbers, windowNumbers } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { resultOfSorting, sortedAnswer, type Sorting } from '../../src/domain/sort';
import { dayOf } from '../../src/domain/days';
import { anyFilter, anyFrame, anyItem, aWindow, NOW, STREAMS } from '../support/arbitraries';
import { aFrame, anAnswer, anItem, none, value } from '../support/builders';
import { runsOf } from '../support/runs';

const runs = runsOf(60);

test('a band as a function of an item and as a search condition is the same', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, (item, frame, window) => {
      const clauses = clausesOf(frame, windowNumbers(frame, window));
      const delivered = wasFinished(item, window) && !isUndelivered(item, frame);
      const band = delivered ? bandOf(item, frame) : null;
      for (const name of BANDS)
        expect([name, holds(clauses[`band.${name}`], item, NOW)]).toEqual([name, band === name]);
    }),
    runs,
  );
});

/** The numbers of a window as the functions of an item give them. */
function listedNumbers(items: readonly ItemFacts[], frame: Frame, window: Window) {
  const { bands, goals, ...sums } = outputOf(items, frame, window);
  const named = (prefix: string, of: Record<string, number>) =>
    Object.entries(of).map(([name, n]): [string, number] => [`${prefix}.${name}`, n]);
  return Object.fromEntries([
    ...Object.entries(sums),
    ...named('band', bands),
    ...named('goal', goals),
  ]);
}

test('every number of a window agrees between listing and searching, under every filter', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, anyFilter, (item, frame, window, filter) => {
      const within = filterCounted(frame, filter, STREAMS);
      const clauses = clausesOf(frame, windowNumbers(frame, window, within));
      const fits = fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW });
      const listed = listedNumbers(fits ? [item] : [], frame, window);
      const counted = Object.entries(clauses).map(([name, clause]) => [
        name,
        Number(holds(clause, item, NOW)),
      ]);
      expect(Object.fromEntries(counted)).toEqual(listed);
    }),
    runsOf(60),
  );
});

test('coverage agrees between listing and searching', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const clauses = clausesOf(frame, backlogNumbers(frame));
      const { asked, own, parent } = coverageOf([item], frame);
      const count = (name: keyof typeof clauses) => Number(holds(clauses[name], item, NOW));
      expect(count('coverage.asked')).toBe(asked);
      expect(count('coverage.own')).toBe(own);
      expect(count('coverage.parent')).toBe(parent);
    }),
    runs,
  );
});

test('bands add up to output, also weighed, and aimed is never more than output', () => {
  const anyWeights = fc.array(fc.integer({ min: 0, max: 13 }), { minLength: 30, maxLength: 30 });
  const anyItems = fc.array(anyItem, { maxLength: 30 });
  fc.assert(
    fc.property(anyItems, anyFrame, aWindow, anyWeights, (items, frame, window, weights) => {
      const many = items.map((item, n) => ({ ...item, id: String(n) }));
      for (const weigh of [() => 1, ({ id }: ItemFacts) => weights[Number(id)] ?? 0]) {
        const { output, bands, aimed, aimedBefore, goals } = outputOf(many, frame, window, weigh);
        const sum = (parts: Record<string, number>) =>
          Object.values(parts).reduce((all, n) => all + n, 0);
        expect(sum(bands)).toBe(output);
        expect(sum(goals)).toBe(aimed);
        expect(aimed).toBeLessThanOrEqual(output);
        expect(aimedBefore).toBeLessThanOrEqual(aimed);
      }
    }),
  );
});

test('what is sorted by hand is no bet and never aimed, whatever was written there before', () => {
  const done = anItem({ category: 'done', statusId: '106' });
  const window = { from: 0, to: NOW };
  const frame = aFrame();
  const before = anAnswer({ state: 'half', goal: 'g1' });
  const sums = (sorting: Sorting) => {
    const result = resultOfSorting(sorting);
    const answer = value(sortedAnswer(before, sorting, '2026-11-02'));
    const read = result ? value({ result, evidence: 'judged' as const, at: '2026-11-02' }) : none;
    return outputOf([{ ...done, answer, result: read }], frame, window);
  };
  const unaimed = { aimed: 0, answered: 0, inBets: 0, inMovedBets: 0, answeredAfterDone: 0 };
  expect(sums('moved')).toMatchObject({ ...unaimed, bands: { moved: 1 }, movedUnaimed: 1 });
  expect(sums('tested')).toMatchObject({ ...unaimed, bands: { tested: 1 } });
  expect(sums('run')).toMatchObject({ ...unaimed, bands: { run: 1 } });
});

test('a condition and its negation split every set in two, simplified or not', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, anyFilter, (item, frame, window, filter) => {
      const within = filterCounted(frame, filter, STREAMS);
      for (const clause of Object.values(clausesOf(frame, windowNumbers(frame, window, within)))) {
        const met = holds(clause, item, NOW);
        expect(holds(not(clause), item, NOW)).toBe(!met);
        expect(holds(simplify(not(clause)), item, NOW)).toBe(!met);
      }
    }),
  );
});

test('the reasons for a flag are the same for an item and as a search condition', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const moment = { now: NOW, today: dayOf(NOW, frame.rules.timeZone) };
      const finding = findingOf(item, frame, moment);
      const met = (age: 'warnAfterDays' | 'flagAfterDays') =>
        holds(findingClause(frame, moment, age), item, NOW);
      expect(met('warnAfterDays')).toBe(finding !== null);
      expect(met('flagAfterDays')).toBe(finding?.ripe === true);
    }),
    runs,
  );
});

test('a scan lists every item whose flag has to change, and a second scan of the day changes nothing', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const moment = { now: NOW, today: dayOf(NOW, frame.rules.timeZone) };
      const change = planFlag(item, frame, moment);
      const listed = scanListings(frame, moment).some(({ clause }) => holds(clause, item, NOW));
      const had = item.flag.kind === 'value' ? item.flag.value : null;
      // Among the dates of an answered item another reason may wait until the flag itself changes.
      const dates =
        change.kind === 'write' &&
        change.flag.flag === had?.flag &&
        (change.flag.reason === 'aged') === (had?.reason === 'aged');
      // What was listed in vain waits for its day before it is warned or flagged.
      const waits =
        change.kind === 'write' &&
        change.flag.flag !== had?.flag &&
        (had?.notBefore ?? '') > moment.today;
      if (change.kind !== 'keep' && !dates && !waits) expect(listed).toBe(true);
      const after =
        change.kind === 'write'
          ? { ...item, flag: { kind: 'value' as const, value: change.flag } }
          : change.kind === 'clear'
            ? { ...item, flag: { kind: 'none' as const } }
            : item;
      expect(planFlag(after, frame, moment).kind).toBe('keep');
    }),
    runs,
  );
});

test('moving the clock past the end of a goal, or ending it later, leaves what was aimed', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      if (item.category !== 'done') return;
      const finishedOn = dayOf(item.categoryChanged, frame.rules.timeZone);
      const endedLater = {
        ...frame,
        goals: frame.goals.map((goal) =>
          goal.endedOn === undefined ? { ...goal, endedOn: finishedOn } : goal,
        ),
      };
      expect(isAimed(item, endedLater)).toBe(isAimed(item, frame));
    }),
    runs,
  );
});
