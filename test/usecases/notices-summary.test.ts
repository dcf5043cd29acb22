// What a week's summary rests on: the agenda, the goals of which there is news, and where it hangs.
import { expect, test } from '@jest/globals';
import type { Goal } from '../../src/domain/goal';
import { planNotices } from '../../src/domain/digest';
import { previewDigest } from '../../src/usecases/notices/preview-digest';
import { addGoal, issue, PROJECT, setRules, TYPE, type Loop } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import { done, DUE, gathered, MONDAY, night, scan, sent } from './notices-world';

const week = MONDAY;
const id = (number: number) => String(10_000 + number);
const forum = { name: '', memberIds: [account('po')], cadence: 'none', next: null };
const flag = { v: 1, flag: 'candidate', reason: 'aged', since: '2026-06-01' };
const flagged = (number: number, more = {}) =>
  issue(number, { properties: { 'ladder-flag': flag }, ...more });

test('the agenda holds candidates as many as a meeting takes, and what Jira has not counted yet', async () => {
  const all = [flagged(1), flagged(2), flagged(3, { typeId: TYPE.epic }), issue(4)];
  const loop = await night(all, {}, { forum, agendaSize: 3 });
  const itemIds = [id(1), id(2)];
  expect((await gathered(loop, { week })).agenda).toEqual({ count: 2, itemIds });
  const lagging = appPorts(loop);
  lagging.backlog.count = async () => 0;
  expect((await gathered(loop, { week }, lagging)).agenda).toEqual({ count: 1, itemIds });
  const busy = appPorts(loop);
  busy.backlog.count = async () => 90;
  expect((await gathered(loop, { week }, busy)).agenda).toEqual({ count: 3, itemIds });
}, 30_000);

test('where nothing is due and nothing is a candidate, there is nothing to tell, and no more of it', async () => {
  const loop = await night([issue(1)], {}, { forum });
  expect(await gathered(loop, { week })).toMatchObject({
    agenda: { count: 0, itemIds: [] },
    ...{ dues: [], isPart: false },
  });
}, 30_000);

/** A goal that the night's items are not answered for, without a reading for two months. */
const unread = async (loop: Loop, more: Partial<Goal>): Promise<Goal> => {
  const [first] = (await appPorts(loop).settings.load(PROJECT)).goals;
  if (!first) throw new Error('the night has no goal');
  return { ...first, id: 'other', ownerAccountId: account('dev'), ...more };
};

test('news of a goal hangs on an item of its own, else on the first of the project, but no comment', async () => {
  const loop = await night([done(5), done(6), done(7)]);
  loop.host.jira.site.addIssues([issue(1), issue(2)]);
  const [own] = (await appPorts(loop).settings.load(PROJECT)).goals;
  const mine = await unread(loop, { id: own?.id ?? '' });
  const bare = await unread(loop, {});
  const places = async (...goals: Goal[]) => {
    const { goalItems, anyItems } = await gathered(loop, { week, goals });
    return [[...goalItems], anyItems];
  };
  const { ownerAccountId: _nobody, ...unowned } = bare;
  const quiet = { ...bare, firstDay: '2026-06-01' };
  const itsOwn = [[mine.id, id(5)]];
  expect(await places(mine)).toEqual([itsOwn, []]);
  expect(await places(mine, bare)).toEqual([itsOwn, [id(1), id(2), id(5)]]);
  // Nobody hears of a goal without an owner, and none of one without news.
  expect(await places(mine, unowned, quiet)).toEqual([itsOwn, []]);
  expect(await places({ ...quiet, lastDay: '2026-06-12' })).toEqual([[], [id(1), id(2), id(5)]]);
}, 30_000);

test('an owner hears that a goal goes unread until there is a reading, and again once it is taken back', async () => {
  const loop = await night([done(1, { assigneeAccountId: account('po') })]);
  const goalId = await addGoal(loop, { ownerAccountId: account('dev') });
  const told = async () =>
    planNotices(await gathered(loop, { week })).flatMap(({ to, counts }) =>
      to === account('dev') ? counts : [],
    );
  const news = [{ due: 0, agenda: 0, unread: 1, ending: 0 }];
  expect(await told()).toEqual(news);
  const reading = { projectId: PROJECT, goalId, day: '2026-06-05' };
  await loop.call('dev', 'reading.save', { ...reading, value: 2.4, rev: 0 });
  expect(await told()).toEqual([]);
  await loop.call('dev', 'reading.withdraw', { ...reading, withdrawn: true, rev: 1 });
  expect(await told()).toEqual(news);
}, 30_000);

test('an owner who wants no messages is not missed where no comment can reach them', async () => {
  const loop = await night([done(1)]);
  await addGoal(loop, { metric: 'Returns', ownerAccountId: account('viewer') });
  const unplaced = async () =>
    (await previewDigest(appPorts(loop), { projectId: PROJECT, mode: 'comment' })).unplaced;
  expect(await unplaced()).toBe(1);
  await loop.call('viewer', 'digest.mine', { projectId: PROJECT, off: true });
  expect(await unplaced()).toBe(0);
}, 30_000);

test('a look at who would be told is paid from the budget of the night', async () => {
  const loop = await night([done(1)]);
  const { points } = appPorts(loop);
  const spent = async () => (await points.read(loop.clock.now())).spent;
  const before = await spent();
  await previewDigest(appPorts(loop), { projectId: PROJECT, mode: 'notify' });
  expect(await spent()).toBeGreaterThan(before);
}, 30_000);

test('while messages are off nothing is kept for later: what is due is told once they are on', async () => {
  const loop = await night([done(1)], { mode: 'off' });
  await scan(loop);
  loop.pass(8);
  await setRules(loop, { digest: { mode: 'notify', weekday: 1 } });
  await scan(loop);
  expect(sent(loop)).toEqual([[account('dev'), 'SHOP-1', DUE]]);
}, 30_000);
