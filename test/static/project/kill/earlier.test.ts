import { expect, test } from '@jest/globals';
import type { DecisionView } from '../../../../src/contract/decision-procedures';
import { CallError } from '../../../../static/src/forge';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import {
  itemsOf,
  parkedTogether,
} from '../../../../static/src/surfaces/project/kill/offer/earlier';
import { countOld } from '../../../../static/src/surfaces/project/kill/offer/old-items';
import { openedProject } from '../opened';

const parked = (itemId: string, at: number, more: { reason?: string; by?: string } = {}) =>
  [
    itemId,
    {
      itemId,
      rev: 2,
      now: {
        kind: 'park',
        until: '2027-11-20',
        reason: 'Old.',
        by: 'me',
        at,
        forum: '',
        flag: null,
        wasIn: '1',
        ...more,
      },
      intent: null,
      written: true,
      past: [],
    } satisfies DecisionView,
  ] as const;

const run = (from: number, count: number, at: number, more = {}) =>
  Array.from({ length: count }, (_, n) => parked(String(from + n), at + n * 1_000, more));

test('what one person parked in a row for one reason is found, the newest of such acts', () => {
  const records = new Map([
    ...run(1, 8, 0),
    ...run(20, 6, 90_000_000, { reason: 'Older.' }),
    parked('40', 90_003_000, { by: 'other' }),
  ]);
  const found = parkedTogether(records);
  expect(found).toMatchObject({ reason: 'Older.', until: '2027-11-20', at: 90_005_000 });
  expect(found?.views.map(({ itemId }) => itemId).sort()).toEqual([
    '20',
    '21',
    '22',
    '23',
    '24',
    '25',
  ]);
});

test('a few decisions, and some that are hours apart, are no act on many', () => {
  expect(parkedTogether(new Map(run(1, 4, 0)))).toBeNull();
  expect(
    parkedTogether(new Map(Array.from({ length: 9 }, (_, n) => parked(String(n), n * 3_600_000)))),
  ).toBeNull();
  expect(parkedTogether(new Map())).toBeNull();
});

/** A Jira without the item 7: searches that name it are refused. */
const without7 = (async (name: string, { body }: { body: Record<string, unknown> }) => {
  if (name === 'bulkFetch') {
    const ids = body.issueIdsOrKeys as string[];
    expect(ids.length).toBeLessThanOrEqual(100);
    const issues = ids.filter((id) => id !== '7').map((id) => ({ id, key: `SHOP-${id}` }));
    return { issues };
  }
  const [, ids = ''] = /id in \(([^)]*)\)/.exec(String(body.jql)) ?? [];
  if (ids.split(', ').includes('7')) throw new CallError('invalid_input', 'It does not exist.');
  return { count: ids === '' ? 20 : ids.split(', ').length };
}) as unknown as JiraCall;

test('one item that is deleted takes the names of no others, nor the count', async () => {
  const ids = Array.from({ length: 120 }, (_, n) => String(n + 1));
  const items = await itemsOf(without7, ids);
  expect(items).toHaveLength(119);
  expect(items[0]).toEqual({ id: '1', key: 'SHOP-1', summary: '' });
  const { goals, rules } = openedProject();
  const frame = {
    ...{ goals, rules, standardTypeIds: ['1'], parents: [] },
    undelivered: { resolutionIds: [], statusIds: [] },
  };
  const place = { projectId: '10', zone: 'UTC', frame, today: '2026-11-21', years: 2 } as const;
  const known = { parked: ['5', '6', '7'], back: ['8', '7'] };
  expect((await countOld(without7, place, known)).value).toBe(20 - 2 + 1);
});
