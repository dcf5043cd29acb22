// Reading and writing workflows. Source: Atlassian, REST v3, group "Workflows".
import { z } from 'zod';
import { SITE_ZONE } from '../constants';
import { refuse, unauthenticated } from '../errors';
import { hasGlobal, hasInProject } from '../permissions';
import { readBody } from '../reading';
import { type Call, ok, type Reply, route, type Route, writing } from '../services';
import { problemsOf, type WorkflowProblem } from '../workflow/check';
import {
  referenceOf,
  type Transition,
  type UpdateBody,
  updateBody,
  uuidOf,
  type Workflow,
  type WorkflowUpdate,
} from '../workflow/document';
import { jiraDate } from '../zones';

const CONFIGURE = ['manage:jira-configuration'];
const readSchema = z.strictObject({
  workflowIds: z.array(z.string()).optional(),
  workflowNames: z.array(z.string()).optional(),
  projectAndIssueTypes: z
    .array(z.strictObject({ projectId: z.string(), issueTypeId: z.string() }))
    .optional(),
});
const validateSchema = z.strictObject({
  payload: updateBody,
  validationOptions: z
    .strictObject({ levels: z.array(z.enum(['WARNING', 'ERROR'])).optional() })
    .optional(),
});

export const workflowRoutes: Route[] = [
  route('POST', '/workflows', CONFIGURE, read),
  writing('POST', '/workflows/update', CONFIGURE, (call) =>
    update(call, readBody(call, updateBody)),
  ),
  route('POST', '/workflows/update/validation', CONFIGURE, (call) => {
    const { payload } = readBody(call, validateSchema);
    return ok({ errors: checked(call, payload).flatMap(({ problems }) => problems) });
  }),
];

function read(call: Call): Reply {
  const body = readBody(call, readSchema);
  const byProject = (body.projectAndIssueTypes ?? []).map(({ projectId, issueTypeId }) => {
    const project = call.catalog.project(projectId);
    if (!project || !call.viewer.seesProject(projectId)) {
      throw refuse(400, `No project could be found with id '${projectId}'.`);
    }
    if (!project.issueTypes.some(({ id }) => id === issueTypeId)) {
      throw refuse(400, `The project has no issue type ${issueTypeId}.`);
    }
    return call.workflows.ofProject(project).id;
  });
  const wanted = new Set([...byProject, ...(body.workflowIds ?? [])]);
  const found = call.workflows
    .all()
    .filter(({ id, name }) => wanted.has(id) || body.workflowNames?.includes(name));
  for (const workflow of found) demandAdministration(call, workflow);
  return ok(shown(call, found), { objects: found.length });
}

/** @throws JiraError 401, as described: shared workflows are for Jira admins, a project's own also for its admins. */
function demandAdministration(call: Call, { projectId }: Workflow): void {
  if (call.viewer.anonymous) throw unauthenticated();
  const may =
    hasGlobal(call.viewer, 'ADMINISTER') ||
    (projectId !== null && hasInProject(call.viewer, 'ADMINISTER_PROJECTS', projectId));
  if (!may) throw refuse(401, 'You do not have permission to administer this workflow.');
}

interface Checked {
  before: Workflow;
  sent: WorkflowUpdate;
  problems: WorkflowProblem[];
}

function checked(call: Call, { statuses, workflows }: UpdateBody): Checked[] {
  return workflows.map((sent) => {
    const before = call.workflows.find(sent.id);
    if (!before) throw refuse(400, `The workflow ${sent.id} was not found.`);
    demandAdministration(call, before);
    const { version } = before;
    const same =
      version.id === sent.version.id && version.versionNumber === sent.version.versionNumber;
    if (!same) {
      throw refuse(409, `The workflow ${before.name} was changed since it was read.`);
    }
    const projects = call.workflows.projectsOf(before);
    const problems = problemsOf(sent, { app: call.app, projects, before, statuses });
    return { before, sent, problems };
  });
}

function update(call: Call, body: UpdateBody): Reply {
  const all = checked(call, body);
  const messages = all.flatMap(({ problems }) => problems.map(({ message }) => message));
  if (messages.length > 0) throw refuse(400, ...messages);
  const saved = call.db.transaction(() =>
    all.map(({ before, sent }) => {
      // A checked transition lacks nothing.
      const transitions = sent.transitions.map((one) => withRuleIds(one as Transition));
      return call.workflows.save({ ...before, ...sent, transitions });
    }),
  );
  return ok({ ...shown(call, saved), taskId: null });
}

function withRuleIds(transition: Transition): Transition {
  const validators = (transition.validators ?? []).map((rule, n) => ({
    ...rule,
    id:
      rule.id ?? rule.parameters?.['id'] ?? uuidOf(`${transition.id} ${String(n)} ${rule.ruleKey}`),
  }));
  return { ...transition, validators };
}

const CATEGORY = { new: 'TODO', indeterminate: 'IN_PROGRESS', done: 'DONE' } as const;

function shown(call: Call, workflows: readonly Workflow[]) {
  const scopeOf = (projectId: string | null) =>
    projectId === null ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: projectId } };
  const statuses = new Map(
    workflows.flatMap((workflow) =>
      call.workflows.projectsOf(workflow).flatMap((project) =>
        project.statuses.map((status) => {
          const statusReference = referenceOf(status.id);
          const { id, name } = status;
          const statusCategory = CATEGORY[status.category];
          const scope = scopeOf(workflow.projectId);
          return [
            id,
            { id, name, description: '', scope, statusCategory, statusReference },
          ] as const;
        }),
      ),
    ),
  );
  return {
    statuses: [...statuses.values()],
    workflows: workflows.map(({ projectId, created, updated, ...workflow }) => ({
      ...workflow,
      scope: scopeOf(projectId),
      isEditable: true,
      created: jiraDate(created, SITE_ZONE),
      updated: jiraDate(updated, SITE_ZONE),
      taskId: null,
      statuses: workflow.statuses.map((status) => ({ ...status, deprecated: false })),
    })),
  };
}
