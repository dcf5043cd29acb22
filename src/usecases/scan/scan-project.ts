// One project's turn in the nightly round, as the app. A scan goes step by step; what is done is kept,
// so that a scan that was stopped (by a crash, by its time, by Jira, by its own budget) is taken up
// where it stopped, and a duplicate or late one ends like one. Numbers are counted at the end and
// published together.
import { dayOf } from '../../domain/days';
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import { pauseAfter, type Refusal } from '../../domain/pacing';
import type { ProjectSettings } from '../../domain/rules';
import { nextDue, SCAN_STEPS } from '../../domain/schedule';
import type { Ports, ScanOrder, ScanOutcome, ScanProgress, ScanState, Snapshot } from '../../ports';
import { sendNotices } from '../notices/send-notices';
import { repairPasses, repairResults } from '../repair';
import { repairDecisions } from '../repair-decisions';
import { settleIntents } from '../finish-decision';
import { wakeDecisions } from '../undo-decision';
import { openBudget, type Budget } from './budget';
import { frameOf } from './frame';
import { failureOf, isPassing } from './refused';
import { snapshotOf } from './snapshot';
import { gateFailure, STEPS, type Turn } from './steps';

/** Longer than the consumer may run, so that a run that died does not hold the project for long. */
const LEASE_MS = 16 * 60_000;
/** A run ends itself by then, well before the platform would. */
const RUN_MS = 12 * 60_000;
/** Runs of one night, at most, that a refused question may cost. */
const RUNS_ON_REFUSAL = 3;

const begun = (state: ScanState, day: string, now: number): ScanProgress => {
  const { progress } = state;
  if (progress?.day === day) return { ...progress, runs: progress.runs + 1 };
  return { day, since: now, done: [], runs: 1, listed: 0, changed: 0, differ: 0 };
};

const gateOnly = (failed: ScanState['failed']) => (failed?.part === 'gate' ? failed : null);

/** The time of one run is over: the rest waits for the next. */
const outOfTime = (): AppError =>
  new AppError('rate_limited', MESSAGES.scan.goesOn, { details: { retryAfter: 1 } });

/** Points that a run may owe the site's budget while it goes on: they are lost if it dies. */
const OWED = 20;

/** Noted when the night's numbers are published, and messages are still to be sent. */
const PUBLISHED = 'publish';

interface Done {
  outcome: ScanOutcome;
  snapshot: Snapshot;
}

/** What the night's scan found and did. */
async function doneOf(turn: Turn, { listed, changed, differ }: ScanProgress): Promise<Done> {
  const snapshot = await snapshotOf(turn);
  const { warned, candidates } = snapshot;
  const at = { lastAt: turn.ports.clock.now(), lastDay: turn.moment.today };
  return { outcome: { ...at, listed, changed, differ, warned, candidates }, snapshot };
}

async function scan(
  ports: Ports,
  settings: ProjectSettings,
  state: ScanState,
  holder: string,
  budget: Budget,
): Promise<void> {
  const { projectId, rules } = settings;
  const now = ports.clock.now();
  const moment = { now, today: dayOf(now, rules.timeZone) };
  let progress = begun(state, moment.today, now);
  await ports.scans.advance(projectId, holder, { progress, waitsUntil: null });
  const types = await ports.projects.types(projectId, 'app');
  const frame = await frameOf(ports, settings, types, moment);
  // Told by a run of this night that stopped after it.
  let failed = progress.done.includes('gate') ? gateOnly(state.failed) : null;
  const turn: Turn = { ports, settings, types, frame, moment, state };
  for (const step of SCAN_STEPS) {
    if (progress.done.includes(step)) continue;
    if (ports.clock.now() - now > RUN_MS) throw outOfTime();
    const { listed = 0, changed = 0, differ = 0, ...told } = await STEPS[step](turn);
    failed = told.failed ?? failed;
    progress = {
      ...progress,
      done: [...progress.done, step],
      listed: progress.listed + listed,
      changed: progress.changed + changed,
      differ: progress.differ + differ,
    };
    await ports.scans.advance(projectId, holder, { progress, ...told });
    await budget.keep(OWED);
  }
  const tells = rules.digest.mode !== 'off';
  let done: Done | null = null;
  if (!progress.done.includes(PUBLISHED)) {
    done = await doneOf(turn, progress);
    if (tells) {
      progress = { ...progress, done: [...progress.done, PUBLISHED] };
      await ports.scans.publish(projectId, holder, progress, done);
      done = null;
    }
  }
  failed = (await sendNotices(ports, { settings, today: moment.today })) ?? failed;
  const dueAt = nextDue(moment.today, ports.clock.now(), rules.timeZone);
  await ports.scans.finish(projectId, holder, dueAt, done, failed, state.dueAt);
  const { listed, changed, differ, runs } = progress;
  ports.log.info('scan done', { projectId, listed, changed, differ, runs });
}

