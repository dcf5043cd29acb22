// The rules of a project: what is asked, what counts as delivered, when an item is flagged.
import type { Goal } from './goal';
import { MESSAGES } from './messages';

export type GateMode = 'off' | 'warn' | 'block';

export interface Rules {
  /** IANA zone in which the project's days begin. Jira projects have none of their own. */
  timeZone: string;
  scan: boolean;
  /** Whole days after which an item without an answer is warned. */
  warnAfterDays: number;
  /** Whole days after which it becomes a candidate. */
  flagAfterDays: number;
  /** Days between the warning and the flag. */
  graceDays: number;
  gate: GateMode;
  /** Standard types that are not asked. */
  exemptTypeIds: string[];
  exemptLabels: string[];
  /** Resolutions and statuses that close an item without delivering it; null takes the default by name. */
  undelivered: { resolutionIds: string[]; statusIds: string[] } | null;
}

/** A project's goals and rules, as kept in storage. `rev` counts the saves. */
export interface ProjectSettings {
  projectId: string;
  rev: number;
  goals: Goal[];
  rules: Rules;
}

/** How many active goals a project can hold before one more is advised against. */
export const GOALS_AT_A_TIME = 3;

export const DEFAULT_RULES: Rules = {
  timeZone: 'UTC',
  scan: false,
  warnAfterDays: 90,
  flagAfterDays: 180,
  graceDays: 14,
  gate: 'warn',
  exemptTypeIds: [],
  exemptLabels: [],
  undelivered: null,
};

/** Names that mean "closed, but not delivered", where the site has them (compared without case). */
const UNDELIVERED_NAMES = [
  "Won't Do",
  "Won't Fix",
  'Duplicate',
  'Cannot Reproduce',
  'Declined',
  'Invalid',
  'Incomplete',
  'Obsolete',
  'Rejected',
  'Not a Problem',
  'Not a Bug',
];

export interface Named {
  id: string;
  name: string;
}

const known = new Set(UNDELIVERED_NAMES.map((name) => name.toLowerCase()));
const byName = (list: readonly Named[]): string[] =>
  list.filter(({ name }) => known.has(name.trim().toLowerCase())).map(({ id }) => id);

/** The resolutions and statuses that count as undelivered: the project's list, else the default by name. */
export function undeliveredOf(
  rules: Rules,
  site: { resolutions: readonly Named[]; statuses: readonly Named[] },
): { resolutionIds: string[]; statusIds: string[] } {
  return (
    rules.undelivered ?? {
      resolutionIds: byName(site.resolutions),
      statusIds: byName(site.statuses),
    }
  );
}

/** What keeps these rules from being saved, by field. Ages and grace are whole days. */
export function ruleProblems(rules: Rules): Partial<Record<keyof Rules, string>> {
  const problems: Partial<Record<keyof Rules, string>> = {};
  if (rules.flagAfterDays < rules.warnAfterDays) problems.flagAfterDays = MESSAGES.rules.warnFirst;
  return problems;
}

/** What the site has now; a list that is left out is not looked at. */
export interface KnownIds {
  typeIds: readonly string[];
  resolutionIds?: readonly string[];
  statusIds?: readonly string[];
}

const among = (ids: string[], known: readonly string[] | undefined): string[] =>
  known ? ids.filter((id) => known.includes(id)) : ids;

/**
 * The rules without types, resolutions and statuses that the site no longer has: Jira refuses a
 * search that names one of them.
 */
export const knownRules = (rules: Rules, site: KnownIds): Rules => ({
  ...rules,
  exemptTypeIds: among(rules.exemptTypeIds, site.typeIds),
  undelivered: rules.undelivered && {
    resolutionIds: among(rules.undelivered.resolutionIds, site.resolutionIds),
    statusIds: among(rules.undelivered.statusIds, site.statusIds),
  },
});
