// The rules of a project: what holds for a type, who decides, what may be saved.
import { expect, test } from '@jest/globals';
import { MESSAGES } from '../../src/domain/messages';
import { agesOf, isMember, knownRules, ruleProblems, undeliveredOf } from '../../src/domain/rules';
import { someRules } from '../support/builders';

const BUG = { typeId: '7', warnAfterDays: 10, flagAfterDays: 20 };
const STORY = { typeId: '8', warnAfterDays: 30, flagAfterDays: 30 };
const FORUM = { name: '', memberIds: [], cadence: 'none', next: null } as const;

test('a type has its own ages, or else those of the project', () => {
  const rules = someRules({ agesByType: [BUG, STORY] });
  expect([agesOf(rules, '7'), agesOf(rules, '8'), agesOf(rules, '9')]).toEqual([BUG, STORY, rules]);
});

test.each([
  { memberIds: [], is: true },
  { memberIds: ['acc-dev'], is: true },
  { memberIds: ['acc-po'], is: false },
  { memberIds: ['acc-po', 'acc-dev'], is: true },
])('of the forum of $memberIds somebody is a member: $is', ({ memberIds, is }) => {
  expect(isMember({ ...FORUM, memberIds }, 'acc-dev')).toBe(is);
});

test('undelivered is what the project lists, or else what has such a name on the site', () => {
  const resolutions = [
    { id: '1', name: 'Done' },
    { id: '2', name: " won't do " },
    { id: '3', name: 'DUPLICATE' },
  ];
  const statuses = [
    { id: '4', name: 'Rejected' },
    { id: '5', name: 'Not rejected' },
  ];
  const site = { resolutions, statuses };
  expect(undeliveredOf(someRules(), site)).toEqual({ resolutionIds: ['2', '3'], statusIds: ['4'] });
  const undelivered = { resolutionIds: ['1'], statusIds: [] };
  expect(undeliveredOf(someRules({ undelivered }), site)).toEqual(undelivered);
});

const stream = (name: string) => ({ id: name, name, clause: 'labels = a' });
const { nameTwice, typeTwice, warnFirst } = MESSAGES.rules;

test.each([
  { more: {}, problems: {} },
  { more: { warnAfterDays: 9, flagAfterDays: 9, agesByType: [BUG, STORY] }, problems: {} },
  { more: { warnAfterDays: 10, flagAfterDays: 9 }, problems: { flagAfterDays: warnFirst } },
  {
    more: { agesByType: [BUG, { ...STORY, flagAfterDays: 29 }] },
    problems: { agesByType: warnFirst },
  },
  { more: { agesByType: [BUG, STORY, BUG] }, problems: { agesByType: typeTwice } },
  {
    more: { streams: ['Pay', 'Search', 'pay', 'Sell'].map(stream) },
    problems: { 'streams.2.name': nameTwice },
  },
])('rules with $more may be saved but for $problems', ({ more, problems }) => {
  expect(ruleProblems(someRules(more))).toEqual(problems);
});

test('what the site no longer has drops out of the rules, and nothing else', () => {
  const rules = someRules({
    exemptTypeIds: ['7', '8'],
    agesByType: [BUG, STORY],
    undelivered: { resolutionIds: ['1', '2'], statusIds: ['4', '5'] },
  });
  expect(knownRules(rules, { typeIds: ['7', '9'] })).toEqual({
    ...rules,
    exemptTypeIds: ['7'],
    agesByType: [BUG],
  });
  expect(knownRules(rules, { typeIds: [], resolutionIds: ['2'], statusIds: ['4'] })).toEqual({
    ...rules,
    exemptTypeIds: [],
    agesByType: [],
    undelivered: { resolutionIds: ['2'], statusIds: ['4'] },
  });
  expect(knownRules(someRules(), { typeIds: ['7'] })).toEqual(someRules());
});
