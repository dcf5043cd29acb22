// Two windows that apply the same decision at once, in every order of their calls, with one reply
// that gets lost: one record, one comment, and nobody is told something that is not so.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../../src/domain/errors';
import { applyOne } from '../../src/usecases/apply-decisions';
import type { ApplyOutcome } from '../../src/usecases/applying/outcome';
import { LONG_TRIES, runsOf } from '../support/runs';
import {
  applyWorld,
  DONE,
  entry,
  exitTo,
  options,
  patienceOf,
  resolutionField,
  TO_DO,
  type Step,
} from './apply-world';

interface Case {
  scheduler: fc.Scheduler;
  people: readonly [string, string];
  hasScreen: boolean;
  kind: 'kill' | 'park';
  /** Which of all calls fails, and whether it was made; null for none. */
  lost: { nth: number; made: boolean } | null;
}

async function applyTwice({ scheduler, people, hasScreen, kind, lost }: Case) {
  const { world, browser, night } = applyWorld({
    exits: [
      exitTo(TO_DO, 'To Do', false),
      exitTo(DONE, 'Done', true, { hasScreen, fields: hasScreen ? [resolutionField] : [] }),
    ],
  });
  let calls = 0;
  const step: Step = async (name, run) => {
    // The way there and the way back take their time.
    await scheduler.schedule(Promise.resolve(), name);
    if (name === 'sleep') return run();
    calls += 1;
    const fails = lost?.nth === calls;
    if (fails && !lost.made) throw new AppError('jira_unavailable', 'lost');
    const result = await run();
    await scheduler.schedule(Promise.resolve(), `${name} answered`);
    if (fails) throw new AppError('jira_unavailable', 'lost');
    return result;
  };
  const outcomes = people.map((me) => {
    const ports = { ...browser(me, step), sleep: () => step('sleep', () => undefined) };
    return applyOne(ports, patienceOf(ports), entry(kind), options());
  });
  const told: ApplyOutcome[] = await scheduler.waitFor(Promise.all(outcomes));
  return { world, told, night };
}

const cases = fc.record({
  scheduler: fc.scheduler(),
  people: fc.constantFrom(['one', 'one'] as const, ['one', 'two'] as const),
  hasScreen: fc.boolean(),
  kind: fc.constant('kill' as const),
  lost: fc.option(fc.record({ nth: fc.integer({ min: 1, max: 16 }), made: fc.boolean() })),
});

test('a kill applied twice at once with a lost reply closes, records and comments exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { world, told, night } = await applyTwice(one);
      const applied = told.filter(({ kind }) => kind === 'applied');
      expect(applied.length).toBeLessThanOrEqual(1);
      await night();
      const isClosed = world.statusId === DONE;
      expect(world.moves.filter(({ to }) => to === DONE)).toHaveLength(isClosed ? 1 : 0);
      expect(world.acts).toHaveLength(isClosed ? 1 : 0);
      expect(world.comments).toHaveLength(isClosed ? 1 : 0);
      expect(world.kept?.intent ?? null).toBeNull();
      expect(world.kept?.now?.kind ?? null).toBe(isClosed ? 'kill' : null);
      // Without a fault somebody gets through, and with one at most the other way round.
      if (one.lost === null) expect(applied).toHaveLength(1);
      expect(applied.length).toBe(isClosed ? 1 : 0);
    }),
    runsOf(80, LONG_TRIES),
  );
});

test('an item parked twice at once with a lost reply is parked once', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const { world, told } = await applyTwice({ ...one, kind: 'park' });
      expect(world.acts).toHaveLength(1);
      expect(world.kept?.now?.kind).toBe('park');
      expect(told.some(({ kind }) => kind === 'applied')).toBe(true);
    }),
    runsOf(40, LONG_TRIES),
  );
});
