import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/contract/fingerprint';
import { agreementAt, agreementProblems, wordingOf } from '../../src/domain/agreement';
import { aGoal } from '../support/builders';

const quarter = { firstDay: '2026-10-01', lastDay: '2026-12-31' };
const agreement = { id: 'a1', ...quarter, personIds: ['dev'], agreedOn: '2026-09-28' };
const goals = [aGoal(), aGoal({ id: 'g2', metric: 'Calls' })];
const print = (list = goals) => fingerprint(wordingOf(quarter, list));

test('the wording is the same in any order, and whatever happens beside it', () => {
  expect(print([...goals].reverse())).toBe(print());
  const later = aGoal({ id: 'g3', firstDay: '2027-01-01', lastDay: '2027-03-31' });
  expect(print([...goals, later])).toBe(print());
  const beside = { ownerAccountId: 'po', link: 'https://example.com', endedOn: '2026-11-05' };
  expect(print(goals.map((goal) => ({ ...goal, ...beside })))).toBe(print());
});

test('every promise of a goal is part of the wording', () => {
  const changes = [
    { achieve: 'x' },
    { by: 'x' },
    { metric: 'x' },
    { unit: 'x' },
    { baseline: 1 },
    { target: 9 },
    { firstDay: '2026-02-01' },
    { lastDay: '2026-11-30' },
    { share: 20 },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...changes), fc.constantFrom(0, 1), (change, n) => {
      const changed = goals.map((goal, at) => (at === n ? { ...goal, ...change } : goal));
      expect(print(changed)).not.toBe(print());
    }),
  );
  expect(print([...goals, aGoal({ id: 'g3' })])).not.toBe(print());
});

test('the running agreement is shown, else the next, else the latest', () => {
  const next = { ...agreement, id: 'a2', firstDay: '2027-01-01', lastDay: '2027-03-31' };
  const shown = (today: string) => agreementAt([next, agreement], today)?.id;
  expect(['2026-09-01', '2026-10-01', '2026-12-31', '2027-01-01', '2028-01-01'].map(shown)).toEqual(
    ['a1', 'a1', 'a1', 'a2', 'a2'],
  );
  expect(agreementAt([], '2026-10-01')).toBeNull();
  const last = { ...agreement, id: 'a3', firstDay: '2027-06-01', lastDay: '2027-06-30' };
  const all = [last, next, agreement];
  expect(agreementAt(all, '2027-04-01')?.id).toBe('a3');
  expect(agreementAt([...all].reverse(), '2028-01-01')?.id).toBe('a3');
  expect(agreementAt(all, '2026-11-01')?.id).toBe('a1');
});

test.each([
  ['2026-09-30', '2027-01-31', 1],
  ['2026-12-31', '2027-01-31', 1],
  ['2027-01-01', '2027-01-31', 0],
  ['2026-01-01', '2026-10-01', 1],
  ['2026-01-01', '2026-09-30', 0],
])('a goal from %s to %s is worded %s times in the last quarter', (firstDay, lastDay, times) => {
  const { goals: worded } = wordingOf(quarter, [aGoal({ firstDay, lastDay })]);
  expect(worded).toHaveLength(times);
});

test('an agreement has its days to itself, in order, and names each person once', () => {
  const of = (more: object, others = [agreement]) =>
    Object.keys(agreementProblems({ ...agreement, ...more }, others, '2026-11-02'));
  expect(of({}, [])).toEqual([]);
  expect(of({})).toEqual(['firstDay']);
  expect(of({ firstDay: '2027-01-01', lastDay: '2027-03-31' })).toEqual([]);
  expect(of({ lastDay: '2026-09-30' }, [])).toEqual(['lastDay']);
  expect(of({ firstDay: '2026-12-31', lastDay: '2027-03-31' })).toEqual(['firstDay']);
  expect(of({ firstDay: '2026-07-01', lastDay: '2026-10-01' })).toEqual(['firstDay']);
  expect(of({ firstDay: '2026-07-01', lastDay: '2026-09-30' })).toEqual([]);
  expect(of({ lastDay: '2026-10-01' }, [])).toEqual([]);
  expect(of({ agreedOn: '2026-11-02' }, [])).toEqual([]);
  expect(of({ personIds: ['dev', 'dev'] }, [])).toEqual(['personIds']);
  expect(of({ agreedOn: '2026-11-03' }, [])).toEqual(['agreedOn']);
});
