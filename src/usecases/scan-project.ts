// One project's nightly scan, as the app: flags whose reason is gone are cleared, what aged is
// warned, what was warned long enough is flagged. Only what may change is listed, only what changes
// is written, so that a duplicate or late run ends like one run.
import { and, is, oneOf } from '../domain/clause';
import { coverageClauses } from '../domain/coverage';
import { dayOf } from '../domain/days';
import { flaggedClause } from '../domain/number';
import type { Flag, ItemFacts } from '../domain/item';
import { planFlag, scanClauses, type Moment } from '../domain/kill';
import type { Frame } from '../domain/band';
import { knownRules, type ProjectSettings } from '../domain/rules';
import { nextDue } from '../domain/schedule';
import type { Ports, ScanOrder, ScanOutcome } from '../ports';
import { publishGate } from './publish-gate';
import { repairPasses, repairResults } from './repair';

/** Longer than the consumer may run, so that a run that died does not hold the project for long. */
const LEASE_MS = 16 * 60_000;

async function frameOf(ports: Ports, settings: ProjectSettings): Promise<Frame> {
  const { projectId, goals } = settings;
  const types = await ports.projects.types(projectId, 'app');
  // Delivered or not is no question for open items.
  const rules = {
    ...knownRules(settings.rules, { typeIds: types.map(({ id }) => id) }),
    undelivered: null,
  };
  const idsAt = (fits: (level: number) => boolean) =>
    types.filter(({ level }) => fits(level)).map(({ id }) => id);
  const above = and(
    oneOf(
      'type',
      idsAt((level) => level > 0),
    ),
    is('state', 'answered'),
  );
  return {
    goals,
    rules,
    standardTypeIds: idsAt((level) => level === 0),
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: await ports.backlog.parents(projectId, above),
  };
}

/** Every item that may need another flag, once. */
async function listItems(ports: Ports, projectId: string, frame: Frame, moment: Moment) {
  const items = new Map<string, ItemFacts>();
  for (const clause of Object.values(scanClauses(frame, moment))) {
    for (const item of await ports.backlog.list(projectId, clause)) items.set(item.id, item);
  }
  return [...items.values()];
}

interface Changes {
  /** Ids by the flag they get. */
  writes: Map<string, { flag: Flag; ids: string[] }>;
  clears: string[];
  warned: number;
  candidates: number;
}

/** Decides all items; `warned` and `candidates` are how the totals change. */
function planChanges(items: readonly ItemFacts[], frame: Frame, moment: Moment): Changes {
  const changes: Changes = { writes: new Map(), clears: [], warned: 0, candidates: 0 };
  const count = (flag: Flag['flag'], by: 1 | -1, open: boolean) => {
    if (!open) return;
    if (flag === 'warned') changes.warned += by;
    if (flag === 'candidate') changes.candidates += by;
  };
  for (const item of items) {
    const change = planFlag(item, frame, moment);
    if (change.kind === 'keep') continue;
    const had = item.flag.kind === 'value' ? item.flag.value.flag : undefined;
    count(had, -1, item.category !== 'done');
    if (change.kind === 'clear') {
      changes.clears.push(item.id);
      continue;
    }
    count(change.flag.flag, 1, true);
    const key = JSON.stringify(change.flag);
    const group = changes.writes.get(key) ?? { flag: change.flag, ids: [] };
    group.ids.push(item.id);
    changes.writes.set(key, group);
  }
  return changes;
}

async function scan(ports: Ports, settings: ProjectSettings, moment: Moment): Promise<ScanOutcome> {
  const { projectId } = settings;
  const { backlog } = ports;
  const frame = await frameOf(ports, settings);
  const coverage = coverageClauses(frame);
  // Counted before writing: search lags behind writes, and the changes are known.
  const [asked, own, parent, warned, candidates] = await Promise.all([
    backlog.count(projectId, coverage.asked),
    backlog.count(projectId, coverage.own),
    backlog.count(projectId, coverage.parent),
    backlog.count(projectId, flaggedClause(frame, 'warned')),
    backlog.count(projectId, flaggedClause(frame, 'candidate')),
  ]);
  const items = await listItems(ports, projectId, frame, moment);
  const changes = planChanges(items, frame, moment);
  await backlog.clearFlags(changes.clears);
  for (const { flag, ids } of changes.writes.values()) await backlog.setFlag(ids, flag);
  const changed =
    changes.clears.length + [...changes.writes.values()].reduce((n, { ids }) => n + ids.length, 0);
  const totals = {
    warned: warned + changes.warned,
    candidates: candidates + changes.candidates,
  };
  await ports.snapshots.publish({ projectId, day: moment.today, asked, own, parent, ...totals });
  ports.log.info('scan done', { projectId, listed: items.length, changed });
  const { now, today } = moment;
  return { lastAt: now, lastDay: today, listed: items.length, changed, ...totals };
}

/**
 * One turn of a project in the nightly round: scans it where that is on, else only tells its gate
 * the rules again. Without `force` only when the turn is due, so that a second order does nothing.
 */
export async function scanProject(ports: Ports, { projectId, force }: ScanOrder): Promise<void> {
  const now = ports.clock.now();
  const state = await ports.scans.read(projectId);
  if (!state || (!force && state.dueAt > now)) return;
  const holder = ports.ids.next();
  if (!(await ports.scans.lease(projectId, holder, now, LEASE_MS))) return;
  try {
    const settings = await ports.settings.load(projectId);
    const { scan: on, timeZone } = settings.rules;
    const today = dayOf(now, timeZone);
    const outcome = on ? await scan(ports, settings, { now, today }) : null;
    await publishGate(ports, settings);
    const repaired = await repairResults(ports, projectId, 'unwritten');
    if (repaired.written + repaired.left > 0)
      ports.log.info('results shown again', { ...repaired });
    await repairPasses(ports, projectId, 'unwritten');
    await ports.scans.finish(projectId, nextDue(today, now, timeZone), outcome);
  } finally {
    await ports.scans.release(projectId, holder);
  }
}
