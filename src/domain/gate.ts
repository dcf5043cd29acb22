// The gate: whether an item may start. The table below is all that the workflow rule knows; its
// expression in manifest.yml and `gateVerdict` give the same answer.
import { endOfDay, startOfDay } from './days';
import { isComplete, type Goal } from './goal';
import { betOf, isAsked } from './inherit';
import { valueOf, type ItemFacts, type ParentFacts } from './item';
import type { GateMode, ProjectSettings } from './rules';

export interface GateSentences {
  none: string;
  half: string;
  goal: string;
}

/** What the project property `ladder-gate` holds. Instants in milliseconds; type ids as numbers. */
export interface GateTable {
  v: 1;
  mode: GateMode;
  /** Types that are not asked: sub-tasks, everything above the standard level, exempt ones. */
  types: number[];
  labels: string[];
  /** All goals of the project, whatever became of them. */
  goals: string[];
  /** When each goal counts; ended and incomplete ones are left out. */
  days: { goal: string; from: number; to: number }[];
  say: GateSentences;
}

/** When each goal counts; ended and incomplete ones never do. */
const daysOf = (goals: readonly Goal[], zone: string): GateTable['days'] =>
  goals
    .filter((goal) => isComplete(goal) && goal.endedOn === undefined)
    .map((goal) => ({
      goal: goal.id,
      from: startOfDay(goal.firstDay, zone),
      to: endOfDay(goal.lastDay, zone),
    }));

/** The table for a project. `types` are all of its issue types with their hierarchy level. */
export function gateTable(
  settings: ProjectSettings,
  types: readonly { id: string; level: number }[],
  say: GateSentences,
): GateTable {
  const { goals, rules } = settings;
  return {
    v: 1,
    mode: rules.gate,
    types: types
      .filter(({ id, level }) => level !== 0 || rules.exemptTypeIds.includes(id))
      .map(({ id }) => Number(id)),
    labels: rules.exemptLabels,
    goals: goals.map(({ id }) => id),
    days: daysOf(goals, rules.timeZone),
    say,
  };
}

export type GateVerdict = 'pass' | keyof GateSentences;

/** What is missing for an item to start at the instant `now`, whatever the gate's mode. */
export function missingForStart(
  item: ItemFacts,
  parent: ParentFacts | null,
  { goals, rules }: Pick<ProjectSettings, 'goals' | 'rules'>,
  now: number,
): GateVerdict {
  const live = daysOf(goals, rules.timeZone).filter(({ from, to }) => from <= now && now < to);
  if (live.length === 0 || !isAsked(item, rules)) return 'pass';
  const { answer } = betOf(item, parent, goals);
  if (!answer) {
    const own = valueOf(item.answer);
    if (!own) return 'none';
    // Whole, but for a goal of another project.
    return own.state === 'half' ? 'half' : 'goal';
  }
  if (answer.why === 'run' || live.some(({ goal }) => goal === answer.goal)) return 'pass';
  return 'goal';
}

/** Whether an item may start at the instant `now`; else what is missing. `passUntil` is a start-anyway. */
export function gateVerdict(
  item: ItemFacts,
  parent: ParentFacts | null,
  settings: ProjectSettings,
  now: number,
  passUntil: number | null = null,
): GateVerdict {
  if (settings.rules.gate !== 'block' || (passUntil !== null && passUntil > now)) return 'pass';
  return missingForStart(item, parent, settings, now);
}
