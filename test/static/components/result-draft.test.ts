import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidenceOf } from '../../../src/domain/result';
import {
  citedBy,
  daysAhead,
  evidenceBy,
  isLater,
  isSaying,
  sayingOf,
  startDraft,
  VERDICTS,
  type AskedBet,
  type ResultDraft,
} from '../../../static/src/components/result/result-draft';
import { aGoal, goalViewOf } from '../project/opened';

const anyDay = fc.integer({ min: 1, max: 30 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const asked: fc.Arbitrary<AskedBet> = fc
  .tuple(fc.uniqueArray(anyDay, { maxLength: 6 }), anyDay, fc.boolean())
  .map(([days, delivered, hasGoal]) => ({
    goal: hasGoal
      ? goalViewOf(
          aGoal(),
          days.map((day, value) => ({ day, value })),
        )
      : null,
    delivered,
    today: '2026-11-30',
  }));
const drafts: fc.Arbitrary<ResultDraft> = fc.record({
  isOut: fc.boolean(),
  verdict: fc.constantFrom(null, ...VERDICTS),
  checkBy: fc.oneof(anyDay, fc.constantFrom('', '2026-12-24', '2026-13-01')),
  reading: fc.oneof(anyDay, fc.constantFrom(null, undefined)),
  note: fc.string({ maxLength: 10 }),
});

test('what is said before saving is what the app will say of the evidence', () => {
  fc.assert(
    fc.property(drafts, asked, (draft, bet) => {
      const said = sayingOf(draft, bet);
      if (!isSaying(said) || said.kind === 'later') return;
      const reading = bet.goal?.readings.find(({ day }) => day === said.send.reading?.day) ?? null;
      expect(evidenceBy(draft, bet)).toBe(evidenceOf(reading, bet.delivered));
      expect(said.send.reading === undefined).toBe(citedBy(draft, bet) === null);
    }),
  );
});

test('a draft says a result, another day, or what is missing', () => {
  fc.assert(
    fc.property(drafts, asked, (draft, bet) => {
      const said = sayingOf(draft, bet);
      if (isSaying(said)) {
        expect(said.kind).toBe(isLater(draft) ? 'later' : 'given');
        if (said.kind === 'later') expect(said.send.checkBy > bet.today).toBe(true);
      } else expect(Object.keys(said)).toEqual([isLater(draft) ? 'checkBy' : 'result']);
    }),
  );
});

test('the newest reading after the delivery suggests itself, only where something was seen', () => {
  const readings = ['2026-11-05', '2026-11-12', '2026-11-20'].map((day) => ({ day, value: 1 }));
  const goal = goalViewOf(aGoal(), readings);
  const bet = { goal, delivered: '2026-11-10', today: '2026-11-30' };
  const draft = startDraft(null, bet.today);
  const cited = (verdict: ResultDraft['verdict'], delivered = bet.delivered) =>
    citedBy({ ...draft, verdict }, { ...bet, delivered })?.day;
  expect(cited('moved')).toBe('2026-11-20');
  expect(cited('flat')).toBe('2026-11-20');
  expect(cited('unclear')).toBeUndefined();
  expect(cited('moved', '2026-11-20')).toBeUndefined();
});

test('the days that are offered are whole weeks ahead, and the middle one is there already', () => {
  expect(daysAhead('2026-12-20').map(({ day }) => day)).toEqual([
    '2027-01-03',
    '2027-01-17',
    '2027-02-14',
  ]);
  expect(startDraft(null, '2026-12-20').checkBy).toBe('2027-01-17');
});
