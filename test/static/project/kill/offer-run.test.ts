import { expect, test } from '@jest/globals';
import type { DecisionView } from '../../../../src/contract/decision-procedures';
import { fingerprint } from '../../../../src/contract/fingerprint';
import { CallError } from '../../../../static/src/forge';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import {
  createOfferRunner,
  type Listed,
  type OfferRun,
} from '../../../../static/src/surfaces/project/kill/offer/offer-run';
import { runWords } from '../../../../static/src/surfaces/project/kill/offer/offer-run-panel';
import { createFormat } from '../../../../static/src/format';
import { anIssue } from '../../support/shop';

const order = { until: '2027-11-20', reason: 'Old.', comment: 'Parked.\nBack in a year.' };
const park = { kind: 'park', order } as const;
const item = (id: string): Listed => ({ id, key: `SHOP-${id}`, summary: '' });

const parkedView = (itemId: string, rev: number): DecisionView => ({
  itemId,
  rev,
  now: {
    kind: 'park',
    until: order.until,
    reason: order.reason,
    by: 'me',
    at: 5,
    forum: '',
    flag: null,
    wasIn: '1',
  },
  intent: null,
  written: true,
  past: [],
});
const undone = (view: DecisionView): DecisionView => ({ ...view, rev: view.rev + 2, now: null });

interface WorldOptions {
  issue?: (id: string) => ReturnType<typeof anIssue>;
  begin?: (itemId: string, rev: number) => DecisionView;
  undo?: (itemId: string, rev: number) => DecisionView;
  /** Throws to refuse a comment; runs after it is kept when `lost`. */
  comment?: (id: string) => void;
  lost?: boolean;
}

/** A runner over items that are open and unanswered unless told otherwise. */
function world(options: WorldOptions = {}) {
  const comments = new Map<string, unknown[]>();
  const seen: unknown[] = [];
  const said: unknown[] = [];
  const jira = (async (
    name: string,
    { params, body }: { params: { issueIdOrKey: string }; body?: { body: unknown } },
  ) => {
    const id = params.issueIdOrKey;
    if (name === 'getIssue') return options.issue?.(id) ?? anIssue();
    const there = comments.get(id) ?? [];
    if (name === 'getComments')
      return { comments: there.map((one) => ({ created: '', body: one })) };
    if (!options.lost) options.comment?.(id);
    comments.set(id, [...there, body?.body]);
    if (options.lost) options.comment?.(id);
    return {};
  }) as unknown as JiraCall;
  const runner = createOfferRunner({
    jira,
    begin: async ({ itemId, seen: shown, decision }) => {
      seen.push(shown);
      said.push(decision);
      return options.begin?.(itemId, shown.rev) ?? parkedView(itemId, shown.rev + 2);
    },
    undo: async ({ itemId, rev }) => options.undo?.(itemId, rev) ?? undone(parkedView(itemId, rev)),
    today: '2026-11-20',
    sleep: async () => undefined,
    now: (() => {
      let at = 0;
      return () => (at += 100_000);
    })(),
  });
  const ended = (): Promise<OfferRun> =>
    new Promise((resolve) => {
      const look = (): void => {
        const view = runner.view();
        if (!view || view.running) return;
        leave();
        resolve(view);
      };
      const leave = runner.subscribe(look);
      look();
    });
  return { runner, ended, seen, said, comments };
}

const conflict = (changed: string[], view: DecisionView | null) =>
  new CallError('conflict', 'Changed.', { details: { changed, view } });

test('each item is looked at once more, parked by what it holds now, and gets its notice', async () => {
  const flag = { v: 1, flag: 'warned', reason: 'aged', since: '2026-11-19' };
  const answer = { v: 1, why: 'run', state: 'half' };
  const properties = { 'ladder-flag': flag, 'ladder-answer': answer };
  const { runner, ended, seen, said, comments } = world({ issue: () => anIssue({ properties }) });
  runner.start([item('1'), item('2')], park, [{ ...parkedView('2', 7), now: null }]);
  const run = await ended();
  expect(run).toMatchObject({ total: 2, ended: 2, failed: [], left: 0 });
  expect(run.parked.map(({ id }) => id)).toEqual(['1', '2']);
  const same = {
    statusId: '1',
    flag: { reason: 'aged', since: '2026-11-19' },
    answer: fingerprint(answer),
  };
  expect(seen).toEqual([
    { ...same, rev: 0 },
    { ...same, rev: 7 },
  ]);
  // By this the record tells it from what a meeting has parked.
  expect(said[0]).toEqual({ kind: 'park', until: order.until, reason: 'Old.', offered: true });
  expect([...comments.values()].map((list) => list.length)).toEqual([1, 1]);
});

