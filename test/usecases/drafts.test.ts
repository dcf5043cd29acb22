// What is being typed survives a closed panel and a refused save; texts come back as they were typed.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DRAFT_LIMIT, DRAFT_TEXT_LIMIT } from '../../src/contract/limits';
import { MESSAGES } from '../../src/domain/messages';
import { addGoal, answerFor, issue, startLoop, type Loop } from '../support/loop';
import { LONG_TRIES, runsOf } from '../support/runs';

let loop: Loop;
let goal: string;
const id = (number: number) => String(10_000 + number);

beforeAll(async () => {
  loop = await startLoop(Array.from({ length: 40 }, (_one, n) => issue(1 + n)));
  goal = await addGoal(loop);
}, 60_000);
afterAll(() => loop.close());

const open = async (number: number, as: 'dev' | 'po' = 'dev') =>
  loop.call(as, 'item.open', { itemId: id(number) });
/** Keeps it as a window that has just opened the item. */
const draft = async (number: number, texts: Record<string, string>, seen: string | null = null) => {
  const over = (await open(number)).draft?.at ?? null;
  return loop.call('dev', 'draft.save', { itemId: id(number), seen, texts, over });
};
const save = (number: number, more: object = {}) => ({
  itemId: id(number),
  seen: null,
  answer: { ...answerFor(goal), ...more },
});

test('a draft is kept with the answer it was begun on, whole or not, right or not', async () => {
  const texts = { why: 'move', by: 'half a', checkBy: 'next tuesd', delta: 'about 3', goal: '?' };
  const { at } = await draft(1, texts, 'an older answer');
  expect((await open(1)).draft).toEqual({ texts, seen: 'an older answer', at });
  await draft(1, { by: 'later' });
  expect((await open(1)).draft).toMatchObject({ texts: { by: 'later' }, seen: null });
  expect(await loop.property(1, 'ladder-answer')).toBeUndefined();
});

test('a draft goes with the save, and when it is thrown away', async () => {
  await draft(2, { by: 'x' });
  await loop.call('dev', 'answer.save', { ...save(2), endsDraft: true });
  expect((await open(2)).draft).toBeNull();
  await draft(2, { by: 'y' });
  await loop.call('dev', 'draft.discard', { itemId: id(2) });
  await loop.call('dev', 'draft.discard', { itemId: id(2) });
  expect((await open(2)).draft).toBeNull();
});

test('what another window of the same person keeps is not written over', async () => {
  const keep = (texts: object, over: number | null) => ({
    itemId: id(7),
    seen: null,
    texts,
    over,
  });
  const first = await loop.call('dev', 'draft.save', keep({ by: 'one window' }, null));
  loop.clock.set(loop.clock.now() + 1_000);
  const refused = await loop.refusal('dev', 'draft.save', keep({ by: 'the other' }, null));
  expect(refused).toMatchObject({
    code: 'conflict',
    message: MESSAGES.draft.otherWindow,
    details: { texts: { by: 'one window' }, at: first.at },
  });
  expect((await open(7)).draft).toMatchObject({ texts: { by: 'one window' } });
  // The same words are no conflict, and who has seen the other draft may replace it.
  await loop.call('dev', 'draft.save', keep({ by: 'one window', why: '' }, null));
  const { draft: seen } = await open(7);
  await loop.call('dev', 'draft.save', keep({ by: 'the other' }, seen?.at ?? null));
  expect((await open(7)).draft).toMatchObject({ texts: { by: 'the other' } });
});

test('an answer for many items at once leaves what the same person was typing', async () => {
  const texts = { by: 'half an hour of thought' };
  await draft(6, texts);
  await loop.call('dev', 'answer.save', { itemId: id(6), seen: null, answer: { why: 'run' } });
  expect((await open(6)).draft).toMatchObject({ texts, seen: null });
});

test('a draft stays when the save is refused, for whatever reason', async () => {
  const texts = { by: 'an hour of thought' };
  await draft(3, texts);
  await loop.refusal('dev', 'answer.save', save(3, { checkBy: '2020-01-01' }));
  await loop.refusal('dev', 'answer.save', save(3, { by: 'x'.repeat(10_000) }));
  await loop.call('po', 'answer.save', save(3, { by: 'faster' }));
  const conflict = await loop.refusal('dev', 'answer.save', { ...save(3), endsDraft: true });
  expect(conflict.code).toBe('conflict');
  expect((await open(3)).draft).toMatchObject({ texts });
});

test('the save of one person leaves the drafts of the others', async () => {
  await draft(4, { by: 'mine' });
  await loop.call('po', 'draft.save', {
    itemId: id(4),
    seen: null,
    texts: { by: 'theirs' },
    over: null,
  });
  await loop.call('po', 'answer.save', { ...save(4), endsDraft: true });
  expect((await open(4)).draft).toMatchObject({ texts: { by: 'mine' } });
  expect((await open(4, 'po')).draft).toBeNull();
});

