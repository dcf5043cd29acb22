// Bets of a window from listed items, and as what Jira would count.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isUndelivered, lookAt, wasFinished } from '../../src/domain/band';
import {
  addToBets,
  BET_STATES,
  betsOf,
  betStateOf,
  ownBetNumbers,
  parentBetClause,
  parentBets,
  type BetsById,
} from '../../src/domain/bets';
import { clauseOf } from '../../src/domain/bet-sum';
import { holds } from '../../src/domain/clause';
import { filterCounted, fitsFilter } from '../../src/domain/filter';
import { betOf } from '../../src/domain/inherit';
import type { ItemFacts } from '../../src/domain/item';
import { outputOf } from '../../src/domain/output';
import { anyFilter, anyFrame, anyItem, aWindow, NOW, STREAMS } from '../support/arbitraries';
import { aFrame, anAnswer, anItem, aParent, value } from '../support/builders';
import { runsOf } from '../support/runs';

const TODAY = '2026-11-21';
const anyItems = fc
  .array(anyItem, { maxLength: 20 })
  .map((items) => items.map((item, n) => ({ ...item, id: String(n + 1) })));
const moved = value({ result: 'moved' as const, evidence: 'judged' as const, at: '2026-08-01' });

test('bets counted by their carriers are the bets of the listed items', () => {
  fc.assert(
    fc.property(anyItems, anyFrame, aWindow, anyFilter, (items, frame, window, filter) => {
      const within = filterCounted(frame, filter, STREAMS);
      const own = ownBetNumbers(frame, window, within, TODAY);
      const parents = parentBets(frame, TODAY);
      const fitting = items.filter((item) =>
        fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW }),
      );
      const listed = betsOf(fitting, frame, window, TODAY);
      for (const state of BET_STATES) {
        const clause = clauseOf(frame, own[state]);
        const carriers = items.filter((item) => holds(clause, item, NOW)).length;
        const above = parents[state].filter((parent) => {
          const children = parentBetClause(frame, window, within, parent);
          return items.some((item) => holds(children, item, NOW));
        }).length;
        expect([state, carriers + above]).toEqual([state, listed[state]]);
      }
    }),
    runsOf(200),
  );
});

test('the states add up to the bets, and the items in them are those of the output', () => {
  fc.assert(
    fc.property(anyItems, anyFrame, aWindow, (items, frame, window) => {
      const bets = betsOf(items, frame, window, TODAY);
      const output = outputOf(items, frame, window);
      expect(BET_STATES.reduce((sum, state) => sum + bets[state], 0)).toBe(bets.bets);
      expect(bets.items).toBe(output.inBets);
      expect(bets.itemsMoved).toBe(output.inMovedBets);
      const carriers = items
        .filter((item) => wasFinished(item, window) && !isUndelivered(item, frame))
        .flatMap((item) => {
          const parent = frame.parents.find(({ id }) => id === item.parentId) ?? null;
          const bet = betOf(item, parent, frame.goals);
          if (!bet.answer || bet.answer.why === 'run') return [];
          return [bet.source === 'own' ? item.id : item.parentId];
        });
      expect(bets.bets).toBe(new Set(carriers).size);
    }),
  );
});

test('a bet is known by who carries it: a finished item itself, or its parent', () => {
  const parent = aParent({ id: '9001', answer: value(anAnswer()), isDone: true });
  const frame = aFrame({ parents: [parent] });
  const done = (more: Partial<ItemFacts>) => anItem({ category: 'done', ...more });
  const bets: BetsById = new Map();
  for (const item of [
    done({ id: '1', parentId: '9001' }),
    done({ id: '2', parentId: '9001' }),
    done({ id: '3', parentId: '9001', answer: value(anAnswer()) }),
    done({ id: '4' }),
  ])
    addToBets(bets, lookAt(item, frame), '2026-12-01');
  expect([...bets]).toEqual([
    ['9001', { state: 'due', items: 2, isParent: true }],
    ['3', { state: 'due', items: 1, isParent: false }],
  ]);
});

test('whoever carries a bet is done or not, and nobody is where there is none', () => {
  const parents = [true, false, undefined].map((isDone, n) =>
    aParent({ id: `9${n}`, answer: value(anAnswer()), isDone }),
  );
  const frame = aFrame({ parents });
  const isBetDone = (more: Partial<ItemFacts>) => lookAt(anItem(more), frame).isBetDone;
  expect(parents.map(({ id }) => isBetDone({ parentId: id }))).toEqual([true, false, false]);
  const answer = value(anAnswer());
  expect([isBetDone({ answer, category: 'done' }), isBetDone({ answer })]).toEqual([true, false]);
  expect(isBetDone({ category: 'done' })).toBe(false);
});

test('children of one parent are one bet, whose result they share', () => {
  const frame = aFrame({ parents: [aParent({ answer: value(anAnswer()), result: moved })] });
  const child = anItem({ category: 'done', statusId: '106', parentId: '9001' });
  const items = [child, { ...child, id: '2' }, { ...child, id: '3', answer: value(anAnswer()) }];
  expect(betsOf(items, frame, { from: 0, to: NOW }, TODAY)).toMatchObject({
    bets: 2,
    moved: 1,
    waiting: 1,
    items: 3,
    itemsMoved: 2,
  });
});

test('a bet without a result is due from its check date on', () => {
  const bet = { answer: { checkBy: '2026-11-20' }, isDone: true };
  expect(betStateOf(bet, null, '2026-11-19')).toBe('waiting');
  expect(betStateOf(bet, null, '2026-11-20')).toBe('due');
  expect(betStateOf(bet, 'unclear', '2026-11-21')).toBe('unclear');
});

test('the bet of a parent that is not done waits, however late it is', () => {
  const answer = value(anAnswer({ checkBy: '2026-01-01' }));
  const child = anItem({ category: 'done', statusId: '106', parentId: '9001' });
  const betsWith = (isDone: boolean) => {
    const frame = aFrame({ parents: [aParent({ answer, isDone })] });
    return betsOf([child], frame, { from: 0, to: NOW }, TODAY);
  };
  expect(betsWith(false)).toMatchObject({ waiting: 1, due: 0 });
  expect(betsWith(true)).toMatchObject({ waiting: 0, due: 1 });
});
