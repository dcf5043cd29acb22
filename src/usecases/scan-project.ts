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
import type { ProjectSettings } from '../domain/rules';
import { nextDue } from '../domain/schedule';
import type { Ports, ScanOrder } from '../ports';
import { publishGate } from './publish-gate';

/** Longer than the consumer may run, so that a run that died does not hold the project for long. */
const LEASE_MS = 16 * 60_000;

async function frameOf(ports: Ports, settings: ProjectSettings): Promise<Frame> {
  const { projectId, goals, rules } = settings;
  const types = await ports.projects.types(projectId, 'app');
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
    // Delivered or not is no question for open items.
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

async function scan(ports: Ports, settings: ProjectSettings, moment: Moment): Promise<void> {
  const { projectId, rules } = settings;
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
  await publishGate(ports, settings);
  const changed =
    changes.clears.length + [...changes.writes.values()].reduce((n, { ids }) => n + ids.length, 0);
  const totals = {
    warned: warned + changes.warned,
    candidates: candidates + changes.candidates,
  };
  await ports.snapshots.publish({ projectId, day: moment.today, asked, own, parent, ...totals });
  await ports.scans.save({
    projectId,
    on: rules.scan,
    lastAt: moment.now,
    lastDay: moment.today,
    dueAt: nextDue(moment.today, moment.now, rules.timeZone),
    listed: items.length,
    changed,
    ...totals,
  });
  ports.log.info('scan done', { projectId, listed: items.length, changed });
}

/** Runs a scan once; without `force` only when today's has not been made. */
export async function scanProject(ports: Ports, { projectId, force }: ScanOrder): Promise<void> {
  const settings = await ports.settings.load(projectId);
  const now = ports.clock.now();
  const today = dayOf(now, settings.rules.timeZone);
  const state = await ports.scans.read(projectId);
  if (!state?.on || (!force && state.lastDay === today)) return;
  const holder = ports.ids.next();
  if (!(await ports.scans.lease(projectId, holder, now, LEASE_MS))) return;
  try {
    await scan(ports, settings, { now, today });
  } finally {
    await ports.scans.release(projectId, holder);
  }
}
