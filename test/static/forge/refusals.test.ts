import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { turning } from '../../../static/src/forge/refusals';

const english = {
  plain: 'Give a day.',
  limit: 'Give at most {limit}.',
  people: 'Name at most {limit} people.',
  why: 'Jira says: {why}',
  only: 'Only in English.',
};
const german = {
  plain: 'Geben Sie einen Tag an.',
  limit: 'Geben Sie höchstens {limit} an.',
  people: 'Nennen Sie höchstens {limit} Personen.',
  why: 'Jira sagt: {why}',
};
const turn = turning(english, german);

test('a sentence is found by its English text, with what was filled in', () => {
  expect(turn('Give a day.')).toBe('Geben Sie einen Tag an.');
  expect(turn('Name at most 20 people.')).toBe('Nennen Sie höchstens 20 Personen.');
  expect(turn('Jira says: a (b) {c}')).toBe('Jira sagt: a (b) {c}');
});

test('what has no translation stays as it was said', () => {
  expect(turn('Only in English.')).toBe('Only in English.');
  expect(turn('Something else')).toBe('Something else');
});

test('whatever was filled in comes through unchanged', () => {
  fc.assert(
    fc.property(fc.string(), (why) => expect(turn(`Jira says: ${why}`)).toBe(`Jira sagt: ${why}`)),
  );
});
