// A site whose workflows hold the rule of an app, and what its admins send.
import { type Caller } from '../../../local/jira/api';
import { as, createTestSite, makeIssue } from './support';

const GATE = {
  key: 'gate',
  name: 'Gate',
  expression: "config != null && config.off == true ? true : 'Say why first.'",
  errorMessage: 'The gate failed.',
  projectTypes: ['company-managed', 'team-managed'],
};

interface Rule {
  ruleKey: string;
  id?: string;
  parameters: Record<string, string>;
}
export interface Transition {
  id: string;
  name?: string;
  type: string;
  toStatusReference: string;
  links: { fromStatusReference: string }[];
  validators: Rule[];
  actions: unknown[];
}
interface Workflow {
  id: string;
  name: string;
  version: { id: string; versionNumber: number };
  scope: unknown;
  statuses: { statusReference: string; properties: object }[];
  transitions: Transition[];
}
export interface Found {
  statuses: { id: string; name: string; statusReference: string; statusCategory: string }[];
  workflows: Workflow[];
}

export function office(scopes?: readonly string[]) {
  const app = { validators: [GATE], ...(scopes ? { scopes } : {}) };
  const site = createTestSite({ app });
  const inLab = { id: '20001', key: 'LAB-1', projectId: '2', typeId: '201', statusId: '21' };
  site.jira.site.addIssues([makeIssue(1), makeIssue(2, inLab)]);
  const pair = (projectId: string) => ({ projectId, issueTypeId: `${projectId}01` });
  const ask = (caller: Caller, projectId = '1') =>
    site.call(caller, 'POST', '/workflows', { projectAndIssueTypes: [pair(projectId)] });
  const read = async (projectId = '1') => {
    const { json } = await ask(as('admin'), projectId);
    const { statuses, workflows } = json as Found;
    const [workflow] = workflows;
    if (!workflow) throw new Error('no workflow');
    return { statuses, workflow };
  };
  /** Sends a workflow back as it was read, with other transitions. */
  const bodyOf = ({ statuses, workflow }: Awaited<ReturnType<typeof read>>, change?: unknown) => {
    const { id, version, transitions } = workflow;
    const own = workflow.statuses.map(({ statusReference, properties }) => ({
      statusReference,
      properties,
    }));
    return {
      statuses: statuses.map(({ id: statusId, name, statusReference, statusCategory }) => ({
        id: statusId,
        name,
        statusReference,
        statusCategory,
      })),
      workflows: [{ id, version, statuses: own, transitions: change ?? transitions }],
    };
  };
  const update = (caller: Caller, body: unknown) =>
    site.call(caller, 'POST', '/workflows/update', body);
  const start = (key = 'SHOP-1', id = '21') =>
    site.call(as('dev'), 'POST', `/issue/${key}/transitions`, { transition: { id } });
  return { ...site, ask, read, bodyOf, update, start };
}

export const without = (transitions: readonly Transition[]): Transition[] =>
  transitions.map((one) => ({ ...one, validators: [] }));
