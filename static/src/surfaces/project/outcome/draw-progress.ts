// How much of the draw that Sort shows is told already.
import type { Day } from '../../../../../src/domain/days';
import type { JiraCall } from '../gather/jira-call';
import type { Question } from '../gather/names';
import { drawSample } from '../gather/sample';
import { drawNow, FIRST_DRAW } from '../sort/draw-source';
import { sortItemOf, verdictOf } from '../sort/sort-item';
import type { Where } from '../use-numbers';

export interface DrawProgress {
  /** Items of the draw that Sort does not ask for any more. */
  told: number;
  /** All items of the draw: 40, or all shipped ones where there are fewer. */
  drawn: number;
}

/** Draws as Sort does under the same question. @throws {CallError} when Jira can't be asked */
export async function readDrawProgress(
  jira: JiraCall,
  where: Pick<Where, 'projectId' | 'zone' | 'frame'>,
  { days, filter, streams }: Pick<Question, 'days' | 'filter' | 'streams'>,
  today: Day,
): Promise<DrawProgress> {
  const { seed } = drawNow(where.projectId, days, today);
  const { items } = await drawSample(
    jira,
    where,
    { days, filter, streams },
    { seed, size: FIRST_DRAW },
  );
  const told = items.filter((item) => verdictOf(sortItemOf(item), where.frame) !== 'ask').length;
  return { told, drawn: items.length };
}
