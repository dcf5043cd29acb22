// How often a call is tried again, and how long is waited for it.
import { expect, test } from '@jest/globals';
import { AppError } from '../../../src/domain/errors';
import {
  codeOf,
  isBusy,
  isLost,
  putOff,
  settle,
  steadily,
  StoppedError,
  type Patience,
} from '../../../src/usecases/applying/calls';

const START = 1_000_000;
const LOST = new AppError('jira_unavailable', 'lost');
const busy = (details?: unknown) => new AppError('rate_limited', 'busy', { details });

/** A run whose waits are written down; `at` a wait it is stopped. */
function run({ stopAt = Infinity } = {}) {
  let now = START;
  const waits: [string, number][] = [];
  const pauses: (number | null)[] = [];
  const wait = (name: string) => async (ms: number) => {
    waits.push([name, ms]);
    now += ms;
    if (waits.length >= stopAt) patience.stopped = true;
  };
  const patience: Patience = {
    ...{ sleep: wait('sleep'), nap: wait('nap'), now: () => now, busyUntil: 0, stopped: false },
    onPause: (until) => void pauses.push(until),
  };
  return { patience, waits, pauses };
}

/** Fails with each of these in turn, and then answers. */
function failing(...errors: Error[]) {
  let calls = 0;
  const make = async () => {
    const error = errors[calls];
    calls += 1;
    if (error !== undefined) throw error;
    return 'made';
  };
  return { make, calls: () => calls };
}
const times = (count: number, error: Error): Error[] => Array.from({ length: count }, () => error);

test('a lost call is made again after one, four and ten seconds, and then given up', async () => {
  const { patience, waits } = run();
  expect(await steadily(patience, failing(...times(3, LOST)).make)).toBe('made');
  expect(waits).toEqual([
    ['nap', 1_000],
    ['nap', 4_000],
    ['nap', 10_000],
  ]);
  const four = failing(...times(4, LOST));
  await expect(steadily(run().patience, four.make)).rejects.toBe(LOST);
  expect(four.calls()).toBe(4);
});

test('what nobody foresaw is lost as well; a refusal is final', async () => {
  const odd = new Error('odd');
  const refused = new AppError('forbidden', 'no');
  expect([codeOf(odd), isLost(odd), isLost(LOST), isLost(refused)]).toEqual([
    ...['internal', true, true],
    false,
  ]);
  expect([isBusy(busy()), isBusy(LOST)]).toEqual([true, false]);
  expect(await steadily(run().patience, failing(odd).make)).toBe('made');
  const once = failing(refused);
  await expect(steadily(run().patience, once.make)).rejects.toBe(refused);
  expect(once.calls()).toBe(1);
});

test('a call that is put off waits as long as is asked, or a minute, and is given up the eleventh time', async () => {
  const { patience, waits, pauses } = run();
  await steadily(patience, failing(busy({ retryAfter: 7 }), busy()).make);
  expect(waits).toEqual([
    ['nap', 7_000],
    ['nap', 60_000],
  ]);
  expect(pauses).toEqual([START + 7_000, null, START + 67_000, null]);
  expect(patience.busyUntil).toBe(0);
  expect(await steadily(run().patience, failing(...times(10, busy())).make)).toBe('made');
  const eleven = failing(...times(11, busy()));
  await expect(steadily(run().patience, eleven.make)).rejects.toMatchObject({
    code: 'rate_limited',
  });
  expect(eleven.calls()).toBe(11);
});

test.each([
  undefined,
  null,
  7,
  'soon',
  {},
  { retryAfter: '7' },
  { retryAfter: 0 },
  { retryAfter: -3 },
])('without a number of seconds (%j) a minute is waited', (details) => {
  const { patience, pauses } = run();
  putOff(patience, busy(details));
  expect(pauses).toEqual([START + 60_000]);
  putOff(patience, new Error('odd'));
  expect(pauses).toHaveLength(1);
});

test('a shorter wait than the one that stands changes nothing, a longer one is told', () => {
  const { patience, pauses } = run();
  for (const retryAfter of [10, 10, 9, 11]) putOff(patience, busy({ retryAfter }));
  expect(pauses).toEqual([START + 10_000, START + 11_000]);
  expect(patience.busyUntil).toBe(START + 11_000);
});

test('whoever is not busy neither waits nor says so', async () => {
  const { patience, waits, pauses } = run();
  await settle(patience);
  expect([waits, pauses]).toEqual([[], []]);
  patience.busyUntil = START;
  await settle(patience);
  expect([waits, pauses]).toEqual([[], [null]]);
});

test('a stop ends a wait, but not what has to come to its end', async () => {
  const stopped = run({ stopAt: 1 });
  stopped.patience.busyUntil = START + 5_000;
  await expect(settle(stopped.patience)).rejects.toMatchObject({
    ...{ name: 'StoppedError', message: 'Stopped' },
  });
  const ending = run();
  ending.patience.stopped = true;
  ending.patience.busyUntil = START + 5_000;
  await settle(ending.patience, true);
  expect(ending.waits).toEqual([['sleep', 5_000]]);
  expect(ending.pauses).toEqual([null]);
  expect(await steadily(ending.patience, failing(LOST, busy()).make, true)).toBe('made');
  expect(ending.waits.map(([name]) => name)).toEqual(['sleep', 'sleep', 'sleep']);
  await expect(steadily(ending.patience, failing().make)).rejects.toThrow(StoppedError);
});
