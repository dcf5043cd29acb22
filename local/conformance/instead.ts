// What stands in for schemas that the description lacks, from the examples and the texts of its own
// pages. They count as exceptions: one whose place the description has filled fails the check.
export interface Instead {
  /** Short name, by which the check speaks of it. */
  id: string;
  /** Method and path as the description writes them. */
  call: string;
  /** `answer 200`, or `query` and the name of a parameter. */
  part: string;
  schema: Record<string, unknown>;
  reason: string;
  /** Public address of what says so. */
  page: string;
}

const BOARDS = 'https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/';
const SPRINTS = `${BOARDS}#api-rest-agile-1-0-board-boardid-sprint-get`;

const whole = { type: 'integer', format: 'int64' };
const moment = { type: 'string', format: 'date-time' };
const listOf = (...words: string[]) => ({ type: 'array', items: { type: 'string', enum: words } });
const STATES = ['future', 'active', 'closed'];

const sprint = {
  type: 'object',
  required: ['id', 'state', 'name'],
  properties: {
    id: whole,
    self: { type: 'string', format: 'uri' },
    state: { type: 'string', enum: STATES },
    name: { type: 'string' },
    startDate: moment,
    endDate: moment,
    completeDate: moment,
    createdDate: moment,
    originBoardId: whole,
    goal: { type: 'string' },
  },
};

export const INSTEAD: readonly Instead[] = [
  {
    id: 'sprints-of-a-board',
    call: 'GET /rest/agile/1.0/board/{boardId}/sprint',
    part: 'answer 200',
    schema: {
      type: 'object',
      required: ['values'],
      properties: {
        maxResults: whole,
        startAt: whole,
        total: whole,
        isLast: { type: 'boolean' },
        values: { type: 'array', items: sprint },
      },
    },
    reason: 'The answer has an example and no schema.',
    page: SPRINTS,
  },
  {
    id: 'states-of-sprints',
    call: 'GET /rest/agile/1.0/board/{boardId}/sprint',
    part: 'query state',
    schema: listOf(...STATES),
    reason: 'The text speaks of words between commas, the schema of an object without members.',
    page: SPRINTS,
  },
  {
    id: 'kinds-of-boards',
    call: 'GET /rest/agile/1.0/board',
    part: 'query type',
    schema: listOf('scrum', 'kanban', 'simple'),
    reason: 'The text speaks of words between commas, the schema of an object without members.',
    page: `${BOARDS}#api-rest-agile-1-0-board-get`,
  },
];

/** Whether a schema says what a value is; an object of which nothing is known is none. */
const says = ({ type, additionalProperties: _others, ...more }: Record<string, unknown>): boolean =>
  (type !== undefined && type !== 'object') || Object.keys(more).length > 0;

/** What has to stand in for the schema of a part; undefined where it says something itself. */
export const insteadOf = (
  call: string,
  part: string,
  schema: Record<string, unknown>,
): Instead | undefined =>
  says(schema) ? undefined : INSTEAD.find((one) => one.call === call && one.part === part);
