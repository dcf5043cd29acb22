import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  knownNarrowing,
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
/** An address that says nothing. */
const plain = {
  tab: 'outcome',
  view: null,
  weight: 'count',
  ...usual,
  narrowing: {},
  problem: null,
  unused: [],
};

test('an address without a window shows the last 180 days, today among them', () => {
  expect(readAddress('', TODAY)).toEqual(plain);
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
        expect(readAddress(search, TODAY)).toEqual({ ...plain, tab, from, to });
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
  expect(readAddress(search, TODAY)).toEqual({ ...plain, problem });
});

test('one day alone is completed by today or by the usual length', () => {
  expect(readAddress('?from=2026-11-01', TODAY)).toMatchObject({ from: '2026-11-01', to: TODAY });
  expect(readAddress('?to=2026-06-30', TODAY)).toMatchObject({
    ...lastDays(180, '2026-06-30'),
    problem: null,
  });
});

test('every filter that is written is read again, and one that is taken out is gone', () => {
  const value = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(value, value, value, value, (goal, stream, type, label) => {
      const narrowing = { goal, stream, type, label };
      const search = writeAddress('?to=2026-06-30', { ...narrowing, weight: 'estimate' }, TODAY);
      expect(readAddress(search, TODAY)).toMatchObject({ narrowing, weight: 'estimate' });
      expect(readAddress(search, TODAY).to).toBe('2026-06-30');
      const cleared = writeAddress(
        search,
        { goal: null, stream: null, type: null, label: null, weight: 'count' },
        TODAY,
      );
      expect(cleared).toBe('?to=2026-06-30');
    }),
  );
});

test('parts that nothing is known by are named, and the rest of the address holds', () => {
  const address = readAddress('?tab=budget&view=3d&weight=gold&to=2026-06-30&label=ux', TODAY);
  expect(address).toMatchObject({ tab: 'outcome', view: null, to: '2026-06-30' });
  expect(address.narrowing).toEqual({ label: 'ux' });
  expect(address.unused).toEqual([
    { part: 'tab', value: 'budget' },
    { part: 'view', value: '3d' },
    { part: 'weight', value: 'gold' },
  ]);
});

test('a filter that the project does not know is taken out; while streams are unknown none is', () => {
  const narrowing = { goal: 'gone', stream: 'component-1', type: '10001', label: 'anything' };
  const known = { goal: ['g1'], type: ['10001'] };
  expect(knownNarrowing(narrowing, { ...known, stream: null })).toEqual({
    narrowing: { stream: 'component-1', type: '10001', label: 'anything' },
    unused: [{ part: 'goal', value: 'gone' }],
  });
  expect(knownNarrowing(narrowing, { ...known, stream: [] }).unused).toEqual([
    { part: 'goal', value: 'gone' },
    { part: 'stream', value: 'component-1' },
  ]);
});

test('a value longer than any id or label is cut where it is named', () => {
  const { narrowing, unused } = readAddress(`?label=${'x'.repeat(300)}`, TODAY);
  expect(narrowing).toEqual({});
  expect(unused[0]?.value).toHaveLength(41);
});

test('another tab closes the view of the first one', () => {
  expect(writeAddress('?view=print', { tab: 'goals' }, TODAY)).toBe('?tab=goals');
  expect(writeAddress('', { view: 'sort' }, TODAY)).toBe('?view=sort');
});

test('the usual window and the first tab are not written down', () => {
  expect(writeAddress('?tab=kill&from=2026-01-01&to=2026-02-01', usual, TODAY)).toBe('?tab=kill');
  expect(writeAddress('?tab=kill', { tab: 'outcome' }, TODAY)).toBe('');
});
