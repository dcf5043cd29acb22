import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkDraft,
  correctedFrom,
  correctedWords,
  draftOf,
} from '../../../static/src/surfaces/project/goals/reading-draft';
import { createFormat } from '../../../static/src/format';
import { aReading } from '../../support/readings';

const TODAY = '2026-11-20';
const english = createFormat('en-US', 'UTC');
const reading = aReading({ goalId: 'g1', day: '2026-11-03', value: 2.4 });
const stood = (value: number, withdrawn = false) => ({ value, by: 'u2', at: 0, withdrawn });

test('a reading is what it was after its way through the form', () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
  fc.assert(
    fc.property(value, fc.constantFrom('en-US', 'de-DE', 'fr-FR'), (number, locale) => {
      const format = createFormat(locale, 'UTC');
      const checked = checkDraft(draftOf({ ...reading, value: number }, format), TODAY, format);
      expect(checked.ok && checked.reading.value).toBeCloseTo(number, 10);
    }),
  );
});

test.each([
  ['2026-11-21', '2', { day: /still to come/ }],
  ['', '2', { day: /Give the day/ }],
  ['2026-11-20', 'two', { value: /Give a number/ }],
])('day %s and value %s are refused at their fields', (day, value, sentences) => {
  const checked = checkDraft({ day, value, note: '', link: '' }, TODAY, english);
  const errors: Record<string, string> = checked.ok ? {} : checked.errors;
  expect(Object.keys(errors)).toEqual(Object.keys(sentences));
  for (const [field, sentence] of Object.entries(sentences))
    expect(errors[field]).toMatch(sentence);
});

test('what stood before is named once for each time the value changed', () => {
  expect(correctedWords(reading, '%', english)).toBeNull();
  const once = { ...reading, earlier: [stood(2.3)] };
  expect(correctedWords(once, '%', english)).toBe('corrected once: was 2.3\u00a0%');
  const twice = { ...reading, earlier: [stood(2.1), stood(2.3)] };
  expect(correctedWords(twice, '%', english)).toBe(
    'corrected 2 times: was 2.1\u00a0%, then 2.3\u00a0%',
  );
});

test('taking back and putting back is no correction of the value', () => {
  const there = { ...reading, earlier: [stood(2.4), stood(2.4, true)] };
  expect(correctedFrom(there)).toEqual([]);
});
