// Every number as one condition and as a sum of conditions that name few parents: the same.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Frame, Window } from '../../src/domain/band';
import { ownBetNumbers } from '../../src/domain/bets';
import { clauseOf, sumOf, type Counted } from '../../src/domain/bet-sum';
import { holds, type Clause } from '../../src/domain/clause';
import { coverageParts, openAskedClause } from '../../src/domain/coverage';
import { filterCounted, type Filter } from '../../src/domain/filter';
import type { ItemFacts } from '../../src/domain/item';
import { backlogNumbers, windowNumbers } from '../../src/domain/number';
import { startedWithout, workNumbers } from '../../src/domain/serve';
import { signalNumbers } from '../../src/domain/signal-numbers';
import { streamBacklogNumbers, streamOutputNumbers } from '../../src/domain/streams';
import { anyFilter, anyFrame, anyItem, aWindow, NOW, STREAMS } from '../support/arbitraries';
import { aReading } from '../support/builders';
import { runsOf } from '../support/runs';

const TODAY = '2026-11-21';

/** All numbers of the project page. */
function everyNumber(frame: Frame, window: Window, filter: Filter): Record<string, Counted> {
  const within = filterCounted(frame, filter, STREAMS);
  const [stream] = STREAMS;
  if (!stream) throw new Error('no streams');
  const readings = ['2026-02-01', '2026-03-01', '2026-04-01'].map((day) => aReading({ day }));
  return {
    ...windowNumbers(frame, window, within),
    ...backlogNumbers(frame),
    ...coverageParts(frame),
    ...workNumbers(frame, TODAY),
    without: startedWithout(openAskedClause(frame)),
    ...streamOutputNumbers(frame, window, stream.clause, within),
    ...streamBacklogNumbers(frame, stream.clause, within),
    ...ownBetNumbers(frame, window, within, TODAY),
    ...signalNumbers({ frame, readings, today: TODAY, zone: 'UTC' }),
  };
}

const times = (clauses: readonly Clause[], item: ItemFacts): number =>
  clauses.filter((clause) => holds(clause, item, NOW)).length;

test('a sum counts an item exactly when the one condition holds, however the parents are grouped', () => {
  const atOnce = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(
      fc.tuple(anyItem, anyFrame, aWindow, anyFilter, atOnce),
      ([item, frame, window, filter, groups]) => {
        const once: Record<string, number> = {};
        const summed: Record<string, number> = {};
        const takenOff: number[] = [];
        for (const [name, counted] of Object.entries(everyNumber(frame, window, filter))) {
          const { plus, minus } = sumOf(frame, counted, groups);
          once[name] = Number(holds(clauseOf(frame, counted), item, NOW));
          summed[name] = times(plus, item) - times(minus, item);
          takenOff.push(times(minus, item));
        }
        expect(summed).toEqual(once);
        expect(Math.max(...takenOff)).toBeLessThanOrEqual(1);
      },
    ),
    runsOf(60),
  );
});

/** How many parents the longest list of a condition names. */
const named = (clause: Clause): number => {
  if ('of' in clause) return Math.max(0, ...clause.of.map(named));
  return clause.kind === 'in' && clause.field === 'parent' ? clause.ids.length : 0;
};

test('no condition of a sum names more parents than it may, and what can hold for nothing is not asked', () => {
  fc.assert(
    fc.property(anyFrame, aWindow, anyFilter, (frame, window, filter) => {
      const clauses = Object.values(everyNumber(frame, window, filter)).flatMap((counted) => {
        const { plus, minus } = sumOf(frame, counted, 1);
        return [...plus, ...minus];
      });
      const holdsNever = (clause: Clause) => clause.kind === 'or' && clause.of.length === 0;
      expect(clauses.filter((clause) => named(clause) > 1 || holdsNever(clause))).toEqual([]);
    }),
  );
});
