import { expect, test } from '@jest/globals';
import { csvText } from '../../../../../static/src/csv';
import { createFormat } from '../../../../../static/src/format';
import { actsTable } from '../../../../../static/src/surfaces/project/kill/log/acts';
import {
  fits,
  logRows,
  quarterNumbers,
} from '../../../../../static/src/surfaces/project/kill/log/log-rows';
import {
  minutesTable,
  minutesText,
} from '../../../../../static/src/surfaces/project/kill/log/minutes';
import { decided, draftEntry, NOON, viewOf } from '../apply/decisions';

const DAY = 86_400_000;
const undone = { how: 'undone' as const, by: 'bob', at: NOON + DAY };
const views = [
  viewOf('1', { now: decided({ effort: 5 }) }),
  viewOf('2', { now: decided({ kind: 'park', until: '2026-12-01', at: NOON + 1 }) }),
  viewOf('3', { now: decided({ kind: 'keep', until: '2026-09-01', at: NOON + 2, by: 'bob' }) }),
  viewOf('4', { now: null, past: [{ decided: decided({ at: NOON - DAY }), ended: undone }] }),
];
const ids = (kind: Parameters<typeof logRows>[1]) =>
  logRows(views, kind).map(({ itemId }) => itemId);

test('what rests stands by the day on which it wakes, the rest by when it was decided', () => {
  expect(ids('parked')).toEqual(['3', '2']);
  expect(ids('decided')).toEqual(['3', '2', '1', '4']);
  expect(ids('reversed')).toEqual(['4']);
});

test('only what stands can be taken back', () => {
  const standing = logRows(views, 'decided').filter((row) => row.standing !== null);
  expect(standing.map(({ itemId }) => itemId)).toEqual(['3', '2', '1']);
});

test('the record is narrowed by kind and by person', () => {
  const rows = logRows(views, 'decided');
  expect(rows.filter((row) => fits(row, { kind: 'kill', person: '' }))).toHaveLength(2);
  expect(rows.filter((row) => fits(row, { kind: '', person: 'bob' }))).toHaveLength(1);
});

test('the quarters are those of the project', () => {
  const { now, before } = quarterNumbers(views, '2026-07-02', 'Europe/Berlin');
  expect(now.decided).toBe(0);
  expect(before).toMatchObject({
    decided: 3,
    killed: 1,
    reversed: 1,
    releasedEffort: 5,
    medianDays: 9,
  });
});

test('minutes say what was decided and why, and their table is safe for spreadsheets', () => {
  const format = createFormat('en-US', 'UTC');
  const entry = draftEntry('1', { kind: 'park', until: '2026-12-01', reason: '=1+1', effort: 5 });
  const minutes = [{ entry, summary: 'Old report', by: 'Ann Lee' }];
  const head = {
    projectKey: 'SHOP',
    day: '2026-06-10',
    forum: 'Tuesday round',
    unit: 'points' as const,
  };
  expect(minutesText(minutes, head, format)).toBe(
    'Tuesday round: kill list of SHOP, Jun 10, 2026\n\nSHOP-1 Old report\n  Park until Dec 1, 2026: =1+1\n  5 points; decided by Ann Lee',
  );
  const { header, rows } = minutesTable(minutes, head);
  expect(csvText(header, rows)).toContain(
    "SHOP-1,Old report,Park,2026-12-01,'=1+1,5,points,Ann Lee,Tuesday round,2026-06-10",
  );
});

test('acts are exported with who, what, before and after', () => {
  const act = {
    id: 'a',
    subject: '7',
    kind: 'decision.kill',
    by: 'ann',
    at: NOON,
    before: null,
    after: { kind: 'kill' },
  };
  const { rows } = actsTable(
    [act],
    () => 'Ann',
    () => 'SHOP-7',
  );
  expect(rows).toEqual([
    [
      '2026-06-10T12:00:00.000Z',
      'Item killed',
      'decision.kill',
      'SHOP-7',
      'ann',
      'Ann',
      '',
      '{"kind":"kill"}',
    ],
  ]);
});
