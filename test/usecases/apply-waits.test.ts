// A browser that has begun a kill and waits for Jira, while others believe that it is gone.
import { expect, test } from '@jest/globals';
import { AppError } from '../../src/domain/errors';
import { applyOne } from '../../src/usecases/apply-decisions';
import { abandonedOf, resumeOne } from '../../src/usecases/applying/resume';
import {
  applyWorld,
  DONE,
  entry,
  options,
  patienceOf,
  TO_DO,
  viewOf,
  type Step,
} from './apply-world';

type Site = ReturnType<typeof applyWorld>;
const busyFor = (seconds: number) =>
  new AppError('rate_limited', 'busy', { details: { retryAfter: seconds } });

/** Once a kill is begun, the next call of this name has to wait; others act meanwhile. */
function waits(call: string, seconds: number, others: () => Promise<unknown>): Step {
  let state: 'before' | 'begun' | 'waiting' | 'over' = 'before';
  return async (name, run) => {
    if (name === call && state === 'begun') {
      state = 'waiting';
      throw busyFor(seconds);
    }
    if (name === 'sleep' && state === 'waiting') {
      state = 'over';
      await others();
    }
    const result = await run();
    if (name === 'begin' && state === 'before') state = 'begun';
    return result;
  };
}

/** Another window of ann finds what she left behind. */
async function comeBack({ world, browser }: Site): Promise<void> {
  world.now += 62_000;
  const ports = browser('ann');
  for (const view of abandonedOf([viewOf(world.kept)], 'ann', world.now))
    await resumeOne(ports, patienceOf(ports), view, options());
}

const kill = ({ browser }: Site, step: Step) => {
  const ports = browser('ann', step);
  return applyOne(ports, patienceOf(ports), entry('kill'), options());
};

test.each(['look', 'exits'])(
  'a kill that waits at "%s" and is given up by another window is begun anew, and recorded',
  async (call) => {
    const site = applyWorld();
    const step = waits(call, 90, () => comeBack(site));
    expect(await kill(site, step)).toMatchObject({ kind: 'applied', unrecorded: false });
    expect(site.world.kept).toMatchObject({ now: { kind: 'kill', by: 'ann' }, intent: null });
    expect(site.world.acts).toHaveLength(1);
    expect(site.world.moves).toHaveLength(1);
  },
);

test('who waits so long that somebody else decides does not close the item any more', async () => {
  const site = applyWorld();
  const step = waits('look', 2_400, async () => {
    site.world.now += 11 * 60_000;
    const ben = site.browser('ben');
    const one = entry('park');
    one.seen.rev = site.world.kept?.rev ?? 0;
    expect(await applyOne(ben, patienceOf(ben), one, options())).toMatchObject({ kind: 'applied' });
  });
  expect(await kill(site, step)).toMatchObject({ kind: 'changed', changed: ['decision'] });
  expect(site.world.statusId).toBe(TO_DO);
  expect(site.world.kept?.now).toMatchObject({ kind: 'park', by: 'ben' });
});

test('an intent that vanishes while the transition is under way is not promised to the night', async () => {
  const site = applyWorld();
  const step: Step = async (name, run) => {
    if (name === 'move') await comeBack(site);
    return run();
  };
  expect(await kill(site, step)).toMatchObject({ kind: 'applied', unrecorded: 'never' });
  expect(site.world.statusId).toBe(DONE);
  await site.night();
  expect(site.world.kept?.now).toBeNull();
});

test('an older kill of the same person is not taken for the one that was given up', async () => {
  const site = applyWorld();
  await kill(site, (_name, run) => Promise.resolve(run()));
  // Reopened in Jira, and not found by the night yet.
  await site.browser('ben').move('1', `to-${TO_DO}`, {});
  const ports = site.browser('ann', async (name, run) => {
    if (name === 'move') await comeBack(site);
    return run();
  });
  const one = entry('kill', { reason: 'Once more' });
  one.seen.rev = site.world.kept?.rev ?? 0;
  expect(await applyOne(ports, patienceOf(ports), one, options())).toMatchObject({
    kind: 'applied',
    unrecorded: 'never',
  });
});

test('somebody else who closes an item of a forgotten intent has not killed it', async () => {
  const site = applyWorld();
  const { decision, seen } = entry('kill');
  await site.browser('ann').begin('1', decision, seen, 'a');
  site.world.now += 8 * 3_600_000;
  await site.browser('bob').move('1', `to-${DONE}`, {});
  await site.night();
  expect(site.world.kept).toMatchObject({ now: null, intent: null });
  expect(site.world.acts).toEqual([]);
});

test('a rule that moves a killed item on does not hide whose kill it is', async () => {
  const site = applyWorld();
  const step: Step = async (name, run) => {
    if (name === 'finish') await site.browser('rule').move('1', `to-${DONE}`, {});
    return run();
  };
  expect(await kill(site, step)).toMatchObject({ kind: 'applied', unrecorded: false });
});

test('a person who moves a killed item on before it is recorded leaves it unrecorded, and it is said', async () => {
  const site = applyWorld();
  const step: Step = async (name, run) => {
    if (name === 'finish') await site.browser('bob').move('1', `to-${DONE}`, {});
    return run();
  };
  expect(await kill(site, step)).toMatchObject({ kind: 'applied', unrecorded: 'never' });
  expect(site.world.kept?.intent).toBeNull();
});
