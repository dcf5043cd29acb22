// A decision as it is being made in a form.
import type { Rules } from '../../../../../src/domain/rules';
import type { Day } from '../../../../../src/domain/days';
import type {
  DecisionInput,
  DecisionKind,
  DraftEntry,
  SeenOnList,
} from '../../../../../src/domain/decision';
import { monthsLater } from '../../../../../src/domain/months';
import { kill } from '../../../messages/project-kill';
import type { Candidate } from '../gather/kill-list';

export type Choice = DecisionKind;
/** What goes into the draft; a fix is done and recorded at once. */
export type DraftKind = Exclude<DecisionKind, 'fix'>;

export interface FormDraft {
  reason: string;
  until: Day;
}

export interface DatePreset {
  name: string;
  day: Day;
}

/** Days that are offered; the forum's next meeting where it is still to come. */
export function datePresets(today: Day, { next }: Rules['forum']): DatePreset[] {
  const names = kill.form.presets;
  return [
    ...(next !== null && next > today ? [{ name: names.forum, day: next }] : []),
    { name: names.months3, day: monthsLater(today, 3) },
    { name: names.months6, day: monthsLater(today, 6) },
    { name: names.months12, day: monthsLater(today, 12) },
  ];
}

const rests = (kind: DraftKind): boolean => kind === 'park' || kind === 'keep';

/** Begins with what was decided before, else with three months. */
export function startForm(today: Day, before: DraftEntry | undefined): FormDraft {
  return {
    reason: before?.decision.reason ?? '',
    until: before?.decision.until ?? monthsLater(today, 3),
  };
}

export const decisionOf = (
  kind: DraftKind,
  { reason, until }: FormDraft,
  effort: number | null,
): DecisionInput => ({
  kind,
  reason: reason.trim(),
  ...(rests(kind) && until !== '' && { until }),
  ...(effort !== null && { effort }),
});

/** The line of the draft for a decision about a candidate. */
export const entryOf = (
  { id, key, seen }: Candidate,
  rev: SeenOnList['rev'],
  decision: DecisionInput,
): DraftEntry => ({
  itemId: id,
  itemKey: key,
  seen: { ...seen, rev },
  decision,
  state: 'open',
});
