// Decisions over the whole app: who may decide, who sees what of it, whose draft is whose.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CURSOR_LIMIT, EFFORT_LIMIT } from '../../src/contract/limits';
import { MESSAGES } from '../../src/domain/messages';
import {
  issue,
  NOW,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  type Loop,
  type Person,
} from '../support/loop';
import { appPorts } from './app-ports';

const id = (number: number) => String(10_000 + number);
const SEEN = { statusId: STATUS.todo, flag: null, answer: null, rev: 0 };
const PARK = { kind: 'park' as const, until: '2026-09-01', reason: 'After the summer.' };
const CANARY = 'the acquisition';
const SECRET = 3;

let loop: Loop;
beforeEach(async () => {
  loop = await startLoop([
    issue(1),
    issue(2),
    issue(SECRET, { visibleTo: ['acc-po'], summary: 'Item secret' }),
    issue(4),
  ]);
}, 60_000);
afterEach(() => loop.close());

const park = (number: number, reason = PARK.reason) => ({
  itemId: id(number),
  decision: { ...PARK, reason },
  seen: SEEN,
});
const forum = (...names: Person[]) =>
  setRules(loop, {
    forum: {
      ...{ name: 'Tuesday', cadence: 'weekly' as const, next: '2026-06-16' },
      memberIds: names.map((name) => `acc-${name}`),
    },
  });
const mayDecide = async (who: Person) =>
  (await loop.call(who, 'project.open', { projectId: PROJECT })).may.decide;

test('while the forum names nobody, whoever may edit or move the item decides', async () => {
  expect(await mayDecide('dev')).toBe(true);
  expect(await loop.call('dev', 'decision.begin', park(1))).toMatchObject({
    now: { by: 'acc-dev' },
  });
  expect((await loop.refusal('viewer', 'decision.begin', park(2))).code).toBe('forbidden');
});

test('what a page states of an item’s effort and of its parts is bounded', async () => {
  const begin = (number: number, more: object) => ({
    ...park(number),
    decision: { ...PARK, ...more },
  });
  const six = Array.from({ length: 6 }, (_none, i) => `SHOP-${String(i + 1)}`);
  for (const more of [
    { effort: EFFORT_LIMIT + 1, unit: 'points' },
    { effort: -1, unit: 'points' },
    { effort: '5' },
    { effort: 5, unit: 'weeks' },
    { into: six },
    { into: ['shop 1'] },
    { offered: 'yes' },
  ])
    expect((await loop.refusal('dev', 'decision.begin', begin(1, more))).code).toBe(
      'invalid_input',
    );
  const said = { effort: EFFORT_LIMIT, unit: 'hours', offered: true };
  const whole = begin(1, { ...said, into: ['SHOP-2'] });
  const { now } = await loop.call('dev', 'decision.begin', whole);
  expect(now).toMatchObject(said);
  expect(now).not.toHaveProperty('into');
});

test('once it names members, only they decide, and only where Jira lets them', async () => {
  await forum('dev', 'viewer');
  expect(await Promise.all((['po', 'dev', 'viewer'] as const).map(mayDecide))).toEqual([
    false,
    true,
    true,
  ]);
  // po may edit everything and is no member; viewer is a member and may edit nothing.
  for (const who of ['po', 'viewer', 'outsider'] as const)
    expect(['forbidden', 'not_found']).toContain(
      (await loop.refusal(who, 'decision.begin', park(1))).code,
    );
  const parked = await loop.call('dev', 'decision.begin', park(1));
  expect(parked.now).toMatchObject({ by: 'acc-dev', forum: 'Tuesday' });
  const undo = { itemId: id(1), rev: parked.rev };
  expect((await loop.refusal('po', 'decision.undo', undo)).code).toBe('forbidden');
  expect(await loop.property(1, 'ladder-decision')).toMatchObject({ decision: 'parked' });
  expect(await loop.call('dev', 'decision.undo', undo)).toMatchObject({ now: null });
});

test('who left the forum still ends the kill that they have begun', async () => {
  const kill = { kind: 'kill' as const, reason: 'Nobody asks for it.' };
  const begun = await loop.call('dev', 'decision.begin', { ...park(1), decision: kill });
  await forum('po');
  await loop.move(1, STATUS.done);
  const end = { itemId: id(1), intent: begun.intent?.id ?? '' };
  expect(await loop.call('dev', 'decision.finish', end)).toMatchObject({ now: { kind: 'kill' } });
});

test('decisions and acts about items that somebody does not see are not told to them', async () => {
  await loop.call('po', 'decision.begin', park(SECRET, CANARY));
  await loop.call('po', 'decision.begin', park(1));
  const of = async (who: Person) => ({
    decisions: await loop.call(who, 'decisions.list', { projectId: PROJECT }),
    acts: await loop.call(who, 'acts.list', { projectId: PROJECT }),
    parked: await loop.call(who, 'acts.list', { projectId: PROJECT, kinds: ['decision.park'] }),
  });
  const all = await of('po');
  expect(all.decisions.decisions.map(({ itemId }) => itemId).sort()).toEqual([id(1), id(SECRET)]);
  expect(JSON.stringify(all)).toContain(CANARY);
  for (const who of ['dev', 'viewer'] as const) {
    const some = await of(who);
    expect(some.decisions.decisions.map(({ itemId }) => itemId)).toEqual([id(1)]);
    expect(some.parked.acts.map(({ subject }) => subject)).toEqual([id(1)]);
    expect(JSON.stringify(some)).not.toContain(CANARY);
    expect(JSON.stringify(some)).not.toContain(id(SECRET));
  }
  expect((await loop.refusal('outsider', 'decisions.list', { projectId: PROJECT })).code).toBe(
    'not_found',
  );
});

