// What the nightly round does for decisions, and for parents whose answers it keeps, over the app.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import {
  addGoal,
  answerFor,
  DAY,
  issue,
  NOW,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  TYPE,
  type Loop,
} from '../support/loop';

const id = (number: number) => String(10_000 + number);
const SEEN = { statusId: STATUS.todo, flag: null, answer: null, rev: 0 };
const old = { created: NOW - 400 * DAY, updated: NOW - DAY, categoryChanged: NOW - 400 * DAY };

let loop: Loop;
beforeEach(async () => {
  loop = await startLoop([
    issue(1, old),
    issue(2, old),
    issue(3, { ...old, created: NOW - 30 * DAY }),
    issue(4, { ...old, created: NOW - 30 * DAY, typeId: TYPE.bug }),
    issue(5, { ...old, typeId: TYPE.epic }),
    issue(6, { ...old, parentId: id(5) }),
  ]);
  await setRules(loop, { scan: true });
}, 60_000);
afterEach(() => loop.close());

const decide = (number: number, decision: object, rev = 0) =>
  loop.call('dev', 'decision.begin', {
    itemId: id(number),
    decision: { kind: 'park', reason: 'x', ...decision },
    seen: { ...SEEN, rev },
  });
const flagOf = async (number: number) =>
  ((await loop.property(number, 'ladder-flag')) as { flag?: string } | undefined)?.flag;
const shown = (number: number) => loop.property(number, 'ladder-decision');
const standing = async (number: number) => {
  const { decisions } = await loop.call('viewer', 'decisions.list', { projectId: PROJECT });
  return decisions.find(({ itemId }) => itemId === id(number));
};
const night = async (iso: string) => {
  loop.clock.set(Date.parse(iso));
  const { queue } = await loop.host.schedule({});
  return queue.processed;
};
async function kill(number: number) {
  const { intent } = await decide(number, { kind: 'kill' });
  await loop.move(number, STATUS.done);
  await loop.call('dev', 'decision.finish', { itemId: id(number), intent: intent?.id ?? '' });
}

test('a parked item is off the list until its day in the project’s zone, then it wakes', async () => {
  await setRules(loop, { timeZone: 'Pacific/Auckland' });
  await decide(1, { until: '2026-06-20' });
  await decide(2, { kind: 'keep', until: '2026-06-20' });
  await loop.scan();
  expect([await flagOf(1), await flagOf(2), await flagOf(6)]).toEqual([
    undefined,
    undefined,
    'warned',
  ]);
  // Two in the morning of the 19th in Auckland, then of the 20th: still the 19th in UTC.
  expect(await night('2026-06-18T14:05:00Z')).toBe(1);
  expect(await shown(1)).toMatchObject({ decision: 'parked' });
  expect(await night('2026-06-19T14:05:00Z')).toBe(1);
  expect([await shown(1), await shown(2)]).toEqual([undefined, undefined]);
  expect((await standing(1))?.past).toMatchObject([{ ended: { how: 'woken', by: '' } }]);
  expect(await flagOf(1)).toBe('warned');
});

test('where the scan is off, what was parked wakes on its day all the same', async () => {
  await setRules(loop, { scan: false });
  await decide(1, { until: '2026-06-12' });
  await night('2026-06-12T02:05:00Z');
  expect(await shown(1)).toBeUndefined();
  expect(await standing(1)).toMatchObject({ now: null, past: [{ ended: { how: 'woken' } }] });
});

test('a killed item that is reopened in Jira is no killed one from that night on', async () => {
  await kill(1);
  expect(await shown(1)).toMatchObject({ decision: 'killed' });
  await night('2026-06-11T02:05:00Z');
  expect(await standing(1)).toMatchObject({ now: { kind: 'kill' } });
  await loop.move(1, STATUS.todo);
  await night('2026-06-12T02:05:00Z');
  expect(await shown(1)).toBeUndefined();
  expect(await standing(1)).toMatchObject({
    now: null,
    past: [{ decided: { kind: 'kill', by: 'acc-dev' }, ended: { how: 'reopened', by: '' } }],
  });
  const { acts } = await loop.call('po', 'acts.list', { projectId: PROJECT });
  expect(acts.map(({ kind }) => kind)).toContain('decision.reopen');
});

