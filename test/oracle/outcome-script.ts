// Asks the independent script for the numbers of a window.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Day } from '../../src/domain/days';
import { isComplete, type Goal } from '../../src/domain/goal';

export interface ScriptFilter {
  goal?: string;
  component?: string;
  type?: string;
  label?: string;
}

interface Settings {
  user: string;
  zone: string;
  projectZone: string;
  from: Day;
  to: Day;
  today: Day;
  at: number;
  goals: readonly Goal[];
  exemptTypes: readonly string[];
  exemptLabels: readonly string[];
  oldDays: number;
  filter: ScriptFilter;
}

export interface Sums {
  output: number;
  aimed: number;
  bands: Record<string, number>;
}

export interface OutcomeNumbers extends Sums {
  undelivered: number;
  aimedBefore: number;
  answered: number;
  answeredAfterDone: number;
  movedUnaimed: number;
  goals: Record<string, number>;
  /** Months with output, by `yyyy-MM`. */
  months: Record<string, Sums>;
  bets: Record<string, number>;
  /** Components with output or open items by name, and '' for items without one. */
  streams: Record<string, Record<string, number>>;
  /** By story points. */
  weighted: Sums;
}

const told = ({ goals, ...settings }: Settings) => ({
  ...settings,
  goals: goals.map((goal) => ({
    id: goal.id,
    first: goal.firstDay,
    last: goal.lastDay,
    ended: goal.endedOn ?? null,
    complete: isComplete(goal),
  })),
});

/** The script's numbers of a file, for each of the settings. */
export function scriptNumbers(file: string, settings: readonly Settings[]): OutcomeNumbers[] {
  const args = [join(__dirname, 'outcome-numbers.mjs'), file, JSON.stringify(settings.map(told))];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as OutcomeNumbers[];
}
