// What a look at a file found, for those who decide whether to load it.
import type { Survey } from './survey';

export interface DataReport {
  /** Usable items. */
  items: number;
  rows: number;
  projects: string[];
  /** Latest moment, in milliseconds; null without items. */
  newest: number | null;
  /** Why rows are left out: the first of them, each with its number, and how many more there are. */
  leftOut: { count: number; first: string[]; more: number };
  derived: readonly string[];
  missing: readonly string[];
}

const SHOWN = 20;

/** The report of a survey. */
export function reportOf({ data, usable, total, words, newest, rejected }: Survey): DataReport {
  const first = rejected
    .slice(0, SHOWN)
    .map(({ line, reason }) => `${data.unit} ${line}: ${reason}`);
  return {
    items: usable.size,
    rows: total,
    projects: words.projects(),
    newest,
    leftOut: { count: rejected.length, first, more: rejected.length - first.length },
    ...data.notes,
  };
}
