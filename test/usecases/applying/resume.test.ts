// Kills that were begun on a page that was closed since.
import { expect, test } from '@jest/globals';
import { AppError } from '../../../src/domain/errors';
import { abandonedOf, resumeOne } from '../../../src/usecases/applying/resume';
import {
  applyWorld,
  DONE,
  entry,
  failing,
  options,
  patienceOf,
  viewOf,
  type Step,
} from '../apply-world';

type Site = ReturnType<typeof applyWorld>;
const LOST = new AppError('jira_unavailable', 'lost');
const NO = new AppError('forbidden', 'Not you.');

const begun = async () => {
  const site = applyWorld();
  const { decision, seen } = entry('kill');
  await site.browser('ann').begin('1', decision, seen, 'a');
  site.world.now += 61_000;
  return site;
};
const resume = (site: Site, step?: Step) => {
  const ports = site.browser('ann', step);
  return resumeOne(ports, patienceOf(ports), viewOf(site.world.kept), options());
};

test('a kill whose page was closed is one’s own, and older than a minute', async () => {
  const { world } = await begun();
  const view = viewOf(world.kept);
  const found = (me: string, now: number) => abandonedOf([view], me, now).length;
  expect(found('ann', world.now)).toBe(1);
  expect([found('ann', world.now - 1_000), found('ben', world.now)]).toEqual([0, 0]);
  expect(abandonedOf([{ ...view, intent: null }], 'ann', world.now)).toEqual([]);
});

test('a kill whose page was closed is recorded with its comment where its item was closed, and else given up', async () => {
  const site = await begun();
  await site.browser('ann').move('1', `to-${DONE}`, {});
  expect(await resume(site)).toMatchObject({ now: { kind: 'kill' }, intent: null });
  expect(site.world.comments).toMatchObject([{ text: 'Ended by the forum. Nobody asks for it' }]);
  const open = await begun();
  expect(await resume(open)).toMatchObject({ now: null, intent: null });
  const others = await begun();
  await others.browser('ben').move('1', `to-${DONE}`, {});
  expect(await resume(others)).toMatchObject({ now: null, intent: null });
});

test('a kill whose page was closed is recorded without its comment where that is refused', async () => {
  const site = await begun();
  await site.browser('ann').move('1', `to-${DONE}`, {});
  expect(await resume(site, failing('comment', NO))).toMatchObject({ now: { kind: 'kill' } });
});

test('a kill whose page was closed is left to the night where Jira does not say what became of it', async () => {
  const site = await begun();
  expect(await resume(site, failing('look', LOST, { times: 9 }))).toBeNull();
  site.world.gone = true;
  expect(await resume(site)).toBeNull();
  expect(site.world.kept?.intent).not.toBeNull();
  const ports = site.browser('ann');
  const none = { ...viewOf(site.world.kept), intent: null };
  expect(await resumeOne(ports, patienceOf(ports), none, options())).toBeNull();
});
