// How many items wait for a decision, by the list and by what storage keeps: Jira's own count has the
// ones that were just decided about, because their flag stays until the night.
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { Day } from '../../../../../src/domain/days';
import { COUNTING, type NumberState } from '../gather/number-state';
import { isSettled } from './records';
import type { Candidates } from './use-candidates';

/** Taken back at `since` (milliseconds) or later, with a flag: the search may not find it yet. */
const isBack = ({ now, past }: DecisionView, since: number): boolean => {
  const last = past.at(-1);
  return (
    now === null &&
    last?.ended?.how === 'undone' &&
    last.ended.at >= since &&
    last.decided.flag !== null
  );
};

/**
 * @param counted what Jira counts, for a list that is not read or not read to its end
 * @param since when the page was opened, milliseconds
 */
export function waitingNumber(
  { list, records, trouble }: Pick<Candidates, 'list' | 'records' | 'trouble'>,
  counted: NumberState | undefined,
  { today, since }: { today: Day; since: number },
): NumberState | undefined {
  if (list === null) return trouble ? counted : COUNTING;
  if (list.more) return counted;
  const listed = new Set(list.rows.map(({ id }) => id));
  const waits = [...listed].filter((id) => !isSettled(records.get(id), today)).length;
  const back = [...records.values()].filter(
    (view) => !listed.has(view.itemId) && isBack(view, since),
  ).length;
  return { kind: 'known', value: waits + back, about: false };
}
