// Decisions and candidates in words.
import type { DecisionInput } from '../../../../../src/domain/decision';
import { fill, type Format } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import { ageInWords } from '../age';
import type { EffortUnit } from '../gather/effort';
import type { Candidate } from '../gather/kill-list';

/** How long the team's finished items took, whole days; null while no pace is known. */
export type Pace = { of: number; half: number; most: number } | null;

/** "Kill", "Park until 3 Mar 2027". */
export const saidWords = ({ kind, until }: DecisionInput, format: Format): string =>
  fill(text.draft.said[kind], { day: until === undefined ? '' : format.day(until) });

/** "Open 212 days; half of what this team finishes takes 12 days". */
export function ageWords({ age, inProgress }: Candidate, pace: Pace, format: Format): string {
  const said = fill(inProgress ? text.row.inProgress : text.row.open, { days: format.age(age) });
  if (!pace || pace.of === 0) return said;
  const half = fill(text.row.pace, { half: format.age(pace.half) });
  return fill(text.row.both, { age: said, pace: half });
}

/** The same age in years and months; empty where it says no more than the days. */
export const longAge = ({ age }: Candidate, format: Format): string =>
  age < 61 ? '' : ageInWords(age, format);

export const effortWords = (
  amount: number | null,
  unit: EffortUnit | null,
  format: Format,
): string =>
  amount === null || unit === null ? text.noEffort : format.plural(text.unit[unit], amount);

export const reasonWords = ({ reason }: Candidate): string => text.reason[reason ?? 'unknown'];
