// The items of a window as rows of a table, all that the numbers know of each.
import { lookAt, type Frame } from '../../../../../src/domain/band';
import { dayOf } from '../../../../../src/domain/days';
import type { Goal } from '../../../../../src/domain/goal';
import type { Cell } from '../../../csv';
import { files } from '../../../messages/project-files';
import { project } from '../../../messages/project';
import { outcome } from '../../../messages/project-outcome';
import type { EffortUnit } from '../gather/effort';
import type { ListedItem } from '../gather/listed-item';

const text = files.items;

interface Question {
  frame: Frame;
  /** The viewer's zone, in which an item's day of finishing is named. */
  zone: string;
  /** What estimates are in; null where no item has any. */
  unit: EffortUnit | null;
}

const yesNo = (yes: boolean): string => (yes ? text.yes : text.no);

const goalName = (id: string | undefined, goals: readonly Goal[]): string | null =>
  id === undefined ? null : (goals.find((goal) => goal.id === id)?.achieve ?? id);

/** The cells of one item, in the order of `itemColumns`. */
function rowOf(item: ListedItem, { frame, zone, unit }: Question): Cell[] {
  const { facts, summary, typeName, parent, componentNames, resolutionName, estimate } = item;
  const look = lookAt(facts, frame);
  const { answer, result, source } = look.bet;
  const isBet = answer !== null && answer.why !== 'run';
  const bearer = source === 'own' ? facts.key : (parent?.key ?? null);
  return [
    facts.key,
    summary,
    typeName,
    dayOf(facts.categoryChanged, zone),
    parent ? `${parent.key} ${parent.summary}` : null,
    componentNames.join('; '),
    facts.labels.join('; '),
    resolutionName,
    answer ? text.why[answer.why] : null,
    answer && isBet ? goalName(answer.goal, frame.goals) : null,
    answer?.when ? text.when[answer.when] : null,
    look.delivered ? project.bands.name[look.band] : text.undelivered,
    yesNo(look.delivered && look.aimedAt !== null),
    isBet ? bearer : null,
    result ? text.result[result.result] : null,
    result ? text.evidence[result.evidence] : null,
    result?.at ?? null,
    unit && estimate[unit],
  ];
}

/** What the columns are called. */
export const itemColumns = (unit: EffortUnit | null): string[] =>
  Object.values({
    ...text.column,
    estimate: unit ? outcome.filter.units[unit] : text.column.estimate,
  });

/** Every listed item, the last finished first. */
export const itemRows = (items: readonly ListedItem[], question: Question): Cell[][] =>
  [...items]
    .sort((a, b) => b.facts.categoryChanged - a.facts.categoryChanged)
    .map((item) => rowOf(item, question));
