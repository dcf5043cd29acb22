// What search showed of a project's items, moment by moment.
import type { Row } from '../jira/site';
import type { State, World } from '../world';

/** The last state that fits; states are in the order in which they came about. */
const lastOf = (list: readonly State[], fits: (state: State) => boolean): State | undefined =>
  list.findLast(fits);

/** An item that search gave the app: as the index showed it, and as it was. */
export interface Shown {
  row: Row;
  now: Row;
}

function shownOf(list: readonly State[], moment: number): Shown[] {
  const row = lastOf(list, ({ shownAt }) => shownAt <= moment)?.row;
  // Rights are looked up when search answers, and do not wait for the index.
  const now = lastOf(list, ({ at }) => at <= moment)?.row;
  return row && now && !row.gone && !now.hidden ? [{ row, now }] : [];
}

/** The moments of a span at which search may have begun to answer otherwise, its first one among them. */
function momentsIn(lists: readonly (readonly State[])[], from: number, to: number): number[] {
  const changes = lists.flatMap((list) =>
    list.flatMap(({ at, shownAt }) => [at, shownAt].filter((one) => one > from && one <= to)),
  );
  return [...new Set([from, ...changes])];
}

/** What search showed of a project's items at each moment of a span that differs from the one before. */
export function shownIn(
  { states }: World,
  projectId: string,
  from: number,
  to: number,
): { moment: number; shown: Shown[] }[] {
  const lists = [...states.values()].filter(([first]) => first?.row.projectId === projectId);
  return momentsIn(lists, from, to).map((moment) => ({
    moment,
    shown: lists.flatMap((list) => shownOf(list, moment)),
  }));
}
