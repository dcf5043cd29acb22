// Boards and sprints. Source: Atlassian, Jira Software REST, groups "Board" and "Sprint".
import { refuse, unauthenticated } from '../errors';
import { type SiteBoard } from '../api';
import { findProject, pageOf, readList } from '../reading';
import { type Call, ok, type Reply, route, type Route } from '../services';
import { boardJson, sprintJson } from '../shapes/sprints';

const READ_BOARDS = ['read:board-scope:jira-software', 'read:project:jira'];
const READ_SPRINTS = ['read:sprint:jira-software'];
const STATES = ['future', 'active', 'closed'];
const TYPES = ['scrum', 'kanban', 'simple'];

export const boardRoutes: Route[] = [
  route('GET', '/rest/agile/1.0/board', READ_BOARDS, listBoards),
  route('GET', '/rest/agile/1.0/board/{boardId}/sprint', READ_SPRINTS, listSprints),
];

/** Boards of projects that the caller sees. @throws JiraError 401 for an anonymous caller. */
function visibleBoards(call: Call): SiteBoard[] {
  if (call.viewer.anonymous) throw unauthenticated();
  return call.boards.boards().filter((board) => call.viewer.seesProject(board.projectId));
}

function listBoards(call: Call): Reply {
  const idOrKey = call.query.get('projectKeyOrId');
  const project = idOrKey === null ? undefined : findProject(call, idOrKey);
  if (idOrKey !== null && !project) {
    throw refuse(400, `No project could be found with key or id '${idOrKey}'.`);
  }
  const types = known(readList(call, 'type'), TYPES, 'board type');
  const boards = visibleBoards(call)
    .filter((board) => project === undefined || board.projectId === project.id)
    .filter((board) => types.length === 0 || types.includes(board.type));
  return ok(page(call, boards, (board) => boardJson(call, board)));
}

function listSprints(call: Call): Reply {
  const id = call.params['boardId'] ?? '';
  const board = visibleBoards(call).find((one) => String(one.id) === id);
  if (!board) throw refuse(404, 'Board does not exist or you do not have permission to see it.');
  if (!board.sprints) throw refuse(400, 'The board does not support sprints');
  const states = known(readList(call, 'state'), STATES, 'sprint state');
  const sprints = call.boards
    .sprints(board.id)
    .filter((sprint) => states.length === 0 || states.includes(sprint.state))
    // Closed ones first, then the active ones, then those to come.
    .sort((a, b) => STATES.indexOf(b.state) - STATES.indexOf(a.state) || a.id - b.id);
  return ok(page(call, sprints, (sprint) => sprintJson(call, sprint)));
}

function page<T>(call: Call, all: readonly T[], show: (item: T) => unknown) {
  const { self: _self, ...rest } = pageOf(call, all, show);
  return rest;
}

function known(values: readonly string[], all: readonly string[], what: string) {
  const wrong = values.find((value) => !all.includes(value));
  if (wrong !== undefined) throw refuse(400, `The ${what} '${wrong}' is not known.`);
  return values;
}