test('what is kept of named items is told, as far as their reader sees them', async () => {
  await loop.call('po', 'decision.begin', park(SECRET, CANARY));
  await loop.call('po', 'decision.begin', park(1));
  const itemIds = [SECRET, 1, 2].map(id);
  const of = (who: Person) => loop.call(who, 'decisions.list', { projectId: PROJECT, itemIds });
  expect((await of('po')).decisions.map(({ itemId }) => itemId)).toEqual([id(SECRET), id(1)]);
  expect(await of('dev')).toMatchObject({ decisions: [{ itemId: id(1), rev: 1 }], next: null });
  const one = { projectId: PROJECT, itemIds: [id(1)] };
  expect((await loop.call('po', 'decisions.list', one)).decisions).toHaveLength(1);
  const many = { projectId: PROJECT, itemIds: Array.from({ length: 51 }, (_one, n) => id(n)) };
  expect((await loop.refusal('po', 'decisions.list', many)).code).toBe('invalid_input');
});

test('a list that is asked for from an unknown place on says so', async () => {
  for (const name of ['decisions.list', 'acts.list'] as const)
    for (const after of ['nowhere', '{}', 'é'.repeat(CURSOR_LIMIT), btoa('[]'), btoa('["",1]')])
      expect(await loop.refusal('po', name, { projectId: PROJECT, after })).toMatchObject({
        code: 'invalid_input',
        message: MESSAGES.placeUnknown,
      });
  const tooLong = { projectId: PROJECT, after: 'x'.repeat(CURSOR_LIMIT + 1) };
  expect((await loop.refusal('po', 'acts.list', tooLong)).code).toBe('invalid_input');
});

test('acts tell who did what, when, and what stood before and after', async () => {
  const parked = await loop.call('dev', 'decision.begin', park(1));
  await loop.call('po', 'decision.undo', { itemId: id(1), rev: parked.rev });
  const { acts } = await loop.call('viewer', 'acts.list', { projectId: PROJECT });
  const decided = { kind: 'park', reason: PARK.reason, until: PARK.until, by: 'acc-dev' };
  expect(acts.map(({ kind, by, subject }) => [kind, by, subject]).sort()).toEqual([
    ['decision.park', 'acc-dev', id(1)],
    ['decision.undo', 'acc-po', id(1)],
  ]);
  const of = (kind: string) => acts.find((act) => act.kind === kind);
  expect(of('decision.park')).toMatchObject({ before: null, after: decided });
  expect(of('decision.undo')).toMatchObject({
    before: decided,
    after: { decided, ended: { how: 'undone', by: 'acc-po' } },
  });
});

test('acts on what is no item are told to everybody, whatever its id looks like', async () => {
  const { acts, clock } = appPorts(loop);
  const act = { projectId: PROJECT, kind: 'goal.save' as const, by: 'acc-po', at: clock.now() };
  const subjects = ['7a', 'a7'];
  for (const subject of subjects) await acts.append({ ...act, subject, before: null, after: null });
  const told = await loop.call('viewer', 'acts.list', { projectId: PROJECT });
  expect(told.acts.map(({ subject }) => subject).sort()).toEqual(subjects);
});

test('a draft is its owner’s, outlives the tab, and is not written over by another window', async () => {
  const open = (who: Person) => loop.call(who, 'decisionDraft.open', { projectId: PROJECT });
  const entry = {
    ...{ itemId: id(1), itemKey: 'SHOP-1', seen: SEEN },
    ...{ decision: { kind: 'park' as const, reason: '' }, state: 'open' as const },
  };
  const save = { projectId: PROJECT, entries: [entry], over: null };
  expect(await open('dev')).toEqual({ draft: null });
  const { at } = await loop.call('dev', 'decisionDraft.save', save);
  expect(await open('dev')).toEqual({ draft: { entries: [entry], at } });
  expect(await open('po')).toEqual({ draft: null });
  const late = await loop.refusal('dev', 'decisionDraft.save', { ...save, entries: [] });
  expect(late).toMatchObject({ code: 'conflict', details: { entries: [entry], at } });
  const next = await loop.call('dev', 'decisionDraft.save', { ...save, entries: [], over: at });
  expect(next.at).toBeGreaterThan(at);
  // Nothing of it was done to the item.
  expect(await loop.property(1, 'ladder-decision')).toBeUndefined();
});

/** The queue delivers by itself. */
async function scanAfter(moment: number) {
  for (let looks = 0; looks < 1_000; looks += 1) {
    const { scan } = await loop.call('viewer', 'project.open', { projectId: PROJECT });
    if (scan.lastAt !== null && scan.lastAt >= moment) return scan;
  }
  throw new Error('no scan was made');
}

test('a scan is ordered by hand once in a while, and who ordered it is kept', async () => {
  const order = () => loop.call('po', 'scan.now', { projectId: PROJECT });
  await setRules(loop, { scan: true });
  const first = await order();
  expect(first.ordered).toBe(true);
  expect(await order()).toEqual({ ordered: false, nextAt: first.nextAt });
  const scan = await scanAfter(NOW);
  expect(scan).toMatchObject({ lastDay: '2026-06-10', byHandFrom: first.nextAt });
  loop.clock.set(first.nextAt + 60_000);
  expect(await order()).toMatchObject({ ordered: true });
  await scanAfter(first.nextAt);
  const kinds = ['scan.order'];
  const { acts } = await loop.call('po', 'acts.list', { projectId: PROJECT, kinds });
  expect(acts.map(({ by }) => by)).toEqual(['acc-po', 'acc-po']);
});
