// A project with two goals whose backlog has epics without an answer, for tests of the Backlog tab.
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import { parentFactsOf } from '../../../../src/adapters/jira/items';
import type { Frame } from '../../../../src/domain/band';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import {
  nowSums,
  partSums,
  sprintSums,
  type NowName,
  type PartName,
  type Place,
} from '../../../../static/src/surfaces/project/gather/backlog-counts';
import { coverJql } from '../../../../static/src/surfaces/project/gather/cover';
import type { FrameSite } from '../frame';
import { aGoal, goalViewOf, openedProject } from '../opened';
import { answer, EPIC, STORY } from '../site';

const checkout = goalViewOf(aGoal());
const contacts = goalViewOf(
  aGoal({ id: 'g2', achieve: 'fewer contacts', metric: 'Contacts', direction: 'down', target: 1 }),
);
const goals = [checkout, contacts];

const answered: JiraIssue = {
  id: '100',
  key: 'SHOP-100',
  fields: { summary: 'Answered epic', issuetype: EPIC },
  properties: answer('g1'),
};

const frame: Frame = {
  goals,
  rules: DEFAULT_RULES,
  standardTypeIds: [STORY.id],
  undelivered: { resolutionIds: [], statusIds: [] },
  parents: [parentFactsOf(answered)],
};
const place: Place = { projectId: '10', zone: 'UTC', frame };
const TODAY = '2026-11-21';

/** An open epic as a search gives it. */
export const epic = (n: number, properties: Record<string, unknown> = {}): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: { summary: `Epic ${n}`, issuetype: EPIC },
  properties,
});

const PARTS: Record<PartName, number> = {
  asked: 100,
  own: 20,
  parent: 15,
  run: 6,
  half: 9,
  none: 50,
  exempt: 4,
  parked: 2,
};

interface Backlog {
  parts?: Partial<Record<PartName, number>>;
  work?: Partial<Record<NowName, number>>;
  /** Open children by the id of their epic. */
  covers?: Record<string, number>;
  /** Serving and other items by the id of the sprint. */
  sprints?: Record<number, [serves: number, calendar: number]>;
}

/** Counts by exact search. */
function countsOf({ parts, work, covers, sprints }: Backlog): Record<string, number> {
  const counts: Record<string, number> = {};
  const partJql = partSums(place);
  for (const [name, value] of Object.entries({ ...PARTS, ...parts }))
    counts[partJql[name as PartName].plus[0] ?? ''] = value;
  const nowJql = nowSums(place, TODAY);
  for (const [name, value] of Object.entries(work ?? {}))
    counts[nowJql[name as NowName].plus[0] ?? ''] = value;
  for (const [id, value] of Object.entries(covers ?? {})) {
    counts[coverJql(place, id)] = value;
    // Those of them with half an answer are asked for by a longer search.
    counts[`${coverJql(place, id)} AND ladderState is not EMPTY`] = 1;
  }
  for (const [id, [serves, calendar]] of Object.entries(sprints ?? {})) {
    const sums = sprintSums(place, Number(id), TODAY);
    counts[sums.serves.plus[0] ?? ''] = serves;
    counts[sums.calendar.plus[0] ?? ''] = calendar;
  }
  return counts;
}

/** The search of a part as it stands in the body of its count, for `broken`. */
export const bodyOfPart = (name: PartName): string =>
  JSON.stringify({ jql: partSums(place)[name].plus[0] });

/** The site of a backlog, opened on its tab. */
export const backlogSite = (backlog: Backlog = {}, more: Partial<FrameSite> = {}): FrameSite => ({
  project: openedProject({ goals }),
  search: '?tab=backlog',
  counts: countsOf(backlog),
  parents: [answered],
  mayEdit: (more.openParents ?? []).map(({ id }) => Number(id)),
  ...more,
});
