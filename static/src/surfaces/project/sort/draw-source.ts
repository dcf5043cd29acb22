// Which draws are looked at: that of this quarter, and that of the quarter before beside it.
import { addDays, type Day } from '../../../../../src/domain/days';
import { lastDayOfQuarter, quarterBefore, quarterOf } from '../../../../../src/domain/quarter';
import { lengthOf, type Days } from '../address';
import type { JiraCall } from '../gather/jira-call';
import { drawSample } from '../gather/sample';
import { readMayEdit } from '../gather/may-edit';
import { sortItemOf, type SortItem } from './sort-item';
import type { SortPlace } from './sort-search';

/** Items of a draw, and with each press on "more" so many again. */
export const FIRST_DRAW = 40;
export const MORE_DRAWN = 20;

export interface Draw {
  /** In the order of the draw. */
  items: SortItem[];
  /** Items it was drawn from. */
  of: number;
  /** The first day it was drawn from, where all of the time would have been too much. */
  since: Day | null;
  /** Whether the viewer may edit one of the items, which sorting needs. */
  mayEdit: boolean;
}

/** The days a draw was drawn from, where it was asked for these. */
export const daysOf = ({ since }: Draw, { from, to }: Days): Days => ({ from: since ?? from, to });

/** Of which quarter a draw is, and of which time. */
export interface DrawOf {
  seed: string;
  days: Days;
}

/** The draw of today's quarter. */
export const drawNow = (projectId: string, days: Days, today: Day): DrawOf => ({
  seed: `${projectId}:${quarterOf(today)}`,
  days,
});

/** The draw of the quarter before, from a time as long that ended with it. */
export function drawBefore(projectId: string, days: Days, today: Day): DrawOf {
  const quarter = quarterBefore(quarterOf(today));
  const to = lastDayOfQuarter(quarter);
  return {
    seed: `${projectId}:${quarter}`,
    days: { from: addDays(to, 1 - lengthOf(days)), to },
  };
}

/** Draws. @throws {CallError} when Jira can't be asked */
export async function readDraw(
  jira: JiraCall,
  place: SortPlace,
  { seed, days }: DrawOf,
  size: number,
): Promise<Draw> {
  const { filter, streams } = place;
  const drawn = await drawSample(jira, place, { days, filter, streams }, { seed, size });
  const items = drawn.items.map(sortItemOf);
  const editable = await readMayEdit(
    jira,
    items.map(({ id }) => id),
  );
  return {
    items,
    of: drawn.population,
    since: drawn.cut ? drawn.days.from : null,
    mayEdit: items.length === 0 || editable === null || editable.size > 0,
  };
}
