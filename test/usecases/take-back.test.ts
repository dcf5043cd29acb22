import { expect, test } from '@jest/globals';
import type { DecisionView } from '../../src/contract/decision-procedures';
import type { DecisionKind } from '../../src/domain/decision';
import { AppError } from '../../src/domain/errors';
import { applyOne, takeBack } from '../../src/usecases/apply-decisions';
import type { BackOutcome } from '../../src/usecases/applying/outcome';
import { takeBackOne } from '../../src/usecases/applying/take-back';
import {
  applyWorld,
  DONE,
  entry,
  exitTo,
  failing,
  options,
  patienceOf,
  TO_DO,
  viewOf,
  type Step,
} from './apply-world';

type Site = ReturnType<typeof applyWorld>;
const LOST = new AppError('jira_unavailable', 'lost');

const apply = ({ browser }: Site, kind: DecisionKind) =>
  applyOne(browser('ann'), patienceOf(browser('ann')), entry(kind), options());

const back = (
  site: Site,
  step?: Step,
  view: DecisionView = viewOf(site.world.kept),
): Promise<BackOutcome> => {
  const ports = site.browser('ann', step);
  const standing = { itemId: '1', itemKey: 'SHOP-1', view };
  return takeBackOne(ports, patienceOf(ports), standing);
};

test('a kill is taken back by moving the item to where it was, and then by a new act', async () => {
  for (const call of ['none', 'move', 'undo']) {
    const site = applyWorld();
    await apply(site, 'kill');
    const step = failing(call, LOST, { made: true });
    expect(await back(site, step)).toMatchObject({ kind: 'undone', keepsResolution: false });
    expect(site.world.statusId).toBe(TO_DO);
    expect(site.world.acts.map(({ kind }) => kind)).toEqual(['decision.kill', 'decision.undo']);
  }
});

test('what has no way back says so, and the decision stands', async () => {
  const site = applyWorld({ exits: [exitTo(DONE, 'Done', true)] });
  await apply(site, 'kill');
  expect(await back(site)).toEqual({ kind: 'refused', why: { kind: 'no-way', statusId: TO_DO } });
  expect(site.world.kept?.now?.kind).toBe('kill');
});

test('what is parked wakes without a transition, one or many', async () => {
  const site = applyWorld();
  await apply(site, 'park');
  const view = viewOf(site.world.kept);
  const told: string[] = [];
  await takeBack([{ itemId: '1', itemKey: 'SHOP-1', view }], site.browser('ann'), {
    onStart: () => undefined,
    onPause: () => undefined,
    onOutcome: (_one, { kind }) => told.push(kind),
  }).done;
  expect(told).toEqual(['undone']);
  expect(site.world.moves).toEqual([]);
  expect(site.world.kept?.now).toBeNull();
});

test('whoever may not take a kill back leaves its item closed', async () => {
  const site = applyWorld();
  await apply(site, 'kill');
  const refused = new AppError('forbidden', 'Only the forum decides.');
  expect(await back(site, failing('undo', refused, { times: 9 }))).toEqual({
    kind: 'refused',
    why: { kind: 'words', words: 'Only the forum decides.' },
  });
  expect(site.world.statusId).toBe(DONE);
});

test('a page that is behind does not reopen what somebody else has killed since', async () => {
  const site = applyWorld();
  await apply(site, 'kill');
  const behind = viewOf(site.world.kept);
  await back(site);
  const one = entry('kill', { reason: 'No, really' });
  one.seen.rev = site.world.kept?.rev ?? 0;
  const ben = site.browser('ben');
  expect(await applyOne(ben, patienceOf(ben), one, options())).toMatchObject({ kind: 'applied' });
  expect(await back(site, undefined, behind)).toEqual({ kind: 'changed', changed: ['decision'] });
  expect(site.world.statusId).toBe(DONE);
  expect(site.world.kept?.now?.by).toBe('ben');
});

test('a page that is behind says so of what was taken back already', async () => {
  const site = applyWorld();
  await apply(site, 'kill');
  const behind = viewOf(site.world.kept);
  await back(site);
  expect(await back(site, undefined, behind)).toEqual({ kind: 'changed', changed: ['decision'] });
});

test('an item that was reopened and delivered since is not moved for its old kill', async () => {
  const site = applyWorld();
  await apply(site, 'kill');
  const ben = site.browser('ben');
  await ben.move('1', `to-${TO_DO}`, {});
  await ben.move('1', `to-${DONE}`, {});
  expect(await back(site)).toEqual({ kind: 'changed', changed: ['status'] });
  expect(site.world.statusId).toBe(DONE);
});

test('a kill that somebody began and gave up in between does not stand in the way', async () => {
  const site = applyWorld();
  await apply(site, 'park');
  const behind = viewOf(site.world.kept);
  const ben = site.browser('ben');
  const { decision, seen } = entry('kill');
  await ben.begin('1', decision, { ...seen, rev: behind.rev }, 'b');
  await ben.drop('1', 'b');
  expect(await back(site, undefined, behind)).toMatchObject({ kind: 'undone' });
});

test('a kill whose item was reopened and that still stands is said to, and trying again ends it', async () => {
  const site = applyWorld();
  await apply(site, 'kill');
  let asked = 0;
  const step: Step = async (name, run) => {
    if (name === 'undo' && (asked += 1) > 1) throw LOST;
    return run();
  };
  expect(await back(site, step)).toEqual({ kind: 'failed', code: 'reopened', words: '' });
  expect(site.world.statusId).toBe(TO_DO);
  expect(site.world.kept?.now?.kind).toBe('kill');
  expect(await back(site)).toMatchObject({ kind: 'undone' });
});
