import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvText } from '../../../../static/src/csv';
import { createFormat } from '../../../../static/src/format';
import {
  draftChange,
  meetingAct,
  type Focused,
} from '../../../../static/src/surfaces/project/results/meeting/meeting-keys';
import {
  minutesTable,
  minutesText,
  saidOf,
} from '../../../../static/src/surfaces/project/results/meeting/minutes';
import { readingsSince } from '../../../../static/src/surfaces/project/results/meeting/metric-since';
import { rowOf, type ResultRow } from '../../../../static/src/surfaces/project/results/result-row';
import { openedProject } from '../opened';
import { aView, bet, goal, TODAY } from './site';

const format = createFormat('en-US', 'UTC');
const project = openedProject({ goals: [goal] });
const row = (n: number): ResultRow => {
  const found = rowOf(bet(n, '2026-11-01'), project);
  if (!found) throw new Error('no bet');
  return found;
};
const given = {
  result: 'moved',
  evidence: 'measured',
  at: TODAY,
  by: 'a1',
  note: '=1+1',
  reading: { goalId: 'g1', day: '2026-11-18', value: 2.5 },
} as const;
const later = {
  from: null,
  to: '2026-12-19',
  at: TODAY,
  by: 'a1',
  delivered: false,
  written: true,
};

const all = [saidOf(row(1), aView('1', { given })), saidOf(row(2), aView('2', { later: [later] }))];

test('minutes name what was said of each bet, and nobody who was asked', () => {
  const text = minutesText(all, { projectKey: 'SHOP', day: TODAY, left: 0 }, format);
  expect(text).toContain('Goal: We will achieve more finished orders by a shorter checkout');
  expect(text).toContain('Not out yet: look again on Dec 19, 2026');
  expect(text).not.toContain('a1');
});

test('the table holds plain days and numbers, and a note is no formula', () => {
  const { header, rows } = minutesTable(all, TODAY);
  for (const cells of rows) expect(cells).toHaveLength(header.length);
  expect(rows[0]).toEqual(expect.arrayContaining(['Moved', 'measured', 2.5, '2026-11-18']));
  expect(rows[1]).toEqual(expect.arrayContaining(['Not out yet', '2026-12-19']));
  expect(csvText(header, rows)).toContain("'=1+1");
});

test('the line of a metric begins with the last reading before the delivery', () => {
  const days = (delivered: string) => readingsSince(goal.readings, delivered).map(({ day }) => day);
  expect(days('2026-11-02')).toEqual(['2026-10-30', '2026-11-10', '2026-11-18']);
  expect(days('2026-11-10')).toEqual(['2026-11-10', '2026-11-18']);
  expect(days('2026-01-01')).toHaveLength(3);
  expect(readingsSince([], '2026-11-10')).toEqual([]);
});

const press = (key: string, focused: Focused, more = {}) =>
  meetingAct({ key, altKey: false, ctrlKey: false, metaKey: false, ...more }, focused);

test('keys act only where nothing is typed, and leave controls their own', () => {
  expect(press('1', 'other')).toEqual({ kind: 'verdict', verdict: 'moved' });
  expect(press('N', 'choice')).toEqual({ kind: 'next' });
  expect(press('ArrowRight', 'choice')).toBeNull();
  expect(press('Enter', 'button')).toBeNull();
  expect(press('Enter', 'other')).toEqual({ kind: 'save' });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 3 }), (key) => {
      expect(press(key, 'text')).toBeNull();
      expect(press(key, 'other', { ctrlKey: true })).toBeNull();
    }),
  );
});

test('a verdict by key says that it is out', () => {
  const draft = { isOut: false, verdict: null, checkBy: '', reading: null, note: '' };
  expect(draftChange({ kind: 'verdict', verdict: 'flat' }, draft)).toEqual({
    isOut: true,
    verdict: 'flat',
  });
  expect(draftChange({ kind: 'out' }, draft)).toEqual({ isOut: true });
  expect(draftChange({ kind: 'next' }, draft)).toBeNull();
});
