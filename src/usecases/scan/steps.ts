// What each step of a scan does. Every one can be done twice without harm.
import type { Frame } from '../../domain/band';
import { and, category, is, not } from '../../domain/clause';
import type { Moment } from '../../domain/kill';
import type { ProjectSettings } from '../../domain/rules';
import type { ScanStep } from '../../domain/schedule';
import type { IssueType, Ports, ScanState } from '../../ports';
import { tryPublishGate } from '../publish-gate';
import { keepNotices } from '../notices/keep-notices';
import { repairPasses, repairResults } from '../repair';
import { settleIntents } from '../finish-decision';
import { repairDecisions } from '../repair-decisions';
import { endReopened, wakeDecisions } from '../undo-decision';
import { compareShown } from './compare';
import { changeFlags } from './flags';
import { samplePace } from './pace';

export interface Turn {
  ports: Ports;
  settings: ProjectSettings;
  types: readonly IssueType[];
  frame: Frame;
  moment: Moment;
  state: ScanState;
}

/** What a step adds to the scan's numbers, and to its state. */
export interface StepDone {
  listed?: number;
  changed?: number;
  differ?: number;
  pace?: ScanState['pace'];
  /** Set by the step that tells the gate. */
  failed?: ScanState['failed'];
}

/** Parked and kept items whose day has come, and killed ones that are open again. */
async function wake({ ports, settings: { projectId }, moment }: Turn): Promise<StepDone> {
  let changed = await wakeDecisions(ports, projectId, moment.today);
  const reopened = and(is('decision', 'killed'), not(category('done')));
  const ids: string[] = [];
  for await (const items of ports.backlog.pages(projectId, reopened))
    ids.push(...items.map(({ id }) => id));
  for (const itemId of ids) if (await endReopened(ports, itemId)) changed += 1;
  return { listed: ids.length, changed };
}

const flags =
  (search: 'clear' | 'warn' | 'flag' | 'reason') =>
  ({ ports, settings, frame, moment }: Turn): Promise<StepDone> =>
    changeFlags(ports, settings.projectId, search, frame, moment);

/** Tells the gate. @returns what the page says of it where Jira refused that; null where it did not */
export async function gateFailure(
  ports: Ports,
  settings: ProjectSettings,
  types?: readonly IssueType[],
): Promise<ScanState['failed']> {
  const code = await tryPublishGate(ports, settings, types);
  return code && { at: ports.clock.now(), part: 'gate', code };
}

export const STEPS: Record<ScanStep, (turn: Turn) => Promise<StepDone>> = {
  wake,
  clear: flags('clear'),
  warn: flags('warn'),
  flag: flags('flag'),
  reason: flags('reason'),
  settle: async ({ ports, settings }) => ({
    changed: await settleIntents(ports, settings.projectId),
  }),
  gate: async ({ ports, settings, types }) => ({
    failed: await gateFailure(ports, settings, types),
  }),
  async repair({ ports, settings: { projectId }, moment: { today } }) {
    await repairResults(ports, projectId, today);
    await repairPasses(ports, projectId, today);
    await repairDecisions(ports, projectId, today);
    return {};
  },
  compare: async ({ ports, settings, moment }) => ({
    differ: await compareShown(ports, settings.projectId, moment.today),
  }),
  pace: async ({ ports, settings, frame, moment, state }) => ({
    pace: await samplePace(ports, settings.projectId, frame, state.pace, moment.today),
  }),
  async notice({ ports, settings, types, moment: { today }, state }) {
    await keepNotices(ports, settings, types, { today, lastDay: state.last?.lastDay ?? null });
    return {};
  },
};
