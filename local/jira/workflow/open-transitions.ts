// The transitions that an issue can take.
import { type SiteStatus } from '../api';
import { type Call } from '../services';
import { type IssueRecord } from '../store';
import { referenceOf, type Transition } from './document';

export interface OpenTransition {
  id: string;
  name: string;
  to: SiteStatus;
  rules: Transition;
}

/** Those that lead from the issue's status to another one. */
export function openTransitions(call: Call, issue: IssueRecord): OpenTransition[] {
  const project = call.catalog.project(issue.projectId);
  if (!project) return [];
  const here = referenceOf(issue.statusId);
  return call.workflows.ofProject(project).transitions.flatMap((rules) => {
    const to = project.statuses.find(({ id }) => referenceOf(id) === rules.toStatusReference);
    const starts =
      rules.type === 'GLOBAL' ||
      (rules.type === 'DIRECTED' &&
        rules.links?.some(({ fromStatusReference }) => fromStatusReference === here));
    if (!to || !starts || to.id === issue.statusId) return [];
    return [{ id: rules.id, name: rules.name, to, rules }];
  });
}
