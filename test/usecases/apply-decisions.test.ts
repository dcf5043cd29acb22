import { expect, test } from '@jest/globals';
import type { DraftEntry } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { applyDecisions, applyOne } from '../../src/usecases/apply-decisions';
import type { ApplyOutcome } from '../../src/usecases/applying/outcome';
import type { ApplyOptions } from '../../src/usecases/applying/ports';
import {
  applyWorld,
  DONE,
  entry,
  exitTo,
  failing,
  FLAG,
  options,
  patienceOf,
  resolutionField,
  viewOf,
  WONT_DO,
  type Step,
} from './apply-world';

type Site = ReturnType<typeof applyWorld>;

const apply = (
  { browser }: Site,
  one: DraftEntry,
  { step, me = 'ann', more }: { step?: Step; me?: string; more?: Partial<ApplyOptions> } = {},
): Promise<ApplyOutcome> => {
  const ports = browser(me, step);
  return applyOne(ports, patienceOf(ports), one, options(more));
};

const LOST = new AppError('jira_unavailable', 'lost');
/** Something happens just before the first call of this name. */
const meanwhile = (call: string, happen: () => void): Step => {
  let isOver = false;
  return async (name, run) => {
    if (name === call && !isOver) {
      isOver = true;
      happen();
    }
    return run();
  };
};

test('a kill makes one transition with one comment as the decider, and then the record', async () => {
  const site = applyWorld();
  const outcome = await apply(site, entry('kill'));
  expect(outcome).toMatchObject({ kind: 'applied', unrecorded: false, uncommented: false });
  expect(site.world.moves).toMatchObject([{ by: 'ann', to: DONE }]);
  expect(site.world.comments).toMatchObject([
    { by: 'ann', text: 'Ended by the forum. Nobody asks for it' },
  ]);
  expect(site.world.acts).toMatchObject([{ kind: 'decision.kill', by: 'ann' }]);
});

test('where the transition has a screen the comment and the resolution go with it', async () => {
  const wontDo = exitTo(WONT_DO, "Won't Do", true, { hasScreen: true, fields: [resolutionField] });
  const site = applyWorld({ exits: [exitTo(DONE, 'Done', true), wontDo] });
  const more = { kill: { statusId: WONT_DO, resolutionId: '2' } };
  expect(await apply(site, entry('kill'), { more })).toMatchObject({ kind: 'applied' });
  expect(site.world).toMatchObject({ statusId: WONT_DO, resolutionId: '2' });
  expect(site.world.comments).toHaveLength(1);
});

test('park, keep and fix are done by Ladder alone', async () => {
  for (const kind of ['park', 'keep', 'fix'] as const) {
    const site = applyWorld();
    expect(await apply(site, entry(kind))).toMatchObject({ kind: 'applied' });
    expect(site.world.moves).toEqual([]);
    expect(site.world.acts).toMatchObject([{ kind: `decision.${kind}` }]);
  }
});

test.each([
  ['answered', { answer: { why: 'run' } }, ['answer']],
  ['closed', { statusId: DONE }, ['closed']],
  ['flagged for another reason', { flag: { ...FLAG, reason: 'goal' as const } }, ['flag']],
  ['deleted or hidden', { gone: true }, ['gone']],
  ['moved to another project', { projectId: '2' }, ['project']],
])(
  'an item that was %s since the page was loaded is left alone',
  async (_what, change, changed) => {
    for (const kind of ['kill', 'park'] as const) {
      const site = applyWorld(change);
      expect(await apply(site, entry(kind))).toMatchObject({ kind: 'changed', changed });
      expect(site.world).toMatchObject({ moves: [], comments: [], acts: [] });
    }
  },
);

test.each([
  ['answered', { answer: { why: 'run' } }, ['answer']],
  ['closed', { statusId: DONE, moves: [{ by: 'bob', at: 0, to: DONE }] }, ['closed']],
  ['deleted or hidden', { gone: true }, ['gone']],
  ['moved to another project', { projectId: '2' }, ['project']],
])('an item that was %s after the intent is left alone too', async (_what, change, changed) => {
  const site = applyWorld();
  const step = meanwhile('look', () => Object.assign(site.world, change));
  expect(await apply(site, entry('kill'), { step })).toMatchObject({ kind: 'changed', changed });
  expect(site.world.comments).toEqual([]);
  expect(site.world.acts).toEqual([]);
  if (!site.world.gone) expect(site.world.kept?.intent).toBeNull();
});

test('who decides second is told, and can look at it again', async () => {
  const site = applyWorld();
  await apply(site, entry('keep'), { me: 'bob' });
  expect(await apply(site, entry('kill'))).toMatchObject({
    kind: 'changed',
    changed: ['decision'],
  });
  expect(site.world.acts).toHaveLength(1);
});

test('what the transition needs more is named, and nothing is left begun', async () => {
  const needs = { ...resolutionField, id: 'components', name: 'Components', required: true };
  const site = applyWorld({ exits: [exitTo(DONE, 'Done', true, { fields: [needs] })] });
  expect(await apply(site, entry('kill'))).toMatchObject({
    kind: 'refused',
    why: { kind: 'needs', fields: ['Components'], to: 'Done' },
    rev: 2,
  });
  expect(site.world.kept?.intent).toBeNull();
});

