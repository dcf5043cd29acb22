// The rules once more, written for the watch alone and in the plainest way: what an item's row says, and
// when it has to carry a flag. Nothing of the app's domain is used.
import type { Goal } from '../../src/domain/goal';
import type { Rules } from '../../src/domain/rules';
import type { Row } from './jira/site';
import type { State } from './world';

const DAY = 86_400_000;

export interface Settings {
  rules: Rules;
  goals: readonly Goal[];
}

const typeOf = (row: Row): number => (Number(row.typeId) - 100) % 100;
export const isStandard = (row: Row): boolean => [1, 2, 5].includes(typeOf(row));

const isAsked = (row: Row, { rules }: Settings): boolean =>
  isStandard(row) &&
  !rules.exemptTypeIds.includes(row.typeId) &&
  !row.labels.some((label) => rules.exemptLabels.includes(label));

/** A complete answer whose goal is one of the project's. */
export const isAnswered = ({ values }: Row, { goals }: Settings): boolean =>
  values['ladderstate'] === 'answered' &&
  (values['ladderwhy'] === 'run' || goals.some(({ id }) => id === values['laddergoal']));

export const isFlagged = (row: Row, flag: 'warned' | 'candidate'): boolean =>
  isStandard(row) && row.category !== 'done' && row.values['ladderflag'] === flag;

export const isCounted = (row: Row, settings: Settings): boolean =>
  !row.gone &&
  isAsked(row, settings) &&
  row.category !== 'done' &&
  row.values['ladderdecision'] !== 'parked';

const isResting = ({ values }: Row, today: string): boolean =>
  values['ladderuntil'] !== undefined &&
  values['ladderdecision'] !== 'killed' &&
  values['ladderuntil'] > today;

const isOver = ({ endedOn, lastDay }: Goal, today: string): boolean =>
  lastDay < today || endedOn !== undefined;

/** Answered within the age; what names a day after tomorrow does not say when. */
function isLately(values: Row['values'], ages: { flagAfterDays: number }, today: string): boolean {
  const back = (Date.parse(today) - Date.parse(values['ladderanswered'] ?? '')) / DAY;
  return back < ages.flagAfterDays && back >= -1;
}

/** Why an item has to be looked at, the first reason first, and whether it is ripe for more than a warning. */
export interface Due {
  ripe: boolean;
  reasons: readonly string[];
}

/**
 * What is due of an item at an instant.
 * @param parent the parent's row, where its answer speaks for the item
 */
export function dueOf(
  row: Row,
  parent: Row | null,
  settings: Settings,
  { now, today }: { now: number; today: string },
): Due {
  const no = { ripe: false, reasons: [] };
  if (row.gone || row.category === 'done' || !isAsked(row, settings) || isResting(row, today))
    return no;
  const { rules, goals } = settings;
  const ages = rules.agesByType.find(({ typeId }) => typeId === row.typeId) ?? rules;
  const since = row.category === 'indeterminate' ? row.categoryChanged : row.created;
  const speaker = isAnswered(row, settings)
    ? row
    : parent && isAnswered(parent, settings)
      ? parent
      : null;
  if (!speaker) {
    const age = now - since;
    if (age < ages.warnAfterDays * DAY) return no;
    return { ripe: age >= ages.flagAfterDays * DAY, reasons: ['aged'] };
  }
  const { values } = speaker;
  const past = (day: string | undefined): boolean => day !== undefined && day < today;
  const goal = goals.find(({ id }) => id === values['laddergoal']);
  const moves = values['ladderwhy'] !== 'run';
  const reasons = [
    ...(past(values['ladderstopby']) ? ['stop'] : []),
    ...(moves && past(values['laddercheckby']) ? ['check'] : []),
    ...(moves && goal !== undefined && isOver(goal, today) ? ['goal'] : []),
    ...(now - row.updated >= ages.flagAfterDays * DAY && !isLately(values, ages, today)
      ? ['idle']
      : []),
  ];
  return { ripe: reasons.length > 0, reasons };
}

/** The state that held at a moment, and those until another one. */
export function statesIn(states: readonly State[], from: number, to: number): Row[] {
  let first = -1;
  for (let i = 0; i < states.length && (states[i]?.at ?? Infinity) <= from; i += 1) first = i;
  return states.slice(Math.max(0, first)).flatMap(({ at, row }) => (at <= to ? [row] : []));
}
