import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  NONE,
  withItem,
  withParent,
  type Answers,
} from '../../../../static/src/surfaces/project/backlog/answers-here';

const PARENTS = ['90', '91', '92'];
const CHILDREN = 5;

type Act = { kind: 'item'; id: number } | { kind: 'parent'; id: string; run: boolean };
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('item' as const), id: fc.nat(PARENTS.length * CHILDREN - 1) }),
  fc.record({
    kind: fc.constant('parent' as const),
    id: fc.constantFrom(...PARENTS),
    run: fc.boolean(),
  }),
);
const parentOf = (item: number): string => PARENTS[Math.floor(item / CHILDREN)] ?? '';

test('whoever answers first, each item is counted as answered once', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const items = new Set<number>();
      const parents = new Map<string, boolean>();
      let answers: Answers = NONE;
      for (const one of acts) {
        if (one.kind === 'item') {
          if (items.has(one.id)) continue;
          items.add(one.id);
          const parentId = parentOf(one.id);
          answers = withItem(answers, { to: 'own', half: false, parentId }, true);
        } else if (!parents.has(one.id)) {
          parents.set(one.id, one.run);
          const covers = CHILDREN - (answers.children.get(one.id) ?? 0);
          answers = withParent(answers, { id: one.id, to: one.run ? 'run' : 'parent', covers });
        }
      }
      const { own, parent, run, none, half, inherited } = answers.adjustment;
      const of = (kept: boolean): number =>
        Array.from({ length: PARENTS.length * CHILDREN }, (_, item) => item).filter(
          (item) => !items.has(item) && parents.get(parentOf(item)) === kept,
        ).length;
      expect({ own, parent, run }).toEqual({ own: items.size, parent: of(false), run: of(true) });
      expect(own + parent + run + none + half).toBe(0);
      expect(inherited).toBe(parent + run);
    }),
  );
});
