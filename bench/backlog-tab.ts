// Everything the Backlog tab asks of Jira when each of its parts is looked at, by the page's own
// functions, as a viewer.
import './bridge-global';
import { countAll, openFrame, type OpenOptions } from './opened';
import type { Day } from '../src/domain/days';
import type { Goal } from '../src/domain/goal';
import {
  readGoalItems,
  type GoalItems,
} from '../static/src/surfaces/project/backlog/order/goal-items';
import {
  countLane,
  readLanePage,
  readSentences,
} from '../static/src/surfaces/project/backlog/lane/lane-search';
import {
  nowSums,
  partSums,
  sprintSums,
  type NowName,
  type PartName,
  type WorkName,
} from '../static/src/surfaces/project/gather/backlog-counts';
import { readCover, type CoverList } from '../static/src/surfaces/project/gather/cover';
import { readSprints } from '../static/src/surfaces/project/gather/sprints';
import { readStarted } from '../static/src/surfaces/project/gather/started';

export interface TabOptions extends OpenOptions {
  today: Day;
  /** Milliseconds. */
  now: number;
}

export interface TabNumbers {
  parts: Record<PartName, number>;
  now: Record<NowName, number>;
  sprints: { id: number; active: boolean; goal: string; numbers: Record<WorkName, number> }[];
  cover: CoverList;
  /** All that the unanswered lane holds, and the rows of its first page. */
  lane: { total: number; rows: number };
}

/** Opens the tab and looks at every part of it. */
export async function openBacklogTab(options: TabOptions): Promise<TabNumbers> {
  const { viewer, settings, zone, today, now } = options;
  const { jira } = viewer;
  const { projectId } = settings;
  const { frame, aboveTypeIds } = await openFrame(options);
  const place = { projectId, zone, frame };
  const parts = await countAll(viewer, partSums(place));
  const inProgress = await countAll(viewer, nowSums(place, today));
  const list = await readSprints(jira, projectId);
  const sprints = [];
  for (const { id, active, goal } of list.kind === 'sprints' ? list.sprints : [])
    sprints.push({
      id,
      active,
      goal,
      numbers: await countAll(viewer, sprintSums(place, id, today)),
    });
  const cover = await readCover({ ...place, jira, aboveTypeIds, onProgress: () => undefined });
  if (inProgress.anyway > 0)
    await readStarted(place, {
      jira,
      readPasses: () => Promise.resolve([]),
      namesOf: () => Promise.resolve(new Map()),
      now,
    });
  const lane = { ...place, now };
  const { value: total } = await countLane(jira, lane);
  const { rows } = await readLanePage(jira, lane);
  await readSentences(jira, lane);
  return { parts, now: inProgress, sprints, cover, lane: { total, rows: rows.length } };
}

/** The order of one goal's items, which is read when that goal is chosen. */
export async function openGoalOrder(options: TabOptions, goal: Goal): Promise<GoalItems> {
  const { viewer, settings, zone } = options;
  const { frame } = await openFrame(options);
  return readGoalItems(viewer.jira, { projectId: settings.projectId, zone, frame }, goal);
}