test('a workflow without the status, or without any way out, is said', async () => {
  const more = { kill: { statusId: WONT_DO, resolutionId: null } };
  expect(await apply(applyWorld(), entry('kill'), { more })).toMatchObject({
    why: { kind: 'no-way', statusId: WONT_DO },
  });
  const closedIn = applyWorld({ exits: [exitTo('12', 'In Progress', false)] });
  expect(await apply(closedIn, entry('kill'))).toMatchObject({ why: { kind: 'no-exit' } });
});

test("a transition that Jira forbids is told in Jira's words", async () => {
  const site = applyWorld();
  const step = failing('move', new AppError('invalid_input', 'Only leads may close this.'));
  expect(await apply(site, entry('kill'), { step })).toMatchObject({
    kind: 'refused',
    why: { kind: 'words', words: 'Only leads may close this.' },
  });
  expect(site.world.kept?.intent).toBeNull();
});

test('a date in the past is refused by its field', async () => {
  const outcome = await apply(applyWorld(), entry('park', { until: '2026-01-01' }));
  expect(outcome).toMatchObject({
    kind: 'refused',
    why: { kind: 'words', words: 'This day is over. Give one to come.' },
  });
});

test.each(['begin', 'look', 'exits', 'move', 'comments', 'comment', 'finish'])(
  'a reply that gets lost after "%s" changes nothing about the end',
  async (call) => {
    for (const made of [true, false]) {
      const site = applyWorld();
      const outcome = await apply(site, entry('kill'), { step: failing(call, LOST, { made }) });
      expect(outcome).toMatchObject({ kind: 'applied', unrecorded: false, uncommented: false });
      const { moves, comments, acts } = site.world;
      expect([moves.length, comments.length, acts.length]).toEqual([1, 1, 1]);
    }
  },
);

test('Jira that is busy is waited for as long as it asks, and the item goes on by itself', async () => {
  for (const call of ['begin', 'look', 'move', 'comment', 'finish']) {
    const site = applyWorld();
    const before = site.world.now;
    const busy = new AppError('rate_limited', 'busy', { details: { retryAfter: 120 } });
    const step = failing(call, busy);
    expect(await apply(site, entry('kill'), { step })).toMatchObject({ kind: 'applied' });
    expect(site.world.now - before).toBeGreaterThanOrEqual(120_000);
    expect(site.world.comments).toHaveLength(1);
    expect(site.world.acts).toHaveLength(1);
  }
});

test('a kill that cannot be recorded says so, and the night records it', async () => {
  const site = applyWorld();
  const step = failing('finish', LOST, { times: 99 });
  const outcome = await apply(site, entry('kill'), { step });
  expect(outcome).toMatchObject({ kind: 'applied', unrecorded: 'night' });
  await site.night();
  expect(site.world.acts).toMatchObject([{ kind: 'decision.kill', by: 'ann' }]);
});

test('storage that refuses leaves the item untouched', async () => {
  const site = applyWorld();
  const step = failing('begin', new AppError('internal', 'storage'), { times: 99 });
  expect(await apply(site, entry('kill'), { step })).toMatchObject({ kind: 'failed' });
  expect(site.world.moves).toEqual([]);
});

test('a page that was closed in the middle is taken up again', async () => {
  const site = applyWorld();
  const closed = failing('look', new AppError('internal', 'the tab is gone'), { times: 99 });
  const dropping: Step = async (name, run) => {
    if (name === 'drop') throw new AppError('not_found', 'the tab is gone');
    return closed(name, run);
  };
  await apply(site, entry('kill'), { step: dropping });
  expect(site.world.kept?.intent).not.toBeNull();
  const { intent } = viewOf(site.world.kept);
  if (intent) site.world.now = intent.decided.at + 5_000;
  expect(await apply(site, entry('kill'))).toMatchObject({ kind: 'failed', code: 'elsewhere' });
  site.world.now += 120_000;
  expect(await apply(site, entry('kill'))).toMatchObject({ kind: 'applied' });
  expect(site.world.acts).toHaveLength(1);
});

test('a stop leaves what was not begun, and ends what was', async () => {
  const { browser, world } = applyWorld();
  const ended: string[] = [];
  const ports = browser('ann');
  const entries = Array.from({ length: 6 }, () => entry('park'));
  const run = applyDecisions(entries, ports, options(), {
    onStart: () => run.stop(),
    onPause: () => undefined,
    onOutcome: (_entry, { kind }) => ended.push(kind),
  });
  await run.done;
  expect(ended).toHaveLength(6);
  expect(ended.filter((kind) => kind === 'left').length).toBeGreaterThanOrEqual(2);
  expect(world.acts.length).toBeLessThanOrEqual(1);
});

test('at most four items are under way at once', async () => {
  const { browser } = applyWorld();
  let open = 0;
  let most = 0;
  const step: Step = async (_name, run) => {
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return run();
  };
  const entries = Array.from({ length: 12 }, () => entry('park'));
  await applyDecisions(entries, browser('ann', step), options(), {
    onStart: () => undefined,
    onPause: () => undefined,
    onOutcome: () => undefined,
  }).done;
  expect(most).toBe(4);
});
