import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANDS } from '../../../src/domain/band';
import { BET_STATES } from '../../../src/domain/bets';
import { periodsOf } from '../../../src/domain/periods';
import { createFormat } from '../../../static/src/format';
import type { Numbers } from '../../../static/src/surfaces/project/gather/counts';
import { betName, type WindowName } from '../../../static/src/surfaces/project/gather/names';
import type { NumberState } from '../../../static/src/surfaces/project/gather/number-state';
import { betCounts } from '../../../static/src/surfaces/project/outcome/bet-counts';
import { rateSentence } from '../../../static/src/surfaces/project/outcome/bets-section';
import { monthsSentence } from '../../../static/src/surfaces/project/outcome/months-section';

const format = createFormat('en-US', 'UTC');
const bets = (moved: number, flat: number, unclear: number) => ({ moved, flat, unclear });

test('few bets are told as a number of a number, many as a share, both with their interval', () => {
  expect(rateSentence(bets(3, 3, 1), format)).toBe(
    '{moved} of {given} bets with a result moved (between 16% and 75%).',
  );
  expect(rateSentence(bets(10, 5, 5), format)).toBe(
    '{moved} of {given} bets with a result moved, 50% (between 30% and 70%).',
  );
  expect(rateSentence(bets(0, 0, 0), format)).toBe('No result yet.');
});

test('bets are told only when all of their numbers are known', () => {
  const known = (value: number) => ({ kind: 'known', value, about: false }) as const;
  const all: Numbers<WindowName> = Object.fromEntries(
    BET_STATES.map((state, at) => [betName(state), known(at)]),
  );
  const withFlat = (state: NumberState): Numbers<WindowName> => ({
    ...all,
    [betName('flat')]: state,
  });
  expect(betCounts(all)).toEqual({ moved: 0, flat: 1, unclear: 2, waiting: 3, due: 4 });
  expect(betCounts(withFlat({ kind: 'failed' }))).toBe('failed');
  expect(betCounts(withFlat({ kind: 'left-out' }))).toBe('left-out');
  expect(betCounts(withFlat({ kind: 'counting', soFar: 3 }))).toBe('counting');
});

test('the sentence of the months names the one with most, and says when nothing was shipped', () => {
  const periods = periodsOf({ from: '2026-08-01', to: '2026-10-31' });
  const bands = (n: number) =>
    Object.fromEntries(BANDS.map((band, at) => [band, at === 0 ? n : 0])) as Record<
      (typeof BANDS)[number],
      number
    >;
  const counts = (sums: readonly number[]) =>
    periods.map((period, at) => ({ period, bands: bands(sums[at] ?? 0) }));
  expect(monthsSentence(counts([1, 5, 2]), null, format)).toContain(
    'most of it in September 2026: 5',
  );
  expect(monthsSentence(counts([1, 5, 2]), 'points', format)).toContain(': 5 story points.');
  expect(monthsSentence(counts([0, 0, 0]), null, format)).toBe(
    'Nothing was shipped between August 2026 and October 2026.',
  );
  fc.assert(
    fc.property(fc.array(fc.nat(99), { minLength: 3, maxLength: 3 }), (sums) => {
      const most = Math.max(...sums);
      const said = monthsSentence(counts(sums), null, format);
      expect(said.includes(`: ${most} item`)).toBe(most > 0);
    }),
  );
});
