import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Frame } from '../../../../src/domain/band';
import { holds, type Clause } from '../../../../src/domain/clause';
import { coveragePartClauses, coveragePartOf } from '../../../../src/domain/coverage';
import { isAsked } from '../../../../src/domain/inherit';
import { valueOf, type ItemFacts } from '../../../../src/domain/item';
import { servesGoal, workClauses } from '../../../../src/domain/serve';
import {
  growing,
  shrinking,
  type ClauseSum,
} from '../../../../static/src/surfaces/project/gather/parent-groups';
import { anyFrame, anyItem, NOW } from '../../../support/arbitraries';

const TODAY = '2026-11-21';

/** How often one item is counted by a sum. */
const counted = ({ plus, minus }: ClauseSum, item: ItemFacts): number => {
  const times = (clauses: readonly Clause[]) =>
    clauses.filter((clause) => holds(clause, item, NOW)).length;
  return times(plus) - times(minus);
};

const isOpen = (item: ItemFacts): boolean =>
  item.category !== 'done' && valueOf(item.decision)?.decision !== 'parked';

const once = (truth: boolean): number => (truth ? 1 : 0);

test('a part of the backlog counts every item once, however its parents are grouped', () => {
  const part = (name: 'parent' | 'run' | 'half' | 'none') => (frame: Frame) =>
    coveragePartClauses(frame)[name];
  fc.assert(
    fc.property(anyFrame, anyItem, fc.integer({ min: 1, max: 4 }), (frame, item, atOnce) => {
      const its = isOpen(item) ? coveragePartOf(item, frame) : null;
      for (const name of ['parent', 'run'] as const)
        expect(counted(growing(frame, part(name), atOnce), item)).toBe(once(its === name));
      for (const name of ['half', 'none'] as const) {
        const value = counted(shrinking(frame, part(name), atOnce), item);
        // An answer that can't be read has no state that Jira could search for.
        const unread = item.answer.kind !== 'none' && item.answer.kind !== 'value';
        if (!unread) expect(value).toBe(once(its === name));
      }
    }),
  );
});

test('work that serves a goal and calendar work count every standard item once', () => {
  fc.assert(
    fc.property(anyFrame, anyItem, fc.integer({ min: 1, max: 4 }), (frame, item, atOnce) => {
      const serves = growing(frame, (one) => workClauses(one, TODAY).serves, atOnce);
      const calendar = shrinking(frame, (one) => workClauses(one, TODAY).calendar, atOnce);
      const does = servesGoal(item, frame, TODAY);
      expect(counted(serves, item)).toBe(once(does));
      expect(counted(calendar, item)).toBe(once(!does));
    }),
  );
});

test('items that are not asked are in none of the asked parts', () => {
  fc.assert(
    fc.property(anyFrame, anyItem, (frame, item) => {
      fc.pre(!isAsked(item, frame.rules));
      const clauses = coveragePartClauses(frame);
      for (const name of ['own', 'parent', 'run', 'half', 'none'] as const)
        expect(holds(clauses[name], item, NOW)).toBe(false);
    }),
  );
});
