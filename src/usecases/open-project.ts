// What a page needs beyond Jira: goals with their readings, rules, the last scan.
import { viewGoal } from '../contract/goals';
import type { OpenProject } from '../contract/procedures';
import { dayOf } from '../domain/days';
import { isMember, type ProjectSettings } from '../domain/rules';
import { ORDER_COOLDOWN_MS, SCAN_STEPS } from '../domain/schedule';
import { mayReport } from '../domain/goal';
import type { Permission, Ports, ScanState } from '../ports';

const NEVER = {
  lastAt: null,
  lastDay: null,
  listed: 0,
  changed: 0,
  warned: 0,
  candidates: 0,
  differ: 0,
};

function scanView(scan: ScanState | null, now: number) {
  const { progress = null, waitsUntil = null, orderedAt = null } = scan ?? {};
  const free = orderedAt === null ? null : orderedAt + ORDER_COOLDOWN_MS;
  return {
    ...(scan?.last ?? NEVER),
    onSince: scan?.onSince ?? null,
    running: progress && {
      since: progress.since,
      done: Math.min(progress.done.length, SCAN_STEPS.length),
      of: SCAN_STEPS.length,
    },
    waitsUntil: waitsUntil !== null && waitsUntil > now ? waitsUntil : null,
    failed: scan?.failed ?? null,
    pace: scan?.pace ?? null,
    byHandFrom: free !== null && free > now ? free : null,
    nextAt: scan?.on ? scan.dueAt : null,
  };
}

/** Goals of a project as cards show them, with all readings, oldest first. */
export async function goalViews(ports: Ports, settings: ProjectSettings) {
  const today = dayOf(ports.clock.now(), settings.rules.timeZone);
  const readings = await ports.readings.ofProject(settings.projectId);
  const goals = settings.goals.map((goal) =>
    viewGoal(
      goal,
      readings.filter(({ goalId }) => goalId === goal.id),
      today,
    ),
  );
  return { today, goals };
}

/**
 * Brings a project's goals, rules and scan, and what this person keeps of it. The caller's rights
 * were checked for this project.
 */
export async function openProject(
  ports: Ports,
  projectId: string,
  { accountId, rights }: { accountId: string; rights: ReadonlySet<Permission> },
): Promise<OpenProject> {
  const [settings, scan, dismissedSignals, sortRules] = await Promise.all([
    ports.settings.load(projectId),
    ports.scans.read(projectId),
    ports.personal.dismissedSignals(accountId, projectId),
    ports.personal.sortRules(accountId, projectId),
  ]);
  const administer = rights.has('ADMINISTER_PROJECTS');
  const { today, goals } = await goalViews(ports, settings);
  return {
    projectId,
    today,
    goals,
    agreements: settings.agreements,
    rules: settings.rules,
    rev: settings.rev,
    scan: scanView(scan, ports.clock.now()),
    dismissedSignals,
    sortRules,
    may: {
      administer,
      decide: isMember(settings.rules.forum, accountId),
      report: goals.filter((goal) => mayReport(goal, accountId, administer)).map(({ id }) => id),
    },
  };
}
