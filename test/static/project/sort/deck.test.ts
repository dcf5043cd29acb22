import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SORTINGS, sortedAnswer } from '../../../../src/domain/sort';
import { deckOf, type DeckVisit } from '../../../../static/src/surfaces/project/sort/deck';
import { sharesOf } from '../../../../static/src/surfaces/project/sort/shares';
import { verdictOf, type SortItem } from '../../../../static/src/surfaces/project/sort/sort-item';
import type { SortEntry } from '../../../../static/src/surfaces/project/sort/sorter';
import { aFrame, anAnswer, aParent, value } from '../../../support/builders';
import { sortItem } from './items';

const frame = aFrame();

type Told = Partial<Omit<SortEntry, 'item'>>;

function visitWith(told: Record<string, Told>, skipped: readonly string[] = []): DeckVisit {
  return {
    entry: (id) => {
      const one = told[id];
      return (
        one && {
          item: sortItem(Number(id)),
          ...{ now: null, want: null, state: 'settled' as const, failure: null, unsure: false },
          ...one,
        }
      );
    },
    isSkipped: (id) => skipped.includes(id),
  };
}
const failure = {
  reason: 'Away',
  requestId: '',
  again: true,
  stale: false,
  forbidden: false,
  unsure: false,
};
const nobody = visitWith({});
const keyOf = (item: SortItem | null) => item?.facts.key ?? null;

test('an item that an answer or a sorting speaks for arrives with it and is not asked', () => {
  const parent = aParent({
    answer: value(anAnswer()),
    result: value({ result: 'moved', evidence: 'judged', at: '2026-06-01' }),
  });
  const withParent = aFrame({ parents: [parent] });
  const sorted = (sort: 'moved' | 'tested' | 'run') =>
    sortItem(2, { answer: value(sortedAnswer(null, sort, '2026-06-02')) });
  expect(verdictOf(sortItem(1), frame)).toBe('ask');
  for (const sort of SORTINGS) expect(verdictOf(sorted(sort), frame)).toBe(sort);
  expect(verdictOf(sortItem(3, { answer: value(anAnswer()) }), frame)).toBe('waiting');
  expect(verdictOf(sortItem(4, { parentId: '9001' }), withParent)).toBe('moved');
  expect(verdictOf(sortItem(5, { answer: { kind: 'unreadable' } }), frame)).toBe('locked');
  expect(verdictOf(sortItem(6, { answer: { kind: 'newer' } }), frame)).toBe('locked');
  const half = value(anAnswer({ state: 'half', by: undefined }));
  expect(verdictOf(sortItem(7, { answer: half }), frame)).toBe('ask');
  // Its goal was over when it was finished: somebody answers for it, so it can't be sorted.
  const late = sortItem(8, {
    answer: value(anAnswer()),
    categoryChanged: Date.parse('2027-06-01'),
  });
  expect(verdictOf(late, frame)).toBe('waiting');
});

test('cards come in the order of the draw, and what failed comes back after all others', () => {
  const items = [3, 1, 2].map((n) => sortItem(n));
  expect(keyOf(deckOf(items, frame, nobody).current)).toBe('SHOP-3');
  const moved = { sort: 'moved' as const };
  const first = visitWith({ '3': { want: moved, state: 'failed', failure } });
  expect(keyOf(deckOf(items, frame, first).current)).toBe('SHOP-1');
  const rest = visitWith(
    { '3': { want: moved, state: 'failed', failure }, '1': { now: moved, want: moved } },
    ['2'],
  );
  const last = deckOf(items, frame, rest);
  expect(keyOf(last.current)).toBe('SHOP-3');
  expect(last.failed?.failure?.reason).toBe('Away');
  expect({ done: last.done, asked: last.asked }).toEqual({ done: 2, asked: 3 });
});

test('a card that was taken back stands in front, wherever it is in the draw', () => {
  const items = [1, 2, 3].map((n) => sortItem(n));
  expect(keyOf(deckOf(items, frame, nobody, '3').current)).toBe('SHOP-3');
  expect(keyOf(deckOf(items, frame, visitWith({}, ['3']), '3').current)).toBe('SHOP-1');
});

test('an item that can not be sorted any more leaves the cards', () => {
  const items = [1, 2].map((n) => sortItem(n));
  const deck = deckOf(items, frame, visitWith({ '1': { state: 'out', failure } }));
  expect(keyOf(deck.current)).toBe('SHOP-2');
  expect(deck.standings.get('1')).toBe('out');
  expect(deck.done).toBe(1);
});

const told = fc.record({
  state: fc.constantFrom('waiting', 'saving', 'settled', 'failed', 'out', 'left'),
  now: fc.constantFrom(null, { sort: 'moved' as const }),
  want: fc.constantFrom(null, { sort: 'run' as const }),
  failure: fc.constant(failure),
});

test('every card is arrived, done, open or failed, whatever happens; the shares add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(told), { maxLength: 12 }),
      fc.array(fc.nat(12), { maxLength: 4 }),
      (states, skips) => {
        const items = states.map((_, n) => sortItem(n + 1));
        const known = Object.fromEntries(
          states.flatMap((one, n) => (one ? [[`${n + 1}`, one]] : [])),
        ) as Record<string, Told>;
        const deck = deckOf(items, frame, visitWith(known, skips.map(String)));
        const of = (...names: string[]) =>
          [...deck.standings.values()].filter((one) => names.includes(one)).length;
        expect(deck.arrived.sorted + deck.arrived.answered + deck.asked).toBe(items.length);
        expect(deck.done + of('open', 'failed')).toBe(deck.asked);
        expect(deck.current === null).toBe(of('open', 'failed') === 0);
        const shares = sharesOf(deck.standings.values(), false);
        const { moved, tested, run } = shares.count;
        expect(moved + tested + run + shares.waiting).toBe(shares.known);
        expect(shares.known + shares.later + shares.unknown).toBe(items.length);
      },
    ),
  );
});
