// Publishes what the workflow rule needs to know, as a project property.
import { gateTable, type GateSentences } from '../domain/gate';
import type { ProjectSettings } from '../domain/rules';
import type { Ports } from '../ports';

/** What a refused transition says; Jira shows it as it stands. */
export const GATE_SENTENCES: GateSentences = {
  none: 'Ladder: this item does not say yet which goal it serves. Open Ladder on the item and answer; it takes half a minute.',
  half: 'Ladder: the answer of this item is only half. Open Ladder on the item and finish the sentence.',
  goal: 'Ladder: the goal of this item is not active. Open Ladder on the item and choose one that is.',
};

/** Writes the gate's table as the app; the same settings give the same table. */
export async function publishGate(ports: Ports, settings: ProjectSettings): Promise<void> {
  const types = await ports.projects.types(settings.projectId, 'app');
  await ports.projects.publishGate(settings.projectId, gateTable(settings, types, GATE_SENTENCES));
}
