// What became of asynchronous calls. Source: Atlassian, REST v3, group "Tasks".
import { TASK_LIFE_MS } from '../constants';
import { refuse } from '../errors';
import { type Call, ok, READ, type Reply, route, type Route } from '../services';
import { findTask } from '../tasks';

export const taskRoutes: Route[] = [route('GET', '/task/{taskId}', READ, readTask)];

function readTask(call: Call): Reply {
  const task = findTask(call, call.params['taskId'] ?? '');
  const now = call.clock.now();
  if (!task || now - task.submitted > TASK_LIFE_MS) throw refuse(404, 'The task was not found.');
  const own = task.accountId === call.viewer.accountId;
  if (!own && !call.viewer.siteAdmin) throw refuse(403, 'The task belongs to someone else.');
  return ok({
    self: `${call.baseUrl}/rest/api/3/task/${task.id}`,
    id: task.id,
    description: task.description,
    status: task.status,
    progress: task.status === 'COMPLETE' ? 100 : 0,
    submittedBy: 10_000,
    submitted: task.submitted,
    elapsedRuntime: (task.finished ?? now) - task.submitted,
    lastUpdate: task.finished ?? task.submitted,
    ...(task.finished === null ? {} : { started: task.submitted, finished: task.finished }),
    ...(task.status === 'COMPLETE'
      ? { result: { changed: task.changed, skipped: task.skipped } }
      : {}),
    ...(task.message === undefined ? {} : { message: task.message }),
  });
}
