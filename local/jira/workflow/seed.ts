// The workflow that a project begins with: a way to each of its statuses, from anywhere.
import { type SiteProject, type SiteStatus } from '../api';
import { referenceOf, type Rule, type Transition, uuidOf, type Workflow } from './document';

/** The id of a project's workflow; company-managed projects that name the same one share it. */
export function workflowIdOf(project: SiteProject): string {
  return project.style === 'classic' && project.workflow !== undefined
    ? uuidOf(`workflow ${project.workflow}`)
    : uuidOf(`workflow of ${project.id}`);
}

/** A version as updates have to name it; its number counts from 1. */
export const versionOf = (id: string, versionNumber: number) => ({
  id: uuidOf(`${id} ${String(versionNumber)}`),
  versionNumber,
});

/** @param gate the rules of the installed app for moves into In Progress */
export function seedWorkflow(project: SiteProject, gate: readonly Rule[], now: number): Workflow {
  const id = workflowIdOf(project);
  const shared = project.style === 'classic';
  const [first] = project.statuses;
  const create = first ? [transitionTo(first, '1', 'INITIAL', 'Create')] : [];
  return {
    id,
    name: (shared ? project.workflow : undefined) ?? `Workflow of ${project.key}`,
    description: '',
    projectId: shared ? null : project.id,
    version: versionOf(id, 1),
    created: now,
    updated: now,
    statuses: project.statuses.map((status) => ({
      statusReference: referenceOf(status.id),
      properties: {},
    })),
    transitions: [
      ...create,
      ...project.statuses.map((status, n) => ({
        ...transitionTo(status, String(11 + 10 * n), 'GLOBAL', status.name),
        ...(status.category === 'indeterminate' ? { validators: [...gate] } : {}),
      })),
    ],
  };
}

function transitionTo(
  status: SiteStatus,
  id: string,
  type: Transition['type'],
  name: string,
): Transition {
  return {
    id,
    type,
    name,
    description: '',
    toStatusReference: referenceOf(status.id),
    links: [],
    validators: [],
    // What workflows of Jira come with: it has to survive every update.
    actions: status.category === 'done' ? [resolve(id)] : [],
    triggers: [],
    properties: {},
  };
}

const resolve = (transitionId: string): Rule => ({
  id: uuidOf(`resolution ${transitionId}`),
  ruleKey: 'system:update-field',
  parameters: { field: 'resolution', value: '10000', mode: 'replace' },
});
