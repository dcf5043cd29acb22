// Whether the issue panel is shown on every item of a project. Jira lets only its administrators ask.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { Panels } from '../../ports';
import type { JiraClient } from './client';
import { finishTask, type Waiting } from './wait-for-task';

/** Six seconds: the function that waits may run for 25. */
const POLLS = 12;

/** Pins through Jira's REST interface; every call is made as the user. */
export function jiraPanels(
  jira: JiraClient,
  { panel, sleep }: Waiting & { panel: () => string },
): Panels {
  return {
    async isPinned(projectId) {
      const { statuses } = await jira.call('panelPins', {
        as: 'user',
        body: { moduleId: panel(), projectList: [projectId] },
      });
      const [found] = statuses;
      if (!found || found.error)
        throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable, {
          cause: new Error('panelPins: no status for the project'),
        });
      return found.pinned === true;
    },
    async pin(projectId, pinned) {
      const { taskId } = await jira.call('pinPanel', {
        as: 'user',
        body: {
          moduleId: panel(),
          projectList: [{ projectIdOrKey: projectId, action: pinned ? 'PIN' : 'UNPIN' }],
        },
      });
      return taskId;
    },
    async finished(taskId) {
      await finishTask(jira, 'user', taskId, { what: 'pinPanel', polls: POLLS, sleep }).catch(
        (cause: unknown) => {
          throw new AppError('jira_unavailable', MESSAGES.setup.slow, { cause });
        },
      );
    },
  };
}
