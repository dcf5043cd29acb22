// The workflows of a project and the gate in them, as the user. A workflow can only be written as a
// whole: what is not known here is sent back as it was read.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { GateTransition, GateWorkflow, Workflows } from '../../ports';
import type { JiraTransition, JiraWorkflow, JiraWorkflows } from './answers';
import type { JiraClient } from './client';
import { updateBody } from './workflow-update';

/** Rule of a workflow validator that a Forge app declares with an expression. */
const RULE = 'forge:expression-validator';
/** Type of the transition by which items come into being, and the category in which work happens. */
const CREATE = 'INITIAL';
const DOING = 'IN_PROGRESS';

interface Names {
  /** ARI of the gate; only known inside an invocation. */
  gate: () => string;
  newId: () => string;
}

/** Workflows through Jira's REST interface; every call is made as the user. */
export function jiraWorkflows(jira: JiraClient, { gate, newId }: Names): Workflows {
  const read = (projectId: string, typeIds: readonly string[]): Promise<JiraWorkflows> =>
    jira.call('readWorkflows', {
      as: 'user',
      body: { projectAndIssueTypes: typeIds.map((issueTypeId) => ({ projectId, issueTypeId })) },
    });

  const isGate = (rule: { ruleKey: string; parameters?: Record<string, unknown> | undefined }) =>
    rule.ruleKey === RULE && rule.parameters?.['key'] === gate();
  // A rule that somebody disabled refuses nothing.
  const isPlaced = ({ validators }: JiraTransition): boolean =>
    (validators ?? []).some((rule) => isGate(rule) && rule.parameters?.['disabled'] !== 'true');

  function transitionOf(transition: JiraTransition, found: JiraWorkflows): GateTransition {
    const status = (reference: string | null | undefined) =>
      found.statuses.find(({ statusReference }) => statusReference === reference);
    const to = status(transition.toStatusReference);
    const starting = (transition.links ?? []).flatMap(
      ({ fromStatusReference }) => status(fromStatusReference) ?? [],
    );
    const outside = starting.some(({ statusCategory }) => statusCategory !== DOING);
    return {
      id: transition.id,
      name: transition.name,
      from: starting.map(({ name }) => name),
      to: to?.name ?? '',
      starts:
        transition.type !== CREATE &&
        to?.statusCategory === DOING &&
        (outside || starting.length === 0),
      creates: transition.type === CREATE,
      placed: isPlaced(transition),
    };
  }

  // Nothing can be answered before an item exists, so the gate belongs on no Create transition. Where
  // somebody put it there by hand it is told, to be taken off.
  const isOffered = (transition: JiraTransition): boolean =>
    transition.type !== CREATE || isPlaced(transition);

  const workflowOf = (workflow: JiraWorkflow, found: JiraWorkflows): GateWorkflow => ({
    id: workflow.id,
    name: workflow.name,
    version: workflow.version.versionNumber,
    shared: workflow.scope?.type !== 'PROJECT',
    editable: workflow.isEditable !== false && !workflow.taskId,
    transitions: workflow.transitions
      .filter(isOffered)
      .map((transition) => transitionOf(transition, found)),
  });

  function withGate(transition: JiraTransition, wanted: boolean): JiraTransition {
    const rules = transition.validators ?? [];
    if (wanted ? isPlaced(transition) : !rules.some(isGate)) return transition;
    const others = rules.filter((rule) => !isGate(rule));
    const rule = {
      ruleKey: RULE,
      parameters: { key: gate(), config: '{}', disabled: 'false', id: newId() },
    };
    return { ...transition, validators: wanted ? [...others, rule] : others };
  }

  return {
    async ofProject(projectId, typeIds) {
      const found = await read(projectId, typeIds);
      return found.workflows.map((workflow) => workflowOf(workflow, found));
    },
    async place({ projectId, typeIds, workflowId, version }, transitionIds) {
      const found = await read(projectId, typeIds);
      const workflow = found.workflows.find(({ id }) => id === workflowId);
      if (!workflow) throw new AppError('not_found', MESSAGES.setup.workflowGone);
      const stale = (): AppError => new AppError('conflict', MESSAGES.setup.workflowChanged);
      if (workflow.version.versionNumber !== version) throw stale();
      if (!workflowOf(workflow, found).editable)
        throw new AppError('invalid_input', MESSAGES.setup.workflowFixed);
      const possible = workflow.transitions.filter(isOffered);
      if (transitionIds.some((id) => !possible.some((transition) => transition.id === id)))
        throw new AppError('invalid_input', MESSAGES.setup.transitionGone);
      const next = workflow.transitions.map((transition) =>
        withGate(transition, transitionIds.includes(transition.id)),
      );
      const changed = workflow.transitions.filter((transition, n) => transition !== next[n]);
      if (changed.length === 0) return [];
      const body = updateBody(workflow, found, next);
      await jira.send('updateWorkflows', { as: 'user', body }).catch(async (error: unknown) => {
        // How Jira words an overtaken version is not documented, so look.
        const now = await read(projectId, typeIds);
        const there = now.workflows.find(({ id }) => id === workflowId);
        if (there?.version.versionNumber === version) throw error;
        // Only the reply was lost when the workflow is as it was to become.
        const unheard = error instanceof AppError && error.code === 'jira_unavailable';
        const asAsked = there?.transitions.every(
          (transition) => isPlaced(transition) === transitionIds.includes(transition.id),
        );
        if (!unheard || !asAsked) throw stale();
      });
      return changed.map(({ id, name, validators }) => ({
        id,
        name,
        validators: validators ?? [],
      }));
    },
  };
}
