// Pinning issue panels to projects. Source: Atlassian, REST v3, group "Issue panels"; the status call
// by the description of jira.js.
import { z } from 'zod';
import { refuse, unauthenticated } from '../errors';
import { hasGlobal } from '../permissions';
import { findProject, readBody } from '../reading';
import { type Call, ok, type Reply, route, type Route, writing } from '../services';
import { submitTask } from '../tasks';
import { moduleAri } from '../workflow/app-rules';

const PATH = '/forge/panel/action/bulk';
const PIN = ['manage:jira-project'];
const pinBody = z.strictObject({
  moduleId: z.string(),
  projectList: z
    .array(z.strictObject({ projectIdOrKey: z.string(), action: z.enum(['PIN', 'UNPIN']) }))
    .min(1),
});
const statusBody = z.strictObject({ moduleId: z.string(), projectList: z.array(z.string()) });

export const panelRoutes: Route[] = [
  writing('POST', `${PATH}/async`, PIN, pin),
  route('POST', `${PATH}/status`, PIN, status),
];

function pin(call: Call): Reply {
  const { moduleId, projectList } = readBody(call, pinBody);
  const moduleKey = panelOf(call, moduleId);
  const pins = projectList.map(({ projectIdOrKey, action }) => {
    const project = findProject(call, projectIdOrKey);
    if (!project) throw refuse(400, missing(projectIdOrKey));
    return { moduleKey, projectId: project.id, pinned: action === 'PIN' };
  });
  const work = { issueIds: [], set: {}, remove: [], pins };
  const task = submitTask(call, call.viewer, 'Pin issue panels', work);
  return { status: 202, json: { taskId: task.id } };
}

function status(call: Call): Reply {
  const { moduleId, projectList } = readBody(call, statusBody);
  const moduleKey = panelOf(call, moduleId);
  const statuses = projectList.map((projectIdOrKey) => {
    const project = findProject(call, projectIdOrKey);
    if (!project) return { projectIdOrKey, pinned: false, error: missing(projectIdOrKey) };
    const pinnedAt = call.panels.pinnedAt(moduleKey, project.id);
    return { projectIdOrKey, pinned: pinnedAt !== undefined, ...(pinnedAt ? { pinnedAt } : {}) };
  });
  return ok({ moduleId, statuses });
}

/** The key of a panel of the app. @throws JiraError 401, 403, or 400 for any other module */
function panelOf(call: Call, moduleId: string): string {
  if (call.viewer.anonymous) throw unauthenticated();
  if (!hasGlobal(call.viewer, 'ADMINISTER')) {
    throw refuse(403, 'You do not have permission to administer Jira.');
  }
  const key = call.app.panels?.find((one) => moduleAri(call.app, one) === moduleId);
  if (key === undefined) throw refuse(400, `There is no issue panel ${moduleId}.`);
  return key;
}

const missing = (idOrKey: string) => `No project could be found with key or id '${idOrKey}'.`;