test('10,000 characters are kept while they are typed, and refused at their field when saved', async () => {
  const long = 'ä'.repeat(9_998) + '🪜';
  await draft(5, { by: long });
  expect((await open(5)).draft).toMatchObject({ texts: { by: long } });
  expect((await loop.refusal('dev', 'answer.save', save(5, { by: long }))).fields).toEqual({
    'answer.by': 'This is longer than 1000 characters.',
  });
  expect((await open(5)).draft).toMatchObject({ texts: { by: long } });
});

test('a draft beyond its bounds is refused, and the one before it stays', async () => {
  await draft(6, { by: 'short' });
  const one = await loop.refusal('dev', 'draft.save', {
    itemId: id(6),
    seen: null,
    texts: { by: 'x'.repeat(DRAFT_TEXT_LIMIT + 1) },
    over: null,
  });
  expect(Object.keys(one.fields ?? {})).toEqual(['texts.by']);
  const full = 'x'.repeat(DRAFT_TEXT_LIMIT);
  const texts = { by: full, expect: full, measure: full, whom: 'x' };
  expect(Object.values(texts).join('').length).toBeGreaterThan(DRAFT_LIMIT);
  const all = await loop.refusal('dev', 'draft.save', {
    itemId: id(6),
    seen: null,
    texts,
    over: null,
  });
  expect(all.code).toBe('invalid_input');
  expect((await open(6)).draft).toMatchObject({ texts: { by: 'short' } });
  // The largest draft fits into a stored value, also where each character takes three bytes.
  const wide = 'あ'.repeat(DRAFT_TEXT_LIMIT);
  await draft(6, { by: wide, expect: wide, measure: wide });
  expect((await open(6)).draft).toMatchObject({ texts: { measure: wide } });
});

const TEXTS = [
  '👩‍👩‍👧‍👦 families finish 5 % more often 🪜',
  'עברית עם "מרכאות" ו-5 %',
  '\u202eright to left\u202c and ‏back',
  `"double", 'single', “curly”, \`ticks\`, \\ and %s {limit} $& <script>alert(1)</script>`,
  'é and e\u0301 are not the same',
  'two\nlines\tand a tab',
];

test.each(TEXTS)('"%s" comes back as it was typed', async (text) => {
  const number = 10 + TEXTS.indexOf(text);
  await draft(number, { by: text });
  expect((await open(number)).draft).toMatchObject({ texts: { by: text } });
  const { answer } = await loop.call('dev', 'answer.save', save(number, { by: text }));
  expect(answer.by).toBe(text);
  expect(await loop.property(number, 'ladder-answer')).toMatchObject({ by: text });
});

test('any text comes back from a draft and from an answer as it was typed', async () => {
  const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  let seen: string | null = null;
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      await draft(20, { by: text });
      expect((await open(20)).draft).toMatchObject({ texts: { by: text } });
      const saved = await loop.call('dev', 'answer.save', { ...save(20, { by: text }), seen });
      ({ seen } = saved);
      // Blanks around a text are no part of it.
      expect(saved.answer.by).toBe(text.trim() === '' ? undefined : text.trim());
    }),
    runsOf(20, LONG_TRIES),
  );
  // At night with hundreds of texts.
}, 300_000);

test('a hint that is dismissed stays so on this item, and can be brought back', async () => {
  const dismiss = (number: number, hint: 'to-do' | 'no-number', dismissed: boolean) =>
    loop.call('viewer', 'hint.dismiss', { itemId: id(number), hint, dismissed });
  expect(await dismiss(7, 'no-number', true)).toEqual({ dismissed: ['no-number'] });
  expect(await dismiss(7, 'to-do', true)).toEqual({ dismissed: ['no-number', 'to-do'] });
  expect(await dismiss(7, 'to-do', true)).toEqual({ dismissed: ['no-number', 'to-do'] });
  expect(await dismiss(7, 'no-number', false)).toEqual({ dismissed: ['to-do'] });
  const { dismissed } = await loop.call('viewer', 'item.open', { itemId: id(7) });
  expect(dismissed).toEqual(['to-do']);
  expect((await open(8)).dismissed).toEqual([]);
  const unknown = { itemId: id(7), hint: 'no-such-hint', dismissed: true };
  expect(await loop.refusal('viewer', 'hint.dismiss', unknown)).toMatchObject({
    fields: { hint: expect.any(String) },
  });
});

test('a draft on an item that takes no answer does no harm', async () => {
  const missing = { itemId: '10999', seen: null, texts: { by: 'x' }, over: null };
  expect(await loop.refusal('dev', 'draft.save', missing)).toMatchObject({
    code: 'not_found',
    message: MESSAGES.jira.not_found,
  });
});
