import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  lastDays,
  lengthOf,
  readAddress,
  TABS,
  windowProblem,
  writeAddress,
} from '../../../static/src/surfaces/project/address';
import { addDays } from '../../../src/domain/days';

const TODAY = '2026-11-21';
const usual = lastDays(180, TODAY);

test('an address without a window shows the last 180 days, today among them', () => {
  expect(readAddress('', TODAY)).toEqual({ tab: 'outcome', ...usual, problem: null });
  expect(usual).toEqual({ from: '2026-05-26', to: TODAY });
  expect(lengthOf(usual)).toBe(180);
});

test('every tab and window that is written is read again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TABS),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 1500 }),
      (tab, back, length) => {
        const to = addDays(TODAY, -back);
        const from = addDays(to, -length);
        const search = writeAddress('?theirs=1', { tab, from, to }, TODAY);
        expect(readAddress(search, TODAY)).toEqual({ tab, from, to, problem: null });
        expect(new URLSearchParams(search).get('theirs')).toBe('1');
      },
    ),
  );
});

test('reading never throws, and what it gives is a window of at most ten years', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (tab, from, to) => {
      const search = new URLSearchParams({ tab, from, to }).toString();
      const address = readAddress(search, TODAY);
      expect(TABS).toContain(address.tab);
      expect(windowProblem(address, TODAY)).toBeNull();
    }),
  );
});

test.each([
  ['?from=x&to=2026-11-01', 'not-a-day'],
  ['?from=2026-02-30&to=2026-11-01', 'not-a-day'],
  ['?from=2026-11-02&to=2026-11-01', 'backwards'],
  ['?from=2026-12-01&to=2026-12-31', 'future'],
  ['?from=2000-01-01&to=2026-11-01', 'too-long'],
] as const)('a wrong window %s gives the usual one and the reason %s', (search, problem) => {
  expect(readAddress(search, TODAY)).toEqual({ tab: 'outcome', ...usual, problem });
});

test('one day alone is completed by today or by the usual length', () => {
  expect(readAddress('?from=2026-11-01', TODAY)).toMatchObject({ from: '2026-11-01', to: TODAY });
  expect(readAddress('?to=2026-06-30', TODAY)).toMatchObject({
    ...lastDays(180, '2026-06-30'),
    problem: null,
  });
});

test('the usual window and the first tab are not written down', () => {
  expect(writeAddress('?tab=kill&from=2026-01-01&to=2026-02-01', usual, TODAY)).toBe('?tab=kill');
  expect(writeAddress('?tab=kill', { tab: 'outcome' }, TODAY)).toBe('');
});
