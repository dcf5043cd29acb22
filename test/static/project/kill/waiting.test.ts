import { expect, test } from '@jest/globals';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { candidateOf } from '../../../../static/src/surfaces/project/gather/kill-list';
import { countOld } from '../../../../static/src/surfaces/project/kill/offer/old-items';
import { waitingNumber } from '../../../../static/src/surfaces/project/kill/waiting';
import { openedProject } from '../opened';
import { aDecided, aRecord, candidate, NOW } from './items';

const flag = { reason: 'aged' as const, since: '2026-11-01' };
const counted = { kind: 'known' as const, value: 86, about: false };
const when = { today: '2026-11-21', since: NOW };
const listOf = (...ids: number[]) => ({
  rows: ids.map((n) => candidateOf(candidate(n), null, NOW)),
  unit: null,
  more: false,
});
const known = (list: ReturnType<typeof listOf> | null, ...views: ReturnType<typeof aRecord>[]) => ({
  list,
  records: new Map(views.map((view) => [view.itemId, view])),
  trouble: null,
});

test('what was just decided about waits no longer, and what was taken back waits again', () => {
  const parked = aRecord('1', { now: aDecided({ kind: 'park', until: '2027-01-01' }) });
  const ended = (at: number) => ({ how: 'undone' as const, by: 'a1', at });
  const back = (id: string, at: number, seen: typeof flag | null = flag) =>
    aRecord(id, { past: [{ decided: aDecided({ flag: seen }), ended: ended(at) }] });
  const views = [
    parked,
    back('2', NOW),
    back('7', NOW + 5),
    back('8', NOW - 5),
    back('9', NOW, null),
  ];
  const number = waitingNumber(known(listOf(1, 2, 3), ...views), counted, when);
  // 2 and 3 are listed; 7 was listed before it was parked, and the search has not found it again.
  expect(number).toEqual({ kind: 'known', value: 3, about: false });
});

test('a list that is not read to its end is counted by Jira', () => {
  expect(waitingNumber(known({ ...listOf(1), more: true }), counted, when)).toBe(counted);
  const trouble = { message: 'Not now.' };
  expect(waitingNumber({ ...known(null), trouble }, counted, when)).toBe(counted);
  expect(waitingNumber(known(null), counted, when)).toEqual({ kind: 'counting', soFar: null });
});

test('the offer leaves out what it parked and counts what it took back, however late the search is', async () => {
  const asked: string[] = [];
  const jira = (async (_name: string, { body }: { body: { jql: string } }) => {
    asked.push(body.jql);
    // The search still has the two that were parked, and misses the one that was taken back.
    return {
      count: body.jql.endsWith('id in (1, 2)') ? 2 : body.jql.endsWith('id in (3)') ? 1 : 40,
    };
  }) as unknown as JiraCall;
  const frame = {
    goals: [],
    rules: openedProject().rules,
    standardTypeIds: ['1'],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  };
  const place = { projectId: '10', zone: 'UTC', frame, today: '2026-11-21', years: 2 as const };
  const total = await countOld(jira, place, { parked: ['1', '2'], back: ['3'] });
  expect(total).toEqual({ kind: 'known', value: 39, about: false });
  expect(asked).toHaveLength(3);
});
