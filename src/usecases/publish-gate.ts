// Publishes what the workflow rule needs to know, as a project property.
import { gateTable } from '../domain/gate';
import { MESSAGES } from '../domain/messages';
import type { ProjectSettings } from '../domain/rules';
import type { IssueType, Ports } from '../ports';

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
