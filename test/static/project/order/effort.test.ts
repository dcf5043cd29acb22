import { expect, test } from '@jest/globals';
import type { JiraField, JiraIssue } from '../../../../src/adapters/jira/answers';
import { createFormat } from '../../../../static/src/format';
import { effortsOf, pointFields } from '../../../../static/src/surfaces/project/gather/effort';
import {
  ordinal,
  partWords,
  reasonOf,
} from '../../../../static/src/surfaces/project/backlog/order/reason';

const FLOAT = 'com.atlassian.jira.plugin.system.customfieldtypes:float';
const POINTS = 'com.pyxis.greenhopper.jira:jsw-story-points';
const field = (id: string, name: string, custom?: string): JiraField => ({
  id,
  name,
  ...(custom ? { schema: { type: 'number', custom } } : {}),
});
const issue = (fields: Record<string, unknown>): JiraIssue => ({ id: '1', key: 'SHOP-1', fields });
const format = createFormat('en-US', 'UTC');

test('story points are found by their type first, then by Jira’s names for a number', () => {
  const fields = [
    field('customfield_1', 'Story Points', FLOAT),
    field('customfield_2', 'Punkte', POINTS),
    field('customfield_3', 'Story points', 'com.example:text'),
    field('customfield_4', 'Budget', FLOAT),
    field('summary', 'Summary'),
  ];
  expect(pointFields(fields)).toEqual(['customfield_2', 'customfield_1']);
});

test('points win over hours, and a list has one unit', () => {
  const points = issue({ customfield_2: 3, timeoriginalestimate: 7_200 });
  const hours = issue({ customfield_2: null, timeoriginalestimate: 5_400 });
  const both = effortsOf([points, hours], ['customfield_2']);
  expect([both.unit, both.of(points), both.of(hours)]).toEqual(['points', 3, null]);
  const only = effortsOf([hours], ['customfield_2']);
  expect([only.unit, only.of(hours)]).toEqual(['hours', 1.5]);
});

test('what is no effort counts as none', () => {
  for (const value of [0, -2, 'many', NaN, null, {}])
    expect(effortsOf([issue({ customfield_2: value })], ['customfield_2']).unit).toBeNull();
});

const entry = (share: number, effort: number | null) => ({
  item: {
    id: '1',
    key: 'SHOP-1',
    summary: '',
    answer: { why: 'move', state: 'answered' } as const,
    effort,
  },
  share,
  perEffort: effort === null ? null : share / effort,
});

test('the reason of the order is said in words', () => {
  const points = { first: true, unit: 'points' } as const;
  expect(reasonOf(entry(1 / 3, 3), points, format)).toBe(
    'Most for its effort: a third of the gap for 3 points',
  );
  expect(reasonOf(entry(0.41, 1), { ...points, first: false }, format)).toBe(
    '41% of the gap for 1 point',
  );
  expect(reasonOf(entry(1 / 4, null), points, format)).toMatch(/^A quarter of the gap; without/);
  expect(reasonOf(entry(1 / 2, null), { first: true, unit: null }, format)).toBe(
    'Most of all: half of the gap',
  );
});

test('shares have names where they are near one', () => {
  expect([0.34, 0.5, 0.66, 0.98, 1, 1.2, 0.07].map((share) => partWords(share, format))).toEqual([
    'a third',
    'half',
    'two thirds',
    '98%',
    'all',
    'more than all',
    '7%',
  ]);
});

test('places are counted as one says them', () => {
  expect([1, 2, 3, 8, 11, 21, 112].map((place) => ordinal(place, format))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '8th',
    '11th',
    '21st',
    '112th',
  ]);
});
