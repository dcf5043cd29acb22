// Stores a project's goals and rules and brings what follows from them up to date: its place in the
// nightly round, and the gate.
import type { ProjectSettings } from '../domain/rules';
import { nextDue } from '../domain/schedule';
import type { Act, Ports } from '../ports';
import { publishGate } from './publish-gate';

/**
 * Saved first: who was overtaken by somebody else leaves the round as it is. Then the place in the
 * round; a failure there is told, and saving again makes up for it. The gate comes last; what it could
 * not be told, the next turn of the round tells it.
 * @throws AppError conflict when somebody else saved since
 */
export async function applySettings(
  ports: Ports,
  settings: ProjectSettings,
  act: Act,
  ...also: Act[]
): Promise<void> {
  const { projectId, rules } = settings;
  const saved = await ports.settings.save(settings, act, ...also);
  await ports.scans.plan(projectId, rules.scan, act.at, (last) =>
    nextDue(last?.lastDay ?? null, act.at, rules.timeZone),
  );
  await publishGate(ports, saved).catch((error: unknown) =>
    ports.log.error('gate not published', error, { projectId }),
  );
}
