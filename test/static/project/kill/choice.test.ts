import { expect, test } from '@jest/globals';
import {
  ALL,
  choose,
  countChosen,
  isChosen,
  NONE,
} from '../../../../static/src/surfaces/project/kill/offer/choice';
import { firstCandidates } from '../../../../static/src/surfaces/project/kill/offer/first-night';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { openProject } from '../../support/shop';

test('all but some, or only some, are chosen over all pages', () => {
  const but = choose(choose(ALL, ['1', '2', '3'], false), ['2'], true);
  expect(['1', '2', '3', '4'].map((id) => isChosen(but, id))).toEqual([false, true, false, true]);
  expect(countChosen(but, 275)).toBe(273);
  expect(countChosen(but, null)).toBeNull();
  const only = choose(choose(NONE, ['1', '2'], true), ['1'], false);
  expect([isChosen(only, '1'), isChosen(only, '2')]).toEqual([false, true]);
  expect(countChosen(only, null)).toBe(1);
});

test('the first day on which something can come on the list follows from the first look', () => {
  const project = openProject({ rules: { ...DEFAULT_RULES, scan: true } });
  const onSince = Date.parse('2026-11-19T15:00:00Z');
  const first = { ...project, scan: { ...project.scan, onSince } };
  expect(firstCandidates(first)).toBe('2026-12-03');
  expect(firstCandidates({ ...first, today: '2026-12-03' })).toBeNull();
  expect(firstCandidates({ ...first, scan: { ...first.scan, candidates: 3 } })).toBeNull();
  expect(firstCandidates({ ...first, rules: DEFAULT_RULES })).toBeNull();
  expect(firstCandidates(project)).toBeNull();
});
