import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { missingParts } from '../../src/domain/answer';
import { betOf } from '../../src/domain/inherit';
import {
  losesText,
  sortedAnswer,
  sortingOf,
  sortRefusal,
  SORTINGS,
  suggestion,
  type SortRule,
} from '../../src/domain/sort';
import { aGoal, anAnswer, anItem, aParent, value } from '../support/builders';

const TODAY = '2026-06-10';
const sorting = fc.constantFrom(...SORTINGS);
const half = anAnswer({ state: 'half', goal: undefined, when: undefined, answered: undefined });
const before = fc.constantFrom(null, half, anAnswer({ goal: 'elsewhere' }));
const done = (more: Parameters<typeof anItem>[0] = {}) => anItem({ category: 'done', ...more });

test('what is sorted says how, is no bet, can be sorted anew, and keeps what was typed', () => {
  fc.assert(
    fc.property(before, sorting, sorting, (was, first, again) => {
      const once = sortedAnswer(was, first, TODAY);
      expect(sortingOf(once)).toBe(first);
      const item = done({ answer: value(once) });
      if (first !== 'run') expect(betOf(item, null, [aGoal()]).source).toBe('none');
      expect(sortRefusal(item, null, [aGoal()])).toBeNull();
      const twice = sortedAnswer(once, again, TODAY);
      expect(sortingOf(twice)).toBe(again);
      if (first !== 'run' && again !== 'run') expect(twice.by).toBe(was?.by);
      // A half answer is never taken for a whole one; only kept it running needs no more.
      if (again !== 'run') expect(twice).toMatchObject({ state: 'half' });
      else expect(missingParts(twice)).toEqual([]);
    }),
  );
});

test('only keeping it running takes off what was typed, and only where something was', () => {
  expect(losesText(half, 'run')).toBe(true);
  expect([losesText(half, 'moved'), losesText(null, 'run')]).toEqual([false, false]);
  const bare = { why: 'move' as const, state: 'half' as const, because: 'x', answered: TODAY };
  expect(losesText(bare, 'run')).toBe(false);
  expect(losesText({ ...bare, by: '' }, 'run')).toBe(false);
  expect(losesText({ ...bare, by: undefined }, 'run')).toBe(false);
  expect(losesText({ ...bare, by: 'y' }, 'run')).toBe(true);
  expect(losesText({ ...bare, why: 'run', by: 'y' }, 'run')).toBe(false);
  expect(sortingOf(null)).toBeNull();
  expect(sortedAnswer(null, 'tested', TODAY)).toEqual({
    ...{ why: 'test', state: 'half', when: 'sorted' },
  });
});

test('a whole answer is no sorting, whatever it says of when', () => {
  expect(sortingOf(anAnswer({ when: 'sorted' }))).toBeNull();
  expect(sortRefusal(done({ answer: value(anAnswer({ when: 'sorted' })) }), null, [aGoal()])).toBe(
    'answered',
  );
});

test.each([
  ['level', done({ level: 1 })],
  ['level', done({ level: -1 })],
  ['open', anItem()],
  ['open', anItem({ category: 'indeterminate' })],
  ['newer', done({ answer: { kind: 'newer' } })],
  ['unreadable', done({ answer: { kind: 'unreadable' } })],
  ['answered', done({ answer: value(anAnswer()) })],
  ['answered', done({ answer: value({ why: 'run', state: 'answered', when: 'done' }) })],
  [null, done()],
  [null, done({ answer: value(anAnswer({ goal: 'elsewhere' })) })],
] as const)('an item is refused as %j', (refusal, item) => {
  expect(sortRefusal(item, null, [aGoal()])).toBe(refusal);
});

test('under a parent that has answered an item is sorted already; its own answer comes first', () => {
  const parent = aParent({ answer: value(anAnswer()) });
  expect(sortRefusal(done(), parent, [aGoal()])).toBe('parent');
  expect(sortRefusal(done({ answer: value(half) }), parent, [aGoal()])).toBe('parent');
  expect(sortRefusal(done({ answer: value(anAnswer()) }), parent, [aGoal()])).toBe('answered');
  expect(sortRefusal(done(), aParent({ answer: value(half) }), [aGoal()])).toBeNull();
});

test('the first rule that fits suggests; one of another field with the same value does not', () => {
  const rules: SortRule[] = [
    { field: 'label', value: '2', sort: 'run' },
    { field: 'type', value: '2', sort: 'tested' },
    { field: 'parent', value: '9', sort: 'moved' },
    { field: 'resolution', value: '7', sort: 'run' },
  ];
  const item = (more: object) => done({ typeId: '1', ...more });
  expect(suggestion(item({}), rules)).toBeNull();
  expect(suggestion(item({ typeId: '2' }), rules)?.sort).toBe('tested');
  expect(suggestion(item({ typeId: '2', labels: ['x', '2'] }), rules)?.sort).toBe('run');
  expect(suggestion(item({ parentId: '9', resolutionId: '7' }), rules)?.field).toBe('parent');
  expect(suggestion(item({ resolutionId: '7' }), rules)?.field).toBe('resolution');
});

test('a sorting loses text exactly where what was typed is not in the sorted answer', () => {
  fc.assert(
    fc.property(before, sorting, fc.constantFrom('', 'asking less'), (was, sort, by) => {
      const typed = was && { ...was, by };
      const { state: _s, when: _w, answered: _a, why: _y, ...texts } = typed ?? { state: 'half' };
      const kept = new Set(Object.values(sortedAnswer(typed, sort, TODAY)));
      const lost = Object.values(texts).some((text) => text && !kept.has(text));
      expect(losesText(typed, sort)).toBe(lost);
    }),
  );
  expect(losesText({ why: 'move', state: 'half' }, 'run')).toBe(false);
  expect(losesText({ why: 'move', state: 'half', because: 'asked' }, 'run')).toBe(false);
});
