import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AT_ONCE,
  runJobs,
  type Outcome,
} from '../../../../static/src/surfaces/project/many/engine';

type Answer = 'ok' | 'refused' | 'busy' | 'later';
interface Job {
  id: number;
  /** What Jira answers, try by try; the last one for all that follow. */
  answers: Answer[];
}

class BusyError extends Error {}
class LaterError extends Error {}

/** A Jira that answers a few turns later, and a clock that only waiting moves. */
function world(jobs: readonly Job[], stopAfter = Infinity) {
  const tries = new Map<number, number>();
  const outcomes = new Map<number, Outcome<number, string>>();
  const pauses: (number | null)[] = [];
  let clock = 0;
  let running = 0;
  let most = 0;
  let saves = 0;
  const order: number[] = [];
  const turn = async () => {
    for (let n = 0; n < 5; n += 1) await Promise.resolve();
  };
  const run = runJobs(jobs, {
    now: () => clock,
    sleep: async (ms) => {
      await turn();
      clock += ms;
    },
    save: async ({ id, answers }) => {
      most = Math.max(most, ++running);
      order.push(id);
      if (++saves === stopAfter) run.stop();
      const n = tries.get(id) ?? 0;
      tries.set(id, n + 1);
      await turn();
      running -= 1;
      const answer = answers[Math.min(n, answers.length - 1)];
      if (answer === 'ok') return id;
      if (answer === 'busy') throw new BusyError();
      throw answer === 'later' ? new LaterError() : new Error('refused');
    },
    refused: (error) => ({
      failure: String(error),
      busy: error instanceof BusyError,
      later: error instanceof LaterError ? 30 : undefined,
    }),
    onOutcome: ({ id }, outcome) => outcomes.set(id, outcome),
    onPause: (until) => pauses.push(until),
  });
  return { run, order, outcomes, tries, pauses, most: () => most, saves: () => saves };
}

const jobsOf = (kinds: Answer[][]): Job[] => kinds.map((answers, id) => ({ id, answers }));
const kindsOf = ({ outcomes }: ReturnType<typeof world>) =>
  [...outcomes.values()].map(({ kind }) => kind);

const answers = fc.constantFrom<Answer[]>(
  ['ok'],
  ['refused'],
  ['busy', 'ok'],
  ['busy', 'refused'],
  ['later', 'ok'],
);

test('every item ends in exactly one way, never more than four side by side', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(answers, { maxLength: 25 }),
      fc.option(fc.integer({ min: 1, max: 30 }), { nil: Infinity }),
      async (kinds, stopAfter) => {
        const jobs = jobsOf(kinds);
        const seen = world(jobs, stopAfter);
        await seen.run.done;
        expect(seen.most()).toBeLessThanOrEqual(AT_ONCE);
        expect(seen.outcomes.size).toBe(jobs.length);
        for (const { id, answers: given } of jobs) {
          const kind = seen.outcomes.get(id)?.kind ?? '';
          expect(['saved', 'failed', 'left']).toContain(kind);
          if (stopAfter === Infinity)
            expect(kind).toBe(given[given.length - 1] === 'ok' ? 'saved' : 'failed');
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('1,001 items are all saved', async () => {
  const seen = world(jobsOf(Array.from({ length: 1_001 }, (): Answer[] => ['ok'])));
  await seen.run.done;
  expect(kindsOf(seen).filter((kind) => kind === 'saved')).toHaveLength(1_001);
  expect(seen.saves()).toBe(1_001);
});

test('stopping tries nothing more and lets end what is under way', async () => {
  const seen = world(jobsOf(Array.from({ length: 40 }, (): Answer[] => ['ok'])), 6);
  await seen.run.done;
  const kinds = kindsOf(seen);
  expect(seen.saves()).toBeLessThanOrEqual(6 + AT_ONCE);
  expect(kinds.filter((kind) => kind === 'saved')).toHaveLength(seen.saves());
  expect(kinds.filter((kind) => kind === 'left')).toHaveLength(40 - seen.saves());
});

test('a busy Jira pauses the run, which goes on by itself', async () => {
  const seen = world(jobsOf([['busy', 'ok'], ['ok'], ['ok'], ['ok'], ['ok'], ['ok']]));
  await seen.run.done;
  expect(kindsOf(seen)).toEqual(Array(6).fill('saved'));
  expect(seen.pauses[0]).toBe(60_000);
  expect(seen.pauses[seen.pauses.length - 1]).toBeNull();
});

test('an item that is just being saved is tried again alone, and the others go on meanwhile', async () => {
  const seen = world(
    jobsOf([['later', 'ok'], ...Array.from({ length: 12 }, (): Answer[] => ['ok'])]),
  );
  await seen.run.done;
  expect([...seen.outcomes.values()].map(({ kind }) => kind)).toEqual(Array(13).fill('saved'));
  expect(seen.tries.get(0)).toBe(2);
  expect(seen.pauses).toEqual([]);
  expect(seen.order.indexOf(0, 1)).toBe(13);
});

test('an item that meets a busy Jira again and again is given up', async () => {
  const seen = world(jobsOf([['busy']]));
  await seen.run.done;
  expect(kindsOf(seen)).toEqual(['failed']);
  expect(seen.tries.get(0)).toBe(10);
});
