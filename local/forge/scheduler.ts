// Runs the scheduled triggers of the manifest, on demand or when the host clock passes the hour.
import { randomUUID } from 'node:crypto';
import type { Manifest, ScheduledTrigger } from '../manifest';
import type { Functions } from './functions';
import { inTurn } from './in-turn';
import type { DrainCount, Queue } from './queue';
import { CLOUD_ID } from './site';

export interface ScheduleRun {
  key: string;
  ok: boolean;
  error?: string;
}

export interface ScheduleReport {
  runs: ScheduleRun[];
  queue: DrainCount;
}

export interface ScheduleRequest {
  /** One trigger; without it all of them. */
  key?: string | undefined;
  /** Tells the app to run also for projects that are not due. Only this host can ask for that. */
  force?: boolean | undefined;
}

export type Schedule = (request?: ScheduleRequest) => Promise<ScheduleReport>;

/** The manifest has no scheduled trigger with this key. */
export class UnknownTriggerError extends Error {
  constructor(key: string) {
    super(`The manifest has no scheduled trigger "${key}".`);
    this.name = 'UnknownTriggerError';
  }
}

/** The input of a scheduled function: https://developer.atlassian.com/platform/forge/events-reference/scheduled-trigger/ */
const bodyOf = (trigger: ScheduledTrigger, force: boolean) => ({
  context: { cloudId: CLOUD_ID, moduleKey: trigger.key, userAccess: { enabled: false } },
  contextToken: randomUUID(),
  ...(force ? { force: true } : {}),
});

/** Runs triggers, then delivers what they and their consumers pushed. */
export function createSchedule(manifest: Manifest, functions: Functions, queue: Queue): Schedule {
  async function runOne(trigger: ScheduledTrigger, force: boolean): Promise<ScheduleRun> {
    const { key, function: functionKey } = trigger;
    try {
      await functions.run(functionKey, bodyOf(trigger, force), {
        moduleKey: key,
        moduleType: 'scheduledTrigger',
      });
      return { key, ok: true };
    } catch (error) {
      return { key, ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  }

  async function runAll({ key, force = false }: ScheduleRequest): Promise<ScheduleReport> {
    const triggers = manifest.modules.scheduledTrigger.filter(
      (trigger) => key === undefined || trigger.key === key,
    );
    if (key !== undefined && triggers.length === 0) throw new UnknownTriggerError(key);
    const runs: ScheduleRun[] = [];
    for (const trigger of triggers) runs.push(await runOne(trigger, force));
    return { runs, queue: await queue.drain() };
  }

  // So that each report counts its own events only.
  const alone = inTurn();
  return (request = {}) => alone(() => runAll(request));
}
