// Boards and sprints of the demo: two weeks each, the active one begun last week.

import type { SiteBoard, SiteSprint } from '../../jira/api';
import type { Draft } from './draft';
import { DAY } from './moments';
import type { DemoProject } from './projects';
import type { Random } from '../../random';

export interface DemoBoard {
  board: SiteBoard;
  sprints: SiteSprint[];
  /** Sprint ids of the drafts that are or were in one. */
  members: ReadonlyMap<Draft, readonly number[]>;
}

/** Number of the active sprint, and what each project says of it. */
const SPRINTS: Readonly<Record<string, { active: number; goal: string }>> = {
  SHOP: { active: 31, goal: 'Checkout conversion up: no surprises between basket and payment' },
  APP: { active: 12, goal: 'The new start page is in the app' },
};
const LENGTH = 14 * DAY;
/** Time of the active sprint that has passed. */
const BEGUN = 6 * DAY;
const CLOSED = 4;
/** Items in a sprint by where they stand. */
const ROOM = { running: 6, waiting: 4, done: 3, next: 8, closed: 9 } as const;
/** This project pulls work instead of planning it. */
const FLOWS = 'WARE';

/** The board of project number `index`. */
export function demoBoard(
  { site }: DemoProject,
  index: number,
  drafts: readonly Draft[],
  { now, random }: { now: number; random: Random },
): DemoBoard {
  const id = index + 1;
  const planned = site.key !== FLOWS;
  const usual = planned ? 'scrum' : 'kanban';
  const type = site.style === 'next-gen' ? 'simple' : usual;
  const board: SiteBoard = {
    id,
    name: `${site.key} board`,
    type,
    projectId: site.id,
    sprints: planned,
  };
  if (!planned) return { board, sprints: [], members: new Map() };
  const { active, goal } = SPRINTS[site.key] ?? { active: 5, goal: '' };
  const sprints = Array.from({ length: CLOSED + 2 }, (_, n) =>
    sprintAt(site.key, board, active, n - CLOSED, goal, now),
  );
  return { board, sprints, members: fillSprints(sprints, drafts, now, random) };
}

/** The sprint that many places after the active one; before it when negative. */
function sprintAt(
  key: string,
  { id: boardId }: SiteBoard,
  active: number,
  place: number,
  goal: string,
  now: number,
): SiteSprint {
  const number = active + place;
  const startDate = Math.floor(now / DAY) * DAY + 8 * 3_600_000 - BEGUN + place * LENGTH;
  const endDate = startDate + LENGTH;
  return {
    id: boardId * 100 + number,
    boardId,
    name: `${key} Sprint ${number}`,
    state: place === 0 ? 'active' : place > 0 ? 'future' : 'closed',
    startDate: place > 0 ? null : startDate,
    endDate: place > 0 ? null : endDate,
    completeDate: place < 0 ? endDate : null,
    goal: place === 0 ? goal : '',
  };
}

function fillSprints(
  sprints: readonly SiteSprint[],
  drafts: readonly Draft[],
  now: number,
  random: Random,
): Map<Draft, number[]> {
  const members = new Map<Draft, number[]>();
  const standard = drafts.filter(({ kind }) => kind !== 'epic' && kind !== 'subtask');
  const free = (wanted: (draft: Draft) => boolean) =>
    standard.filter((draft) => !members.has(draft) && wanted(draft));
  const put = ({ id }: SiteSprint, from: readonly Draft[], room: number): void => {
    const rest = [...from];
    for (let left = room; left > 0 && rest.length > 0; left -= 1) {
      const [draft] = rest.splice(random.between(0, rest.length - 1), 1);
      if (draft) members.set(draft, [id]);
    }
  };
  const finishedIn = (from: number, to: number) =>
    free(({ finished }) => finished !== null && finished >= from && finished < to);
  const waiting = () =>
    free(({ finished, started, created }) => {
      return finished === null && started === null && created > now - 160 * DAY;
    });
  for (const sprint of sprints) {
    const { startDate, endDate } = sprint;
    if (startDate === null || endDate === null) {
      put(sprint, waiting(), ROOM.next);
    } else if (sprint.state === 'closed') {
      put(sprint, finishedIn(startDate, endDate), ROOM.closed);
    } else {
      put(
        sprint,
        free(({ finished, started }) => finished === null && started !== null),
        ROOM.running,
      );
      put(sprint, waiting(), ROOM.waiting);
      put(sprint, finishedIn(startDate, now), ROOM.done);
    }
  }
  return members;
}
