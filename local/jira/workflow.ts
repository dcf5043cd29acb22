// The workflow of every project: one transition to each of its statuses, from anywhere.
import { type SiteStatus } from './api';
import { type Catalog } from './catalog';
import { type IssueRecord } from './store';

export interface WorkflowTransition {
  id: string;
  name: string;
  to: SiteStatus;
}

/** The transitions open to an issue: to every status but its own. */
export function workflowOf(catalog: Catalog, issue: IssueRecord): WorkflowTransition[] {
  const statuses = catalog.project(issue.projectId)?.statuses ?? [];
  return statuses
    .map((to, n) => ({ id: String(11 + 10 * n), name: to.name, to }))
    .filter((transition) => transition.to.id !== issue.statusId);
}
