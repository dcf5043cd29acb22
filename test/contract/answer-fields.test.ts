// The fields of an answer stand in the form and in three schemas. A schema drops what it does not know
// without a word, so what one of them lacked would be typed and lost.
import { expect, test } from '@jest/globals';
import { draftTexts } from '../../src/contract/drafts';
import { answerProperty } from '../../src/contract/properties';
import { answerInput } from '../../src/contract/shapes';
import { EMPTY_FORM } from '../../static/src/surfaces/item/form';

const typed = Object.keys(EMPTY_FORM).sort();

test('what can be typed is what can be saved and what a draft keeps', () => {
  expect(Object.keys(answerInput.shape).sort()).toEqual(typed);
  expect(Object.keys(draftTexts.shape).sort()).toEqual(typed);
});

test('what can be saved is kept on the item', () => {
  expect(Object.keys(answerProperty.shape)).toEqual(expect.arrayContaining(typed));
});