/**
 * Where the scan is off, the gate is told the rules all the same, what is kept is shown, and decisions
 * end on their day.
 */
async function round(
  ports: Ports,
  settings: ProjectSettings,
  state: ScanState,
  holder: string,
): Promise<void> {
  const { projectId, rules } = settings;
  const failed = await gateFailure(ports, settings);
  const now = ports.clock.now();
  const today = dayOf(now, rules.timeZone);
  await repairResults(ports, projectId, today);
  await repairPasses(ports, projectId, today);
  await repairDecisions(ports, projectId, today);
  await wakeDecisions(ports, projectId, today);
  await settleIntents(ports, projectId);
  const dueAt = nextDue(today, now, rules.timeZone);
  await ports.scans.finish(projectId, holder, dueAt, null, failed, state.dueAt);
}

const refusalOf = (error: unknown): Refusal | null => {
  if (!(error instanceof AppError) || error.code !== 'rate_limited') return null;
  const { reason = null, retryAfter = 60 } = (error.details ?? {}) as Partial<Refusal>;
  return { reason, retryAfter };
};

/**
 * Keeps for the page what stopped the turn. A project that is gone, archived or hidden has its next one
 * tomorrow, not every hour.
 */
async function putOff(
  ports: Ports,
  { projectId, dueAt: began }: ScanState,
  holder: string,
  error: unknown,
) {
  const failed = failureOf(ports, error);
  if (!(error instanceof AppError) || isPassing(error)) {
    if (failed) await ports.scans.advance(projectId, holder, { failed });
    return;
  }
  const { rules } = await ports.settings.load(projectId);
  const now = ports.clock.now();
  const dueAt = nextDue(dayOf(now, rules.timeZone), now, rules.timeZone);
  await ports.scans.finish(projectId, holder, dueAt, null, failed, began);
}

/**
 * A question that Jira refuses most likely names a parent that was deleted since the parents were
 * listed: they are listed anew by the next run, a few times a night.
 */
async function forgetParents(ports: Ports, projectId: string, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'invalid_input') return error;
  const now = ports.clock.now();
  await ports.parents.forget(projectId, now);
  const progress = (await ports.scans.read(projectId))?.progress;
  return progress && progress.runs < RUNS_ON_REFUSAL
    ? new AppError('conflict', MESSAGES.scan.goesOn, { cause: error })
    : error;
}

/** Notes how long to wait, so that no run asks earlier; a used-up quota closes the whole site. */
async function noteWait(ports: Ports, projectId: string, holder: string, error: unknown) {
  const refusal = refusalOf(error);
  if (!refusal) return;
  const now = ports.clock.now();
  const pause = pauseAfter(refusal, now);
  if (pause.site) await ports.points.close(now, pause.until);
  await ports.scans.advance(projectId, holder, { waitsUntil: pause.until });
}

/**
 * One turn of a project. Without `force` only when the turn is due, so that a second order does
 * nothing; a scan that waits is not taken up before its time.
 * @returns milliseconds after which the turn has to be taken up again, 0 when it is done
 */
export async function scanProject(all: Ports, { projectId, force }: ScanOrder): Promise<number> {
  const began = all.clock.now();
  const known = await all.scans.read(projectId);
  if (!known || (!force && known.dueAt > began)) return 0;
  const waitMs = (known.waitsUntil ?? began) - began;
  if (waitMs > 0) return waitMs;
  const holder = all.ids.next();
  if (!(await all.scans.lease(projectId, holder, began, LEASE_MS))) return 0;
  let budget: Budget | null = null;
  let state = known;
  try {
    budget = await openBudget(all);
    const ports = all.metered(budget.meter);
    const settings = await ports.settings.load(projectId);
    // Read again: the turn is ours only now.
    state = (await ports.scans.read(projectId)) ?? known;
    if (settings.rules.scan)
      await scan(ports, settings, state, holder, budget).catch(async (refused: unknown) => {
        throw await forgetParents(all, projectId, refused).catch(() => refused);
      });
    else await round(ports, settings, state, holder);
    return 0;
  } catch (error) {
    await noteWait(all, projectId, holder, error)
      .then(() => putOff(all, state, holder, error))
      .catch((cause: unknown) => all.log.error('wait not noted', cause, { projectId }));
    throw error;
  } finally {
    await budget?.keep().catch((cause: unknown) => all.log.error('points not kept', cause));
    await all.scans.release(projectId, holder);
  }
}