test('what only a property claims is taken away, what it hides is shown again, both are counted', async () => {
  const forge = (number: number, value: object) =>
    loop.rest('dev', 'PUT', `/issue/${id(number)}/properties/ladder-decision`, { v: 1, ...value });
  await decide(2, { until: '2026-08-01' });
  await forge(1, { decision: 'killed' });
  await forge(2, { decision: 'kept', until: '2030-01-01' });
  await forge(3, { decision: 'parked', until: '2099-01-01' });
  await night('2026-06-11T02:05:00Z');
  expect(await shown(1)).toBeUndefined();
  expect(await shown(2)).toMatchObject({ decision: 'parked', until: '2026-08-01' });
  const { scan } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(scan.differ).toBe(1);
  // It stood for the one that said something else, and is one too many now.
  await night('2026-06-12T02:05:00Z');
  expect(await shown(3)).toBeUndefined();
  expect(await shown(2)).toMatchObject({ decision: 'parked' });
});

test('a kill whose page was closed is recorded at night as its decider’s, once it was made', async () => {
  await decide(1, { kind: 'kill' });
  await decide(2, { kind: 'kill' });
  await loop.move(1, STATUS.done);
  await night('2026-06-11T02:05:00Z');
  expect(await standing(1)).toMatchObject({ now: { kind: 'kill', by: 'acc-dev' }, intent: null });
  expect(await standing(2)).toMatchObject({ now: null, intent: null, past: [] });
  expect(await shown(1)).toMatchObject({ decision: 'killed' });
});

test('a type may have ages of its own, younger or older than the others’', async () => {
  await setRules(loop, {
    agesByType: [{ typeId: TYPE.bug, warnAfterDays: 20, flagAfterDays: 25 }],
    graceDays: 2,
  });
  await loop.scan();
  expect([await flagOf(1), await flagOf(3), await flagOf(4)]).toEqual([
    'warned',
    undefined,
    'warned',
  ]);
  loop.pass(1);
  await loop.scan();
  expect(await flagOf(4)).toBe('warned');
  loop.pass(1);
  await loop.scan();
  expect([await flagOf(1), await flagOf(3), await flagOf(4)]).toEqual([
    'candidate',
    undefined,
    'candidate',
  ]);
});

/** Searches of the app since the last look. */
const searches = () => {
  const { calls } = loop.host.jira.ledger();
  loop.host.jira.resetLedger();
  return calls
    .filter(({ route, principal }) => principal === 'app' && route.endsWith('/search/jql'))
    .reduce((sum, { count }) => sum + count, 0);
};

test('answered parents are listed once a week, and anew when one of them is answered through Ladder', async () => {
  const goal = await addGoal(loop);
  const answer = (rest: object, seen: string | null) =>
    loop.call('dev', 'answer.save', {
      itemId: id(5),
      seen,
      answer: { ...answerFor(goal), ...rest },
    });
  const first = await answer({}, null);
  // Nobody lists what search may not show yet.
  loop.clock.set(NOW + 60 * 60_000);
  await loop.scan();
  expect(await flagOf(6)).toBeUndefined();
  searches();
  await night('2026-06-11T02:05:00Z');
  const usual = searches();
  await night('2026-06-12T02:05:00Z');
  expect(searches()).toBe(usual);
  // As many as before, with another day: known the same night.
  await answer({ checkBy: '2026-06-12', by: 'another way' }, first.seen);
  await night('2026-06-13T02:05:00Z');
  expect(searches()).toBe(usual + 1);
  expect(await flagOf(6)).toBe('warned');
  await night('2026-06-14T02:05:00Z');
  expect(searches()).toBe(usual);
  // A week after the sample for the team's pace, and a week after they were listed.
  await night('2026-06-18T02:05:00Z');
  expect(searches()).toBe(usual + 1);
  await night('2026-06-20T02:05:00Z');
  expect(searches()).toBe(usual + 1);
});

test('a parent that was deleted while another was answered does not end the night', async () => {
  const goal = await addGoal(loop);
  const answer = { itemId: id(5), seen: null, answer: answerFor(goal) };
  await loop.call('dev', 'answer.save', answer);
  loop.clock.set(NOW + 60 * 60_000);
  await loop.scan();
  const property = (await loop.property(5, 'ladder-answer')) as object;
  const { site } = loop.host.jira;
  site.deleteIssue(id(5));
  site.addIssues([
    issue(8, { ...old, typeId: TYPE.epic, properties: { 'ladder-answer': property } }),
  ]);
  loop.host.jira.settle();
  await night('2026-06-11T02:05:00Z');
  const { scan } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
  expect(scan.lastDay).toBe('2026-06-11');
});