test('what is closed or parked by now is left, and says so', async () => {
  const decision = { v: 1, decision: 'parked', until: '2027-01-01' };
  const { runner, ended, seen } = world({
    issue: (id) =>
      id === '1'
        ? anIssue({ status: 'done' })
        : anIssue({ properties: { 'ladder-decision': decision } }),
  });
  runner.start([item('1'), item('2')], park, []);
  const { failed, parked } = await ended();
  expect(failed.map(({ refusal }) => [refusal.reason, refusal.again])).toEqual([
    ['It is closed by now.', false],
    ['Somebody has decided about it already.', false],
  ]);
  expect([seen, parked]).toEqual([[], []]);
});

test('a revision that was not known is taken from the refusal, a decision that was not is left', async () => {
  const { runner, ended } = world({
    begin: (itemId, rev) => {
      if (itemId === '1' && rev === 0)
        throw conflict(['decision'], { ...parkedView('1', 4), now: null });
      if (itemId === '2') {
        const other = parkedView('2', 3);
        throw conflict(['decision'], {
          ...other,
          now: other.now && { ...other.now, kind: 'keep', reason: 'Mine.' },
        });
      }
      return parkedView(itemId, rev + 2);
    },
  });
  runner.start([item('1'), item('2')], park, []);
  const run = await ended();
  expect(run.done.map(({ id }) => id)).toEqual(['1']);
  expect(run.failed.map(({ refusal }) => refusal.reason)).toEqual([
    'Somebody has decided about it since.',
  ]);
});

test('a lost reply to a decision that was kept counts as parked', async () => {
  const { runner, ended } = world({
    begin: (itemId) => {
      throw conflict(['decision'], parkedView(itemId, 2));
    },
  });
  runner.start([item('1')], park, []);
  expect((await ended()).parked.map(({ id }) => id)).toEqual(['1']);
});

test('a comment that fails leaves the item parked; trying again writes it once', async () => {
  let tries = 0;
  const { runner, ended, seen, comments } = world({
    comment: () => {
      tries += 1;
      if (tries === 1) throw new CallError('jira_unavailable', 'Jira is away.');
    },
  });
  runner.start([item('1')], park, []);
  const first = await ended();
  expect(first.failed[0]?.refusal.reason).toBe(
    'It is parked; the comment could not be written: Jira is away.',
  );
  expect(first.parked).toHaveLength(1);
  expect(runWords(first, createFormat('en-US', 'UTC'))).toBe(
    '1 parked, 1 of them without its comment',
  );
  runner.retry();
  expect(await ended()).toMatchObject({ ended: 1, failed: [] });
  expect(seen).toHaveLength(1);
  expect(comments.get('1')).toHaveLength(1);
});

test('a comment whose reply was lost is not written twice', async () => {
  let tries = 0;
  const { runner, ended, comments } = world({
    lost: true,
    comment: () => {
      tries += 1;
      if (tries === 1) throw new CallError('jira_unavailable', 'Jira is away.');
    },
  });
  runner.start([item('1')], park, []);
  await ended();
  runner.retry();
  expect((await ended()).failed).toEqual([]);
  expect(comments.get('1')).toHaveLength(1);
});

test('all is taken back; what somebody decided since stays', async () => {
  const { runner, ended } = world({
    undo: (itemId, rev) => {
      if (itemId === '1') return undone(parkedView('1', rev));
      const other = parkedView(itemId, 9);
      if (itemId === '2' && rev !== 9) throw conflict(['decision'], other);
      if (itemId === '2') return undone(other);
      throw conflict(['decision'], { ...other, now: other.now && { ...other.now, at: 99 } });
    },
  });
  runner.start([item('1'), item('2'), item('3')], park, []);
  runner.start((await ended()).parked, { kind: 'undo' }, []);
  const run = await ended();
  expect(run.done.map(({ id }) => id)).toEqual(['1', '2']);
  expect(run.failed.map(({ item: { id }, refusal }) => [id, refusal.reason])).toEqual([
    ['3', 'Somebody has decided about it since.'],
  ]);
});

test('stopping leaves the rest untried, and it is counted', async () => {
  const { runner, ended } = world();
  runner.start(
    Array.from({ length: 30 }, (_, n) => item(String(n + 1))),
    park,
    [],
  );
  runner.stop();
  const run = await ended();
  expect(run.done.length + run.left).toBe(30);
  expect(run.left).toBeGreaterThan(0);
  runner.close();
  expect(runner.view()).toBeNull();
});
