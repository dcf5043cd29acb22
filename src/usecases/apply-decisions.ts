// Applies what somebody has decided, item by item, as them: in their browser, and in the simulation.
// Nothing is done twice and nothing half in silence; every item ends in exactly one way.
import type { DraftEntry } from '../domain/decision';
import { beginOne, type Applying } from './applying/begin';
import { settle, StoppedError, type Patience } from './applying/calls';
import { drop, endItem, type Intended } from './applying/end-item';
import type { ApplyOutcome, BackOutcome } from './applying/outcome';
import type { ApplyOptions, ApplyPorts } from './applying/ports';
import { takeBackOne, type Standing } from './applying/take-back';

/** Items under way at the same time. */
const AT_ONCE = 4;
/** An item that Jira puts off this often is given up. */
const MOST_ROUNDS = 5;

export interface RunOptions<T> {
  onStart: (job: T) => void;
  /** Jira is busy until this instant (milliseconds); null when the run goes on. */
  onPause: (until: number | null) => void;
}

export interface ApplyRun {
  /** Begins nothing more; what is under way is brought to its end. */
  stop: () => void;
  /** Resolves when every item has ended; never rejects. */
  done: Promise<void>;
}

/** Runs a step for each job, a few side by side, all with the same patience. */
function runEach<T>(
  jobs: readonly T[],
  ports: Pick<ApplyPorts, 'sleep' | 'now'>,
  { onStart, onPause }: RunOptions<T>,
  step: (job: T, patience: Patience) => Promise<void>,
): ApplyRun {
  let halt = (): void => undefined;
  const halted = new Promise<void>((resolve) => (halt = resolve));
  const patience: Patience = {
    sleep: ports.sleep,
    nap: (ms) => Promise.race([ports.sleep(ms), halted]),
    now: ports.now,
    busyUntil: 0,
    stopped: false,
    onPause,
  };
  const queue = [...jobs];
  const work = async (): Promise<void> => {
    // Whoever starts the run holds it before anything is heard of it.
    await Promise.resolve();
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      if (!patience.stopped) onStart(job);
      await step(job, patience);
    }
  };
  const workers = Array.from({ length: Math.min(AT_ONCE, jobs.length) }, work);
  return {
    stop: () => {
      patience.stopped = true;
      onPause(null);
      halt();
    },
    done: Promise.all(workers).then(() => undefined),
  };
}

/** One round: begins, and ends the item where the decision is to end it. */
async function round(applying: Applying, options: ApplyOptions): Promise<ApplyOutcome | 'again'> {
  const begun = await beginOne(applying);
  if (begun.kind !== 'begun') return begun;
  const { view } = begun;
  applying.rev = view.rev;
  if (applying.entry.decision.kind !== 'kill')
    return { kind: 'applied', view, unrecorded: false, uncommented: false };
  if (!view.intent) return { kind: 'failed', code: 'internal', words: '', rev: view.rev };
  const intended: Intended = {
    ...applying,
    intent: view.intent.id,
    begun: view,
    since: view.intent.decided.at,
  };
  try {
    const ended = await endItem(intended, options);
    applying.rev = intended.rev;
    return ended.kind === 'again' ? 'again' : ended;
  } catch (error) {
    if (error instanceof StoppedError) await drop(intended);
    applying.rev = intended.rev;
    throw error;
  }
}

/** Applies one decision. Never rejects: what nobody foresaw is a failure of this item. */
export async function applyOne(
  ports: ApplyPorts,
  patience: Patience,
  entry: DraftEntry,
  options: ApplyOptions,
): Promise<ApplyOutcome> {
  const { seen, decision } = entry;
  const applying: Applying = {
    ports,
    patience,
    entry,
    projectId: options.projectId,
    rev: seen.rev,
    attempt: ports.newId(),
    begunAt: ports.now(),
  };
  try {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
      await settle(patience);
      // Of a kill the item is looked at just before its transition.
      const item = rounds > 0 || decision.kind === 'kill' ? undefined : await seenNow(applying);
      if (item === 'gone' || item === 'project') return { kind: 'changed', changed: [item] };
      const outcome = await round(applying, options);
      if (outcome !== 'again') return outcome;
      applying.attempt = ports.newId();
    }
    return { kind: 'failed', code: 'rate_limited', words: '', rev: applying.rev };
  } catch (error) {
    if (error instanceof StoppedError) return { kind: 'left', rev: applying.rev };
    return { kind: 'failed', code: 'internal', words: '', rev: applying.rev };
  }
}

/** Whether the item went away or into another project; its other changes Ladder sees by itself. */
async function seenNow({ ports, entry, projectId }: Applying): Promise<'gone' | 'project' | null> {
  const item = await ports.look(entry.itemId).catch(() => undefined);
  if (item === null) return 'gone';
  return item && item.projectId !== projectId ? 'project' : null;
}

/** Applies these entries. Each ends by one call of `onOutcome`. */
export const applyDecisions = (
  entries: readonly DraftEntry[],
  ports: ApplyPorts,
  options: ApplyOptions,
  hears: RunOptions<DraftEntry> & { onOutcome: (entry: DraftEntry, outcome: ApplyOutcome) => void },
): ApplyRun =>
  runEach(entries, ports, hears, async (entry, patience) => {
    hears.onOutcome(entry, await applyOne(ports, patience, entry, options));
  });

/** Takes these decisions back. Each ends by one call of `onOutcome`. */
export const takeBack = (
  standing: readonly Standing[],
  ports: ApplyPorts,
  hears: RunOptions<Standing> & { onOutcome: (one: Standing, outcome: BackOutcome) => void },
): ApplyRun =>
  runEach(standing, ports, hears, async (one, patience) => {
    hears.onOutcome(one, await takeBackOne(ports, patience, one));
  });
