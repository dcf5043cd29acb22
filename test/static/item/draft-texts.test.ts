import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { draftTexts } from '../../../src/contract/drafts';
import { formOfTexts, textsOf } from '../../../static/src/surfaces/item/draft-texts';
import { EMPTY_FORM, type AnswerForm } from '../../../static/src/surfaces/item/form';

const fields = Object.keys(EMPTY_FORM).filter((field) => field !== 'why');
const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const forms: fc.Arbitrary<AnswerForm> = fc
  .record({
    why: fc.constantFrom('', 'move', 'test', 'run'),
    ...Object.fromEntries(fields.map((field) => [field, text])),
  })
  .map((form) => form as AnswerForm);

test('a form comes back from its draft as it was typed', () => {
  fc.assert(fc.property(forms, (form) => expect(formOfTexts(textsOf(form))).toEqual(form)));
});

test('a draft is always one that the app takes', () => {
  fc.assert(
    fc.property(forms, (form) => expect(draftTexts.parse(textsOf(form))).toEqual(textsOf(form))),
  );
});

test('what is empty is not kept', () => {
  expect(textsOf({ ...EMPTY_FORM, by: 'asking' })).toEqual({ by: 'asking' });
});

test('a why that this version does not know counts as not chosen', () => {
  expect(formOfTexts({ why: 'dream', by: 'asking' })).toEqual({ ...EMPTY_FORM, by: 'asking' });
});
