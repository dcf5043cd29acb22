// A Jira that keeps one set of workflows, below the adapter: it answers reads and takes updates, and
// may refuse them or let somebody else come first.
import { jiraClient } from '../../../src/adapters/jira/client';
import type { JiraCall } from '../../../src/adapters/jira/transport';
import { AppError } from '../../../src/domain/errors';
import { jiraWorkflows } from '../../../src/adapters/jira/jira-workflows';

const GATE = 'ari:cloud:ecosystem::extension/app/env/static/ladder-gate';
const RULE = 'forge:expression-validator';

export interface Rule {
  ruleKey: string;
  id?: string | null;
  parameters?: Record<string, string>;
}
export interface Transition {
  id: string;
  name: string;
  type: string;
  toStatusReference: string;
  validators?: Rule[] | null;
  [other: string]: unknown;
}
export interface Workflow {
  id: string;
  name: string;
  version: { id: string; versionNumber: number };
  statuses: { statusReference: string; [other: string]: unknown }[];
  transitions: Transition[];
  [other: string]: unknown;
}
export interface Site {
  statuses: { statusReference: string; [other: string]: unknown }[];
  workflows: Workflow[];
}
export interface Update {
  statuses: unknown[];
  workflows: Workflow[];
}

export const isGate = (rule: Rule) => rule.ruleKey === RULE && rule.parameters?.['key'] === GATE;
export const gateRule = (more: Record<string, string> = {}): Rule => ({
  ruleKey: RULE,
  id: 'of-the-gate',
  parameters: { key: GATE, config: '{}', disabled: 'false', ...more },
});

/** What becomes of an update: a status, and whether Jira kept it all the same. */
export interface Fate {
  status: number;
  kept?: boolean;
  /** Somebody else writes just before. */
  overtaken?: boolean;
}

export function workflowSite(site: Site, fate: Fate = { status: 200, kept: true }) {
  const held: Site = structuredClone(site);
  const updates: Update[] = [];
  const reads: unknown[] = [];
  const next = (workflow: Workflow) => ({
    ...workflow,
    version: { id: workflow.version.id, versionNumber: workflow.version.versionNumber + 1 },
  });
  const keep = (update: Update) => {
    held.workflows = held.workflows.map((workflow) => {
      const sent = update.workflows.find(({ id }) => id === workflow.id);
      return sent ? next({ ...workflow, ...structuredClone(sent) }) : workflow;
    });
  };
  const answer = ({ path, body }: JiraCall): { status: number; json: unknown } => {
    if (path.endsWith('/workflows')) {
      reads.push(body);
      return { status: 200, json: held };
    }
    const update = body as Update;
    updates.push(update);
    if (fate.overtaken) held.workflows = held.workflows.map(next);
    if (fate.kept) keep(update);
    return { status: fate.status, json: {} };
  };
  const client = jiraClient(async (call) => {
    if (call.as !== 'user') throw new Error('workflows are read and written as the user');
    const { status, json } = answer(call);
    return { status, header: () => null, text: async () => JSON.stringify(json) };
  });
  let ids = 0;
  const newId = () => `new-${String((ids += 1))}`;
  const workflows = jiraWorkflows(client, { gate: () => GATE, newId });
  return { workflows, held, updates, reads };
}

/** Names a workflow as it was read. */
export const whereOf = (workflow: Workflow) => ({
  projectId: '1',
  typeIds: ['101', '102'],
  workflowId: workflow.id,
  version: workflow.version.versionNumber,
});
/** What a refusal says: its code and its sentence. */
export const codeOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? [error.code, error.message] : error;
};

/** Ids of the transitions on which the gate stands. */
export const placedIn = (workflow: Workflow) =>
  workflow.transitions.filter(({ validators }) => validators?.some(isGate)).map(({ id }) => id);
