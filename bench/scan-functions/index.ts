// The app's own functions with an eye on the heap of their process: what each call of the platform
// finds in use, garbage not yet collected among it. The local host runs them as it runs the app.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as app from '../../src/index';
import { TURN_MARK } from './turn-mark';

/** Bytes of heap in use, and calls to Jira. */
export interface TurnReport {
  idle: number;
  peak: number;
  calls: number;
}

interface Asked {
  target: { type?: string };
}

interface Platform {
  call(asked: Asked): Promise<unknown>;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const inUse = (): number => process.memoryUsage().heapUsed;

const platform = (globalThis as unknown as { __forge_host__: Platform }).__forge_host__;
const ask = platform.call;
let turn: TurnReport = { idle: 0, peak: 0, calls: 0 };

const look = (): void => {
  turn.peak = Math.max(turn.peak, inUse());
};

platform.call = async (asked) => {
  look();
  if (asked.target.type === 'fpp') turn.calls += 1;
  const answer = await ask(asked);
  look();
  return answer;
};

export const scanStart: typeof app.scanStart = (...args) => app.scanStart(...args);

export const scanProject: typeof app.scanProject = async (...args) => {
  collect();
  turn = { idle: inUse(), peak: 0, calls: 0 };
  try {
    return await app.scanProject(...args);
  } finally {
    look();
    console.info(TURN_MARK + JSON.stringify(turn));
  }
};
