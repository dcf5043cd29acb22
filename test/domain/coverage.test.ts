// The parts of the open backlog, as functions of items and as search conditions.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Frame } from '../../src/domain/band';
import { holds, simplify, type Clause } from '../../src/domain/clause';
import {
  COVERAGE_PARTS,
  coverageOf,
  coveragePartClauses,
  coveragePartOf,
  openAskedClause,
  openParentsClause,
  parkedClause,
  unansweredClause,
  wouldCoverClause,
} from '../../src/domain/coverage';
import { completeAnswer, isAsked } from '../../src/domain/inherit';
import { valueOf, type ItemFacts } from '../../src/domain/item';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { anAnswer, value } from '../support/builders';
import { runsOf } from '../support/runs';

const runs = runsOf(60);
const anyItems = fc.array(anyItem, { maxLength: 30 });
const isOpen = (item: ItemFacts): boolean =>
  item.category !== 'done' && valueOf(item.decision)?.decision !== 'parked';
const count = (items: readonly ItemFacts[], clause: Clause): number =>
  items.filter((item) => holds(clause, item, NOW)).length;
const partCounts = (items: readonly ItemFacts[], frame: Frame) => {
  const clauses = coveragePartClauses(frame);
  const of = (part: (typeof COVERAGE_PARTS)[number]) => count(items, clauses[part]);
  return {
    own: of('own'),
    parent: of('parent'),
    run: of('run'),
    half: of('half'),
    none: of('none'),
    exempt: of('exempt'),
  };
};

test('a part of the backlog is the same for an item and as a search condition', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const clauses = coveragePartClauses(frame);
      const part = isOpen(item) ? coveragePartOf(item, frame) : null;
      for (const name of COVERAGE_PARTS) {
        expect([name, holds(clauses[name], item, NOW)]).toEqual([name, part === name]);
        expect(holds(simplify(clauses[name]), item, NOW)).toBe(part === name);
      }
    }),
    runs,
  );
});

test('the parts add up to what is asked, and to all open items with the parked ones', () => {
  fc.assert(
    fc.property(anyItems, anyFrame, (items, frame) => {
      const { own, parent, run, half, none, exempt } = partCounts(items, frame);
      expect(own + parent + run + half + none).toBe(count(items, openAskedClause(frame)));
      const open = items.filter(({ category }) => category !== 'done');
      expect(own + parent + run + half + none + exempt + count(items, parkedClause(frame))).toBe(
        open.length,
      );
    }),
  );
});

test('answered by itself, by a parent or kept running are together what is answered', () => {
  fc.assert(
    fc.property(anyItems, anyFrame, (items, frame) => {
      const { own, parent, run, half, none } = partCounts(items, frame);
      const covered = coverageOf(items, frame);
      expect(own + parent + run).toBe(covered.own + covered.parent);
      expect(half + none).toBe(covered.asked - covered.own - covered.parent);
      expect(half + none).toBe(count(items, unansweredClause(frame)));
    }),
  );
});

/** The same world once this parent answers in full. */
const answering = (frame: Frame, parentId: string, goal: string | null): Frame => ({
  ...frame,
  parents: frame.parents.map((parent) =>
    parent.id === parentId
      ? {
          ...parent,
          answer: value(goal ? anAnswer({ goal }) : { why: 'run', state: 'answered' as const }),
        }
      : parent,
  ),
});

test('answering a parent covers exactly as many items as was said', () => {
  const parentId = fc.constantFrom('9001', '9002', '9003');
  const goalId = fc.constantFrom('g1', 'g2', null);
  fc.assert(
    fc.property(anyItems, anyFrame, parentId, goalId, (items, frame, id, goal) => {
      const parent = frame.parents.find((one) => one.id === id);
      fc.pre(parent !== undefined && !completeAnswer(parent.answer, frame.goals));
      const promised = count(items, wouldCoverClause(frame, id));
      const [before, after] = [
        coverageOf(items, frame),
        coverageOf(items, answering(frame, id, goal)),
      ];
      expect(after.asked).toBe(before.asked);
      expect(after.own).toBe(before.own);
      expect(after.parent - before.parent).toBe(promised);
      const was = partCounts(items, frame);
      const is = partCounts(items, answering(frame, id, goal));
      expect(is[goal ? 'parent' : 'run'] - was[goal ? 'parent' : 'run']).toBe(promised);
      expect(was.half + was.none - is.half - is.none).toBe(promised);
    }),
    runs,
  );
});

test('the children that a parent covers keep their own answers', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const later = answering(frame, '9001', 'g1');
      if (completeAnswer(item.answer, frame.goals) && isOpen(item))
        expect(coveragePartOf(item, later)).toBe(coveragePartOf(item, frame));
    }),
  );
});

test('a parent without an answer is an open one above the items that answers nothing itself', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, fc.constantFrom('1', '77'), (some, frame, typeId) => {
      const item = { ...some, typeId, level: typeId === '77' ? 1 : 0 };
      const expected =
        typeId === '77' &&
        item.category !== 'done' &&
        completeAnswer(item.answer, frame.goals) === null;
      expect(holds(openParentsClause(frame, ['77']), item, NOW)).toBe(expected);
      expect(holds(openParentsClause(frame, []), item, NOW)).toBe(false);
    }),
  );
});

test('what is not asked is never counted as answered or unanswered', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      if (isAsked(item, frame.rules)) return;
      expect(holds(unansweredClause(frame), item, NOW)).toBe(false);
      expect(holds(openAskedClause(frame), item, NOW)).toBe(false);
    }),
  );
});
