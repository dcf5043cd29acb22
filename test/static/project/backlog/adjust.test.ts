import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  adjustBacklog,
  adjustParts,
  begunBefore,
  NO_CHANGE,
  shifted,
  type Shift,
} from '../../../../static/src/surfaces/project/backlog/adjust';
import {
  coverageOfBacklog,
  coverageOfParts,
  withMore,
} from '../../../../static/src/surfaces/project/backlog/coverage-view';
import { rankParents } from '../../../../static/src/surfaces/project/gather/cover';
import type { NumberState } from '../../../../static/src/surfaces/project/gather/number-state';

const known = (value: number): NumberState => ({ kind: 'known', value, about: false });
const size = fc.integer({ min: 0, max: 500 });

const shift: fc.Arbitrary<Shift> = fc
  .record({
    count: fc.integer({ min: 0, max: 40 }),
    to: fc.constantFrom('own' as const, 'parent' as const, 'run' as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    inherited: fc.boolean(),
  })
  .map(({ share, ...rest }) => ({ ...rest, half: Math.floor(rest.count * share) }));

const answeredIn = (coverage: ReturnType<typeof coverageOfParts>): number =>
  coverage.kind === 'known' ? coverage.view.answered : -1;

test('answers move items between the parts and never change how many are asked', () => {
  fc.assert(
    fc.property(size, size, size, fc.array(shift, { maxLength: 6 }), (own, parent, run, shifts) => {
      const moved = shifts.reduce((sum, { count }) => sum + count, 0);
      // Enough that are unanswered for all the shifts.
      const [half, none] = [moved, moved];
      const asked = own + parent + run + half + none;
      const numbers = {
        asked: known(asked),
        own: known(own),
        parent: known(parent),
        run: known(run),
        half: known(half),
        none: known(none),
      };
      const adjustment = shifts.reduce(shifted, NO_CHANGE);
      const after = adjustParts(numbers, adjustment);
      const valueOf = (name: keyof typeof numbers): number => {
        const state = after[name];
        return state?.kind === 'known' ? state.value : NaN;
      };
      expect(valueOf('asked')).toBe(asked);
      const parts = ['own', 'parent', 'run', 'half', 'none'] as const;
      expect(parts.reduce((sum, name) => sum + valueOf(name), 0)).toBe(asked);
      expect(answeredIn(coverageOfParts(after)) - answeredIn(coverageOfParts(numbers))).toBe(moved);
    }),
  );
});

test('both tabs say the same share after the same answers', () => {
  fc.assert(
    fc.property(size, size, fc.array(shift, { maxLength: 6 }), (own, parent, shifts) => {
      const asked = known(own + parent + 1000);
      const adjustment = shifts.reduce(shifted, NO_CHANGE);
      const short = adjustBacklog(
        { 'coverage.asked': asked, 'coverage.own': known(own), 'coverage.parent': known(parent) },
        adjustment,
      );
      const parts = adjustParts(
        { asked, own: known(own), parent: known(parent), run: known(0) },
        adjustment,
      );
      expect(answeredIn(coverageOfBacklog(short))).toBe(answeredIn(coverageOfParts(parts)));
    }),
  );
});

test('what had half an answer can be said later', () => {
  const early = shifted(NO_CHANGE, { count: 13, to: 'parent', half: 4, inherited: true });
  const late = begunBefore(
    shifted(NO_CHANGE, { count: 13, to: 'parent', half: 0, inherited: true }),
    4,
  );
  expect(late).toEqual(early);
});

test('a number that is still being counted stays so', () => {
  const adjustment = shifted(NO_CHANGE, { count: 3, to: 'own', half: 0, inherited: false });
  expect(adjustParts({ own: { kind: 'counting', soFar: null } }, adjustment)).toEqual({
    own: { kind: 'counting', soFar: null },
  });
  expect(adjustParts({}, adjustment)).toEqual({});
});

test('the share with more answers never passes the whole', () => {
  const view = { asked: 20, answered: 15, share: 0.75, about: false };
  expect(withMore(view, 2).share).toBe(0.85);
  expect(withMore(view, 50).share).toBe(1);
  expect(withMore({ ...view, asked: 0, answered: 0 }, 3).share).toBeNull();
});

test('parents are ranked by what they cover; equal ones keep their order; none covers nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 })), (covers) => {
      const parents = covers.map((count, at) => ({ covers: count, at }));
      const ranked = rankParents(parents);
      expect(ranked).toHaveLength(covers.filter((count) => count > 0).length);
      ranked.slice(1).forEach((parent, index) => {
        const before = ranked[index];
        if (!before) return;
        const down = before.covers > parent.covers;
        expect(down || (before.covers === parent.covers && before.at < parent.at)).toBe(true);
      });
    }),
  );
});
