// Boards and sprints as the agile API shows them, and the Sprint field of an issue.
import { type SiteBoard, type SiteSprint } from '../api';
import { type Call, type Services } from '../services';
import { type IssueRecord } from '../store';

/** A `Board` of the agile API; one whose project is gone stands nowhere. */
export function boardJson(services: Services, board: SiteBoard): unknown {
  const project = services.catalog.project(board.projectId);
  const shown = project && `${project.name} (${project.key})`;
  return {
    id: board.id,
    self: `${services.baseUrl}/rest/agile/1.0/board/${String(board.id)}`,
    name: board.name,
    type: board.type,
    ...(project
      ? {
          location: {
            projectId: Number(project.id),
            displayName: shown,
            projectName: project.name,
            projectKey: project.key,
            projectTypeKey: 'software',
            name: shown,
          },
        }
      : {}),
    isPrivate: false,
  };
}

/** A `Sprint` of the agile API: moments as ISO text in UTC, those that have not come left out. */
export function sprintJson(services: Services, sprint: SiteSprint): unknown {
  return {
    ...summary(sprint),
    self: `${services.baseUrl}/rest/agile/1.0/sprint/${String(sprint.id)}`,
    originBoardId: sprint.boardId,
  };
}

/** The value of the Sprint field: null for an issue that never was in one. */
export function sprintsJson({ boards }: Call, issue: IssueRecord): unknown {
  const own = (issue.sprintIds ?? []).flatMap((id) => boards.sprint(id) ?? []);
  return own.length === 0 ? null : own.map((one) => ({ ...summary(one), boardId: one.boardId }));
}

function summary(sprint: SiteSprint): Record<string, unknown> {
  const date = (name: 'startDate' | 'endDate' | 'completeDate') => {
    const ms = sprint[name];
    return ms === null ? {} : { [name]: new Date(ms).toISOString() };
  };
  return {
    id: sprint.id,
    state: sprint.state,
    name: sprint.name,
    ...date('startDate'),
    ...date('endDate'),
    ...date('completeDate'),
    goal: sprint.goal,
  };
}
