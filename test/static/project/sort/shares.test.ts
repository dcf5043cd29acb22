import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Standing } from '../../../../static/src/surfaces/project/sort/deck';
import {
  changeOf,
  daysInBoth,
  intervalOf,
  isLookedAt,
  sharesOf,
  toldOf,
} from '../../../../static/src/surfaces/project/sort/shares';
import { SORTINGS } from '../../../../src/domain/sort';

const many = (count: number, one: Standing): Standing[] => Array.from({ length: count }, () => one);

test('a share has an interval, unless all that was shipped has been looked at', () => {
  const standings = [...many(3, 'moved'), ...many(6, 'run'), ...many(2, 'tested')];
  const skipped = [...standings, 'waiting', 'skipped'] as const;
  const sample = sharesOf(skipped, false);
  expect(sample).toMatchObject({ drawn: 13, first: 13, known: 12, unknown: 1, waiting: 1 });
  expect(intervalOf(sample, 'moved')?.map((end) => Math.round(end * 100))).toEqual([10, 57]);
  expect(intervalOf(sharesOf(standings, true), 'moved')).toBeNull();
  expect(intervalOf(sharesOf(skipped, true), 'moved')).not.toBeNull();
  expect(intervalOf(sharesOf([], false), 'moved')).toBeNull();
});

test('what arrives with an answer further on counts only once all before it are done', () => {
  const answered = many(30, 'moved');
  const asked = [...many(10, 'run'), 'open', ...answered] as const;
  expect(sharesOf(asked, false)).toMatchObject({
    ...{ drawn: 41, first: 10, known: 10, later: 30, unknown: 1 },
    count: { moved: 0, tested: 0, run: 10 },
  });
  expect(sharesOf([...many(10, 'run'), 'run', ...answered], false)).toMatchObject({
    ...{ first: 41, known: 41, later: 0, unknown: 0 },
    count: { moved: 30, tested: 0, run: 11 },
  });
});

test('a skipped one ends the first ones as long as others are to be asked, and no longer', () => {
  const upTo = (last: Standing): Standing[] => ['run', 'skipped', 'moved', last];
  expect(sharesOf(upTo('open'), false)).toMatchObject({ first: 1, known: 1, later: 1, unknown: 2 });
  expect(sharesOf(upTo('failed'), false)).toMatchObject({ first: 1, known: 1 });
  expect(sharesOf(upTo('tested'), false)).toMatchObject({ first: 4, known: 3, unknown: 1 });
});

test('fewer than ten say nothing of all, and are compared with nothing', () => {
  const nine = sharesOf([...many(9, 'moved'), 'open'], false);
  const ten = sharesOf([...many(10, 'moved'), 'open'], false);
  const run = sharesOf(many(40, 'run'), false);
  expect(intervalOf(nine, 'moved')).toBeNull();
  expect(changeOf(nine, run, 'moved')).toBeNull();
  expect(changeOf(run, nine, 'moved')).toBeNull();
  expect(intervalOf(ten, 'moved')).not.toBeNull();
  expect(changeOf(ten, run, 'moved')).toBe('up');
});

test('two draws differ clearly only where their intervals do not overlap', () => {
  const of = (moved: number, run: number) =>
    sharesOf([...many(moved, 'moved'), ...many(run, 'run')], false);
  expect(changeOf(of(30, 10), of(5, 35), 'moved')).toBe('up');
  expect(changeOf(of(30, 10), of(5, 35), 'run')).toBe('down');
  expect(changeOf(of(10, 30), of(12, 28), 'moved')).toBe('unclear');
  expect(changeOf(of(10, 30), of(0, 0), 'moved')).toBeNull();
});

const ENDED = ['moved', 'tested', 'run', 'waiting', 'locked', 'out', 'skipped'] as const;
const anyEnded = fc.constantFrom<Standing>(...ENDED.filter((one) => one !== 'skipped'));
const anyStanding = fc.constantFrom<Standing>(...ENDED, 'open', 'failed');

test('nothing after an item that is still to be asked changes a share or an interval', () => {
  fc.assert(
    fc.property(
      fc.array(anyEnded, { maxLength: 40 }),
      fc.constantFrom<Standing>('open', 'failed'),
      fc.array(anyStanding, { maxLength: 40 }),
      fc.array(anyStanding, { maxLength: 40 }),
      (head, next, tail, other) => {
        const [a, b] = [tail, other].map((rest) => sharesOf([...head, next, ...rest], false));
        if (!a || !b) throw new Error('no shares');
        expect(a.first).toBe(head.length);
        expect([a.known, a.count, a.waiting]).toEqual([b.known, b.count, b.waiting]);
        for (const one of SORTINGS) expect(intervalOf(a, one)).toEqual(intervalOf(b, one));
      },
    ),
  );
});

test('a draw that is done with is told whole, and its parts add up', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Standing>(...ENDED)), fc.boolean(), (all, whole) => {
      const { first, known, later, unknown, count, waiting } = sharesOf(all, whole);
      expect(first).toBe(all.length);
      expect(later).toBe(0);
      expect(known + unknown).toBe(all.length);
      expect(count.moved + count.tested + count.run + waiting).toBe(known);
    }),
  );
});

test('bets that wait for their result are in no share, and not in what the shares are of', () => {
  const some = [...many(11, 'moved'), ...many(18, 'run')];
  const waited = sharesOf([...some, ...many(11, 'waiting')], false);
  expect([toldOf(waited), waited.waiting]).toEqual([29, 11]);
  expect(intervalOf(waited, 'moved')).toEqual(intervalOf(sharesOf(some, false), 'moved'));
});

test('with a draw of which more than one in twenty is not looked at nothing is compared', () => {
  const now = sharesOf(many(40, 'run'), false);
  const before = (open: number) =>
    sharesOf([...many(38 - open, 'moved'), ...many(2, 'skipped'), ...many(open, 'open')], false);
  expect([isLookedAt(before(2)), isLookedAt(before(3))]).toEqual([true, false]);
  expect(changeOf(now, before(0), 'moved')).toBe('down');
  expect(changeOf(now, before(11), 'moved')).toBeNull();
  expect(isLookedAt(sharesOf([], false))).toBe(false);
});

test('the days of two times that are in both are counted, first and last day with them', () => {
  const may = { from: '2026-05-07', to: '2026-11-02' };
  expect(daysInBoth(may, { from: '2026-04-04', to: '2026-09-30' })).toEqual({
    ...{ from: '2026-05-07', to: '2026-09-30', count: 147 },
  });
  expect(daysInBoth(may, { from: '2026-01-01', to: '2026-05-06' })).toBeNull();
});
