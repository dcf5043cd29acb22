// What a meeting decided, as text and as a table.
import type { Day } from '../../../../../../src/domain/days';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { Cell } from '../../../../csv';
import { fill, type Format } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import { saidWords } from '../decision-words';

const text = killLog.minutes;

export interface MinutesHead {
  projectKey: string;
  day: Day;
  /** Empty where the forum has no name. */
  forum: string;
}

export interface Minute {
  entry: DraftEntry;
  summary: string;
}

/** The minutes as plain text, to be pasted anywhere. */
export function minutesText(
  minutes: readonly Minute[],
  { projectKey, day, forum }: MinutesHead,
  format: Format,
): string {
  const heading = fill(forum === '' ? text.heading : text.headingOf, {
    project: projectKey,
    forum,
    day: format.day(day),
  });
  const lines = minutes.map(({ entry, summary }) =>
    [
      `${entry.itemKey} ${summary}`.trim(),
      `  ${saidWords(entry.decision, format)}: ${entry.decision.reason}`,
    ].join('\n'),
  );
  return [heading, ...lines].join('\n\n');
}

/** The same as a table: days as `yyyy-MM-dd`. */
export function minutesTable(
  minutes: readonly Minute[],
  { day, forum }: MinutesHead,
): { header: string[]; rows: Cell[][] } {
  const rows = minutes.map(({ entry, summary }): Cell[] => {
    const { kind, until, reason, effort } = entry.decision;
    return [
      entry.itemKey,
      summary,
      killLog.kind[kind],
      until ?? null,
      reason,
      effort ?? null,
      forum,
      day,
    ];
  });
  return { header: Object.values(text.columns), rows };
}
