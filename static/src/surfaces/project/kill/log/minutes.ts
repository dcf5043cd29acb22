// What a meeting decided, as text and as a table.
import type { Day } from '../../../../../../src/domain/days';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import type { Cell } from '../../../../csv';
import { fill, type Format } from '../../../../format';
import { killLog } from '../../../../messages/project-kill-log';
import type { EffortUnit } from '../../gather/effort';
import { effortWords, saidWords } from '../decision-words';

const text = killLog.minutes;

export interface MinutesHead {
  projectKey: string;
  day: Day;
  /** Empty where the forum has no name. */
  forum: string;
  /** Of all efforts; null where no item has one. */
  unit: EffortUnit | null;
}

export interface Minute {
  entry: DraftEntry;
  /** Empty for an item that Jira does not show any more. */
  summary: string;
  /** Who decided, by name; empty while it is not known. */
  by: string;
}

/** "8 points; decided by Petra Owner", as far as it is known. */
function moreOf({ entry, by }: Minute, unit: EffortUnit | null, format: Format): string {
  const { effort, unit: own } = entry.decision;
  const said = [
    effort === undefined ? '' : effortWords(effort, own ?? unit, format),
    by === '' ? '' : fill(text.by, { name: by }),
  ].filter(Boolean);
  return said.length === 0 ? '' : `  ${said.join('; ')}`;
}

/** The minutes as plain text, to be pasted anywhere. */
export function minutesText(
  minutes: readonly Minute[],
  { projectKey, day, forum, unit }: MinutesHead,
  format: Format,
): string {
  const heading = fill(forum === '' ? text.heading : text.headingOf, {
    project: projectKey,
    forum,
    day: format.day(day),
  });
  const lines = minutes.map((minute) => {
    const { itemKey, decision } = minute.entry;
    return [
      `${itemKey} ${minute.summary}`.trim(),
      `  ${saidWords(decision, format)}: ${decision.reason}`,
      moreOf(minute, unit, format),
    ]
      .filter(Boolean)
      .join('\n');
  });
  return [heading, ...lines].join('\n\n');
}

/** The same as a table: days as `yyyy-MM-dd`. */
export function minutesTable(
  minutes: readonly Minute[],
  { day, forum, unit }: MinutesHead,
): { header: string[]; rows: Cell[][] } {
  const rows = minutes.map(({ entry, summary, by }): Cell[] => {
    const { kind, until, reason, effort, unit: own } = entry.decision;
    return [
      entry.itemKey,
      summary,
      killLog.kind[kind],
      until ?? null,
      reason,
      effort ?? null,
      effort === undefined ? null : (own ?? unit),
      by,
      forum,
      day,
    ];
  });
  return { header: Object.values(text.columns), rows };
}
