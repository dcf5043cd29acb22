// Advice on the wording of an answer, rule by rule and over any text.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ADVICE, adviceFor, HINTS, type Advised } from '../../src/domain/advice';
import { at } from '../support/builders';

/** A story that gets no hint at all; each case changes what it is about. */
const good: Advised = {
  summary: 'Delivery costs in the cart',
  answer: {
    why: 'move',
    by: 'showing delivery costs in the cart',
    expect: '5 % fewer people to leave at the last step',
    checkBy: '2026-12-31',
  },
  due: '2026-12-01',
};
const hints = (answer: Partial<Advised['answer']>, more: Partial<Advised> = {}) =>
  adviceFor({ ...good, ...more, answer: { ...good.answer, ...answer } });

test('there is one rule for each hint, in the order in which they are shown', () => {
  expect(ADVICE.map(({ hint }) => hint).sort()).toEqual([...HINTS].sort());
});

test.each(ADVICE)('the examples of $hint get it and do not get it', ({ hint, examples }) => {
  expect(adviceFor(examples.gets)).toContain(hint);
  expect(adviceFor(examples.not)).toEqual([]);
});

test('a good answer gets no hint', () => {
  expect(hints({})).toEqual([]);
});

test.each([
  'As a developer, I want a cache so that I have a cache',
  'as an admin I need a new role',
  'As the Product Owner, I would like a report',
  'AS A TESTER I WANT LOGS',
])('a story of somebody inside the team is none: %s', (summary) => {
  expect(hints({}, { summary })).toContain('fake-user');
  expect(hints({ because: summary })).toContain('fake-user');
});

test.each([
  'As a shopper, I want to see delivery costs before I pay',
  'As a developer of plugins for the shop. I want nothing here',
  'Show the team what I want',
  'The developer portal: I want it faster',
])('a story of a real user, or no story at all, is left alone: %s', (summary) => {
  expect(hints({}, { summary })).toEqual([]);
});

test.each([
  ['building a new search page', 'a new search page with 3 filters, new search page', false],
  ['building a new search page', 'the new search page', true],
  ['Suche neu bauen', 'Suche neu', true],
  ['building a search page', 'search', false],
])('by "%s" we expect "%s": the thing as its own value is told: %s', (by, expected, told) => {
  expect(hints({ by, expect: expected, delta: 1 }).includes('thing-is-value')).toBe(told);
});

test.each([
  ['Implement 2 exports', true],
  ['to add 3 columns', true],
  ['the 2 exports are live', true],
  ['additional orders, 30 a month', false],
  ['30 more people who fix their address themselves', false],
  ['live chats fall by 10 %', false],
])('"%s" reads as a to-do: %s', (expected, told) => {
  expect(hints({ expect: expected }).includes('to-do')).toBe(told);
});

test('a number may stand in the sentence or in the expected change, in any script', () => {
  expect(hints({ expect: 'fewer people to leave' })).toEqual(['no-number']);
  expect(hints({ expect: 'fewer people to leave', delta: 0.3 })).toEqual([]);
  expect(hints({ expect: '٥ fewer people to leave' })).toEqual([]);
  expect(hints({ why: 'test', expect: 'fewer people to leave' })).toEqual([]);
});

test('a look on the due date itself is not too early, and without a date there is nothing to say', () => {
  expect(hints({ checkBy: '2026-11-30' })).toEqual(['check-too-early']);
  expect(hints({ checkBy: '2026-12-01' })).toEqual([]);
  expect(hints({ checkBy: '2026-11-30' }, { due: null })).toEqual([]);
  expect(hints({ checkBy: undefined })).toEqual([]);
});

test('an answer that does not say what is expected gets no hint about it', () => {
  expect(hints({ expect: undefined })).toEqual([]);
  expect(hints({ by: undefined, expect: undefined })).toEqual([]);
});

test('four of five words that are the same are the thing itself, and blanks change no to-do', () => {
  const by = 'building quick small search page for carts';
  expect(hints({ by, expect: 'quick small search page 9' })).toEqual(['thing-is-value']);
  expect(hints({ by, expect: 'quick small search 9 shops' })).toEqual([]);
  expect(hints({ expect: '  implement 2 exports' })).toEqual(['to-do']);
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('as a developer', 'I want', '.', 'is', 'done', '5 %', 'ö', '\u202e'), {
      maxLength: 30,
    })
    .map((words) => words.join(' ')),
);
const day = fc
  .integer({ min: 0, max: 400 })
  .map((n) => new Date(at('2026-01-01') + n * 86_400_000).toISOString().slice(0, 10));
const advised: fc.Arbitrary<Advised> = fc.record({
  summary: text,
  answer: fc.record(
    {
      why: fc.constantFrom('move' as const, 'test' as const, 'run' as const),
      by: text,
      expect: text,
      because: text,
      checkBy: day,
      delta: fc.double(),
    },
    { requiredKeys: ['why'] },
  ),
  due: fc.option(day),
});

test('any text gets known hints, each at most once, and the same ones again', () => {
  fc.assert(
    fc.property(advised, (one) => {
      const found = adviceFor(one);
      expect(new Set(found).size).toBe(found.length);
      expect(found.every((hint) => HINTS.includes(hint))).toBe(true);
      expect(adviceFor(one)).toEqual(found);
    }),
  );
});

test('what keeps things running is never advised on', () => {
  fc.assert(
    fc.property(advised, (one) => {
      expect(adviceFor({ ...one, answer: { ...one.answer, why: 'run' } })).toEqual([]);
    }),
  );
});
