// Work that the app does by itself is begun once, also where the answer to the first call is lost.
import { expect, test } from '@jest/globals';
import type { DataJob } from '../../../../src/contract/data-procedures';
import { NO_ROWS } from '../../../../src/domain/data';
import { CallError } from '../../../../static/src/forge';
import type { Means } from '../../../../static/src/surfaces/settings/data/means';
import { runSteps } from '../../../../static/src/surfaces/settings/data/step-run';

const WATCHER = { onPause: () => undefined, isStopped: () => false };
const job = (more: Partial<DataJob>): DataJob => ({
  ...{ kind: 'erase', state: 'open', by: 'po', at: 1, file: '', done: 0, of: 0, tally: NO_ROWS },
  ...{ step: 'records', waits: false, left: 0, items: 0 },
  ...more,
});

/** An app whose first answer to beginning is lost after `becomes`; what it is told. */
function app(before: DataJob | null, becomes: DataJob | null) {
  let kept = before;
  const begins: boolean[] = [];
  const means: Means = {
    call: async (name, payload) => {
      if (name === 'data.open') return { job: kept } as never;
      const { begin } = payload as { begin: boolean };
      begins.push(begin);
      if (begins.length === 1) {
        kept = becomes ?? kept;
        throw new CallError('internal', 'The answer was lost.');
      }
      kept = { ...(begin ? job({ at: 9 }) : (kept ?? job({}))), state: 'done' };
      return { job: kept } as never;
    },
    jira: () => Promise.reject(new RangeError('not asked')),
    sleep: async () => undefined,
    now: () => 0,
  };
  const run = () =>
    runSteps(means, WATCHER, { projectId: '1', name: 'data.erase', begin: true }, () => undefined);
  return { run, begins };
}

const OLD = job({ state: 'done', done: 3 });

test('a job that was begun is gone on with', async () => {
  const { run, begins } = app(OLD, job({ at: 5, done: 40 }));
  expect(await run()).toMatchObject({ state: 'done', at: 5, done: 40 });
  expect(begins).toEqual([true, false]);
});

test('a job that came to its end at once is not done again', async () => {
  const { run, begins } = app(OLD, job({ at: 5, state: 'done', done: 40 }));
  expect(await run()).toMatchObject({ state: 'done', at: 5, done: 40 });
  expect(begins).toEqual([true]);
});

test.each([OLD, null])('a job that was not begun is begun', async (before) => {
  const { run, begins } = app(before, null);
  expect(await run()).toMatchObject({ state: 'done', at: 9 });
  expect(begins).toEqual([true, true]);
});
