import { expect, test } from '@jest/globals';
import { listedItemOf } from '../../../static/src/surfaces/project/gather/listed-item';
import { itemColumns, itemRows } from '../../../static/src/surfaces/project/outcome/item-rows';
import {
  NUMBER_COLUMNS,
  numberRows,
} from '../../../static/src/surfaces/project/outcome/number-rows';
import { frame } from './report-run';
import { finished } from './site';

const known = (value: number) => ({ kind: 'known' as const, value, about: false });
const days = { from: '2026-08-01', to: '2026-08-31' };

const rows = numberRows({
  days,
  filter: { goal: 'more orders', stream: null, type: 'Story', label: null },
  weight: 'Story points',
  numbers: {
    output: known(9),
    'stream.component-7.shipped': known(4),
    'stream.component-7.aimed': known(3),
    'stream.component-7.moved': known(1),
  },
  goals: [],
  streams: [{ id: 'component-7', name: 'Checkout' }],
  backlog: {
    'stream.component-7.open': { kind: 'known', value: 40, about: true },
    'stream.component-7.covered': known(12),
    'stream.component-7.candidates': known(2),
  },
  today: '2026-11-02',
  oldDays: 180,
});

test('the file of numbers begins with the time, the filter and what items count', () => {
  expect(NUMBER_COLUMNS).toHaveLength(6);
  expect(
    rows.slice(0, 6).map(([group, name, from, to, value]) => [group, name, from, to, value]),
  ).toEqual(
    [
      ['Time', '2026-08-01 to 2026-08-31'],
      ['Goal', 'more orders'],
      ['Stream', 'All'],
      ['Type', 'Story'],
      ['Label', 'All'],
      ['Weigh by', 'Story points'],
    ].map(([name, value]) => ['What is counted', name, days.from, days.to, value]),
  );
  expect(rows[6]?.[4]).toBe(9);
});

test('a stream has every column of its table, those of its backlog as of today', () => {
  const open = [null, '2026-11-02'];
  expect(rows.filter(([group]) => group === 'Checkout')).toEqual([
    ['Checkout', 'Shipped', days.from, days.to, 4, 'no'],
    ['Checkout', 'Aimed', days.from, days.to, 3, 'no'],
    ['Checkout', 'Moved it', days.from, days.to, 1, 'no'],
    ['Checkout', 'Open', ...open, 40, 'yes'],
    ['Checkout', 'Answered', ...open, 12, 'no'],
    ['Checkout', 'Older than 180 days', ...open, 'not counted', 'no'],
    ['Checkout', 'Kill list', ...open, 2, 'no'],
  ]);
});

test('the estimates of items are in one unit, which the column is called by', () => {
  const issue = (n: number, fields: Record<string, unknown>) => {
    const bare = finished({ n, at: `2026-08-0${10 - n}T10:00:00.000+0000` });
    return listedItemOf({ ...bare, fields: { ...bare.fields, ...fields } }, ['points']);
  };
  const items = [
    issue(1, { points: 5, timeoriginalestimate: 7_200 }),
    issue(2, { timeoriginalestimate: 3_600 }),
    issue(3, {}),
  ];
  const estimates = (unit: 'points' | 'hours' | null) => {
    const at = itemColumns(unit).length - 1;
    const cells = itemRows(items, { frame, zone: 'UTC', unit });
    return [itemColumns(unit)[at], ...cells.map((row) => row[at])];
  };
  expect(estimates('points')).toEqual(['Story points', 5, null, null]);
  expect(estimates('hours')).toEqual(['Estimated hours', 2, 1, null]);
  expect(estimates(null)).toEqual(['Estimate', null, null, null]);
  expect(itemRows(items, { frame, zone: 'UTC', unit: null })[0]).toHaveLength(
    itemColumns(null).length,
  );
});
