import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANDS, bandOf, isAimed, isUndelivered, wasFinished } from '../../src/domain/band';
import { holds, not, simplify } from '../../src/domain/clause';
import { coverageOf } from '../../src/domain/coverage';
import { findingClause, findingOf, planFlag, scanClauses } from '../../src/domain/kill';
import { numberClauses } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { dayOf } from '../../src/domain/days';
import { anyFrame, anyItem, aWindow, NOW } from '../support/arbitraries';

const runs = { numRuns: 1_500 };

test('a band as a function of an item and as a search condition is the same', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, (item, frame, window) => {
      const clauses = numberClauses(frame, window);
      const delivered = wasFinished(item, window) && !isUndelivered(item, frame);
      const band = delivered ? bandOf(item, frame) : null;
      for (const name of BANDS)
        expect([name, holds(clauses[`band.${name}`], item, NOW)]).toEqual([name, band === name]);
    }),
    runs,
  );
});

test('output, undelivered, aimed and coverage agree between listing and searching', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, (item, frame, window) => {
      const clauses = numberClauses(frame, window);
      const count = (name: keyof typeof clauses) => Number(holds(clauses[name], item, NOW));
      const listed = outputOf([item], frame, window);
      const covered = coverageOf([item], frame);
      expect(count('output')).toBe(listed.output);
      expect(count('undelivered')).toBe(listed.undelivered);
      expect(count('aimed')).toBe(listed.aimed);
      expect(count('aimedBefore')).toBe(listed.aimedBefore);
      expect(count('movedUnaimed')).toBe(listed.movedUnaimed);
      expect(count('coverage.asked')).toBe(covered.asked);
      expect(count('coverage.own')).toBe(covered.own);
      expect(count('coverage.parent')).toBe(covered.parent);
    }),
    runs,
  );
});

test('bands add up to output, and aimed is never more than output', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 30 }), anyFrame, aWindow, (items, frame, window) => {
      const { output, bands, aimed, aimedBefore } = outputOf(items, frame, window);
      expect(Object.values(bands).reduce((sum, n) => sum + n, 0)).toBe(output);
      expect(aimed).toBeLessThanOrEqual(output);
      expect(aimedBefore).toBeLessThanOrEqual(aimed);
    }),
  );
});

test('a condition and its negation split every set in two, simplified or not', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, aWindow, (item, frame, window) => {
      for (const clause of Object.values(numberClauses(frame, window))) {
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
      const { warnAfterDays, flagAfterDays } = frame.rules;
      expect(holds(findingClause(frame, moment, warnAfterDays), item, NOW)).toBe(finding !== null);
      expect(holds(findingClause(frame, moment, flagAfterDays), item, NOW)).toBe(
        finding?.ripe === true,
      );
    }),
    runs,
  );
});

test('a scan lists every item whose flag has to change, and a second scan of the day changes nothing', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const moment = { now: NOW, today: dayOf(NOW, frame.rules.timeZone) };
      const change = planFlag(item, frame, moment);
      const listed = Object.values(scanClauses(frame, moment)).some((clause) =>
        holds(clause, item, NOW),
      );
      const had = item.flag.kind === 'value' ? item.flag.value : null;
      // Among the dates of an answered item another reason may wait until the flag itself changes.
      const dates =
        change.kind === 'write' &&
        change.flag.flag === had?.flag &&
        (change.flag.reason === 'aged') === (had?.reason === 'aged');
      if (change.kind !== 'keep' && !dates) expect(listed).toBe(true);
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
