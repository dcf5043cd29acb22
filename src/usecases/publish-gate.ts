// Publishes what the workflow rule needs to know, as a project property.
import { gateTable } from '../domain/gate';
import { AppError, type ErrorCode } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { ProjectSettings } from '../domain/rules';
import type { IssueType, Ports } from '../ports';
import { isPassing } from './scan/refused';

/**
 * Writes the gate's table as the app; the same settings give the same table.
 * @param known the project's types, where they were read already
 */
export async function publishGate(
  ports: Ports,
  settings: ProjectSettings,
  known?: readonly IssueType[],
): Promise<void> {
  const types = known ?? (await ports.projects.types(settings.projectId, 'app'));
  await ports.projects.publishGate(settings.projectId, gateTable(settings, types, MESSAGES.gate));
}

/**
 * The same in the nightly round, which a refusal that waiting does not pass must not hold up.
 * @returns why Jira refused it; null when the gate is told
 * @throws AppError that another try may get past
 */
export const tryPublishGate = (
  ports: Ports,
  settings: ProjectSettings,
  known?: readonly IssueType[],
): Promise<ErrorCode | null> =>
  publishGate(ports, settings, known).then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof AppError) || isPassing(error)) throw error;
      ports.log.error('gate not published', error, { projectId: settings.projectId });
      return error.code;
    },
  );
