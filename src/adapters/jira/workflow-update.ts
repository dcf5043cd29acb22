// A workflow can only be written as a whole. This builds what is sent back from what was read, and
// refuses where something would be lost on the way.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { JiraTransition, JiraWorkflow, JiraWorkflows } from './answers';

/** Parts that an update takes. */
const TAKEN = {
  workflow: ['id', 'description', 'version', 'startPointLayout', 'loopedTransitionContainerLayout'],
  status: ['statusReference', 'layout', 'properties', 'approvalConfiguration'],
  statusDetails: ['id', 'name', 'description', 'statusCategory', 'statusReference'],
  transition: [
    'id',
    'name',
    'description',
    'type',
    'toStatusReference',
    'links',
    'actions',
    'conditions',
    'validators',
    'triggers',
    'properties',
    'transitionScreen',
    'customIssueEventId',
  ],
};
/** Parts that Jira only tells. */
const TOLD = {
  workflow: [
    'name',
    'scope',
    'created',
    'updated',
    'isEditable',
    'taskId',
    'statuses',
    'transitions',
  ],
  status: ['deprecated'],
};

type Bag = Record<string, unknown>;

const there = (bag: Bag): string[] =>
  Object.keys(bag).filter((name) => bag[name] !== undefined && bag[name] !== null);

/** The named parts that are there; Jira tells null where its update wants nothing. */
const pick = (from: Bag, names: readonly string[]): Bag =>
  Object.fromEntries(
    there(from)
      .filter((name) => names.includes(name))
      .map((name) => [name, from[name]]),
  );

const knows = (bag: Bag, ...names: (readonly string[])[]): boolean =>
  there(bag).every((name) => names.some((list) => list.includes(name)));

/** A transition that says where it leads, and from where if it is bound to that. */
const isWhole = ({ type, toStatusReference, links }: JiraTransition): boolean =>
  Boolean(toStatusReference) && (type !== 'DIRECTED' || (links ?? []).length > 0);

/** @throws AppError limit_reached for a workflow with parts that would not be sent back */
function expectKnown(workflow: JiraWorkflow): void {
  const whole =
    knows(workflow, TAKEN.workflow, TOLD.workflow) &&
    workflow.statuses.every((status) => knows(status, TAKEN.status, TOLD.status)) &&
    workflow.transitions.every(
      (transition) => isWhole(transition) && knows(transition, TAKEN.transition),
    );
  if (!whole) throw new AppError('limit_reached', MESSAGES.setup.workflowUnknown);
}

/**
 * The body of an update that changes nothing but the transitions.
 * @param found everything that was read with the workflow
 * @param transitions all transitions of the workflow, as they shall be
 */
export function updateBody(
  workflow: JiraWorkflow,
  found: JiraWorkflows,
  transitions: readonly JiraTransition[],
): Bag {
  expectKnown(workflow);
  const references = new Set(workflow.statuses.map(({ statusReference }) => statusReference));
  return {
    statuses: found.statuses
      .filter(({ statusReference }) => references.has(statusReference))
      .map((status) => pick(status, TAKEN.statusDetails)),
    workflows: [
      {
        ...pick(workflow, TAKEN.workflow),
        statuses: workflow.statuses.map((status) => pick(status, TAKEN.status)),
        transitions: transitions.map((transition) => pick(transition, TAKEN.transition)),
      },
    ],
  };
}
