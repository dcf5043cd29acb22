// What was parked together before and still is: known from storage alone, also after the page was
// closed in the middle of it.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { readByIds } from '../../gather/by-id';
import type { JiraCall } from '../../gather/jira-call';
import type { Records } from '../records';
import type { Listed } from './offer-run';

/** Decisions of one run follow each other at most this long apart, also while Jira asks to wait. */
const GAP_MS = 5 * 60_000;
/** Fewer than this are no act on many. */
const FEWEST = 5;

export interface ParkedTogether {
  until: string;
  reason: string;
  /** When the last of them was parked, milliseconds. */
  at: number;
  views: DecisionView[];
}

type Parked = { view: DecisionView; at: number; until: string; reason: string; by: string };

function parkedOf(view: DecisionView): Parked[] {
  const { now } = view;
  if (now?.kind !== 'park' || now.until === undefined) return [];
  return [{ view, at: now.at, until: now.until, reason: now.reason, by: now.by }];
}

/** The newest act of one person on many items, for one reason and until one day; null without one. */
export function parkedTogether(records: Records): ParkedTogether | null {
  const newest = [...records.values()].flatMap(parkedOf).sort((a, b) => b.at - a.at);
  const groups: Parked[][] = [];
  for (const one of newest) {
    const group = groups.find(([first]) =>
      first === undefined
        ? false
        : first.by === one.by && first.until === one.until && first.reason === one.reason,
    );
    const last = group?.at(-1);
    if (group && last && last.at - one.at <= GAP_MS) group.push(one);
    else if (!group) groups.push([one]);
  }
  const found = groups.find((group) => group.length >= FEWEST);
  const [first] = found ?? [];
  if (!found || !first) return null;
  const { until, reason, at } = first;
  return { until, reason, at, views: found.map(({ view }) => view) };
}

/** Keys and summaries of those that are still there. @throws {CallError} */
export async function itemsOf(jira: JiraCall, ids: readonly string[]): Promise<Listed[]> {
  const issues = await readByIds(jira, ids);
  return issues.map(({ id, key, fields }) => ({ id, key, summary: fields?.summary ?? '' }));
}
