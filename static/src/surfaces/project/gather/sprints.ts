// The sprints that are under way, and the next one of each board.
import type { JiraSprint } from '../../../../../src/adapters/jira/answers';
import { BOARDS_READ } from './bounds';
import type { JiraCall } from './jira-call';

export interface Sprint {
  id: number;
  name: string;
  active: boolean;
  /** Instants in milliseconds; null while it has no days. */
  from: number | null;
  to: number | null;
  /** What its team wrote as its goal; empty when nothing. */
  goal: string;
}

/** Why there is nothing to show, or what there is. */
export type SprintList =
  | { kind: 'no-board' }
  | { kind: 'no-sprints'; more: boolean }
  /** Jira does not let this viewer see boards. */
  | { kind: 'hidden' }
  /** `more`: there are more boards with sprints than the first that were read. */
  | { kind: 'sprints'; sprints: Sprint[]; more: boolean };

const PAGE = 50;

/** Only scrum boards and those of team-managed projects can have sprints. */
const hasSprints = (type: string): boolean => type === 'scrum' || type === 'simple';

const instant = (text: string | undefined): number | null => {
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : ms;
};

const sprintOf = ({ id, name, state, startDate, endDate, goal }: JiraSprint): Sprint => ({
  id,
  name,
  active: state === 'active',
  from: instant(startDate),
  to: instant(endDate),
  goal: goal?.trim() ?? '',
});

/** All active ones and the first that is to come: Jira gives them in their order. */
function currentSprints(sprints: readonly JiraSprint[]): Sprint[] {
  const next = sprints.find(({ state }) => state === 'future');
  return sprints.filter((sprint) => sprint.state === 'active' || sprint === next).map(sprintOf);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** Reads up to three boards. @throws {CallError} when Jira fails otherwise than by refusing */
export async function readSprints(jira: JiraCall, projectId: string): Promise<SprintList> {
  const found = await jira('boards', {
    query: { projectKeyOrId: projectId, maxResults: PAGE },
  }).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === 'forbidden' || code === 'not_found') return null;
    throw error;
  });
  if (!found) return { kind: 'hidden' };
  if (found.values.length === 0) return { kind: 'no-board' };
  const fitting = found.values
    .filter(({ type }) => hasSprints(type))
    .sort((a, b) => Number(b.type === 'scrum') - Number(a.type === 'scrum'));
  const boards = fitting.slice(0, BOARDS_READ);
  const more = fitting.length > boards.length;
  const lists = await Promise.all(
    boards.map(({ id }) =>
      jira('sprints', {
        params: { boardId: String(id) },
        query: { state: 'active,future', maxResults: PAGE },
      }).catch((error: unknown) => {
        // A board without sprints answers "bad request".
        if (codeOf(error) === 'invalid_input') return { values: [] };
        throw error;
      }),
    ),
  );
  const sprints = lists.flatMap(({ values }) => currentSprints(values));
  const unique = [...new Map(sprints.map((sprint) => [sprint.id, sprint])).values()];
  return unique.length === 0
    ? { kind: 'no-sprints', more }
    : {
        kind: 'sprints',
        sprints: unique.sort((a, b) => Number(b.active) - Number(a.active)),
        more,
      };
}
