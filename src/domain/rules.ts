// The rules of a project: what is asked, what counts as delivered, when an item is flagged.
import type { Agreement } from './agreement';
import type { Day } from './days';
import type { Digest } from './digest';
import type { Goal } from './goal';
import { MESSAGES } from './messages';
import { sameName } from './stream-clause';

export type GateMode = 'off' | 'warn' | 'block';

/** Ages at which items are warned and flagged, in whole days. */
export interface Ages {
  warnAfterDays: number;
  flagAfterDays: number;
}

export interface TypeAges extends Ages {
  typeId: string;
}

export const CADENCES = ['none', 'weekly', 'fortnightly', 'monthly', 'quarterly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Who decides about the items on the kill list, and when they meet. */
export interface Forum {
  /** What it is called; empty while it has no name. */
  name: string;
  /** Accounts. Empty: everybody who may transition the item. */
  memberIds: string[];
  cadence: Cadence;
  /** The next meeting; null while none is set. */
  next: Day | null;
}

/** A value stream as the project keeps it: a condition in Jira's language. */
export interface SavedStream {
  id: string;
  name: string;
  clause: string;
}

/** What counts as blocked until the project says otherwise: Jira's flag, where the site has it. */
export const USUAL_BLOCKED = 'Flagged is not EMPTY';

export interface Rules {
  /** IANA zone in which the project's days begin. Jira projects have none of their own. */
  timeZone: string;
  scan: boolean;
  /** Whole days after which an item without an answer is warned. */
  warnAfterDays: number;
  /** Whole days after which it becomes a candidate. */
  flagAfterDays: number;
  /** Types with ages of their own. */
  agesByType: TypeAges[];
  /** Days between the warning and the flag. */
  graceDays: number;
  /** Items on the agenda of one meeting. */
  agendaSize: number;
  forum: Forum;
  /** Where a killed item goes, and with which resolution; null takes what the workflow offers first. */
  kill: { statusId: string | null; resolutionId: string | null };
  gate: GateMode;
  /** Standard types that are not asked. */
  exemptTypeIds: string[];
  exemptLabels: string[];
  /** Resolutions and statuses that close an item without delivering it; null takes the default by name. */
  undelivered: { resolutionIds: string[]; statusIds: string[] } | null;
  /** None: each component of the project is one. */
  streams: SavedStream[];
  /** A condition in Jira's language; null takes the usual one, empty counts nothing as blocked. */
  blocked: string | null;
  /** Who is told, and how. */
  digest: Digest;
}

/** A project's goals and rules, as kept in storage. `rev` counts the saves. */
export interface ProjectSettings {
  projectId: string;
  rev: number;
  goals: Goal[];
  agreements: Agreement[];
  rules: Rules;
}

/** How many active goals a project can hold before one more is advised against. */
export const GOALS_AT_A_TIME = 3;

export const DEFAULT_RULES: Rules = {
  timeZone: 'UTC',
  scan: false,
  warnAfterDays: 90,
  flagAfterDays: 180,
  agesByType: [],
  graceDays: 14,
  agendaSize: 15,
  forum: { name: '', memberIds: [], cadence: 'none', next: null },
  kill: { statusId: null, resolutionId: null },
  gate: 'warn',
  exemptTypeIds: [],
  exemptLabels: [],
  undelivered: null,
  streams: [],
  blocked: null,
  digest: { mode: 'off', weekday: 1 },
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

/** The ages that hold for items of a type. */
export const agesOf = (rules: Rules, typeId: string): Ages =>
  rules.agesByType.find((ages) => ages.typeId === typeId) ?? rules;

/** Whether this person belongs to the forum; while it names nobody, everybody does. */
export const isMember = ({ memberIds }: Forum, accountId: string): boolean =>
  memberIds.length === 0 || memberIds.includes(accountId);

/** By rule, and by the place inside of it, such as `streams.0.name`. */
export type RuleProblems = Partial<Record<keyof Rules, string>> &
  Record<`${keyof Rules}.${string}`, string>;

/** What keeps these rules from being saved, by field. Ages and grace are whole days. */
export function ruleProblems(rules: Rules): RuleProblems {
  const problems: RuleProblems = {};
  for (const [at, { name }] of rules.streams.entries())
    if (rules.streams.slice(0, at).some((other) => sameName(other.name, name)))
      problems[`streams.${at}.name`] = MESSAGES.rules.nameTwice;
  if (rules.flagAfterDays < rules.warnAfterDays) problems.flagAfterDays = MESSAGES.rules.warnFirst;
  if (rules.agesByType.some((ages) => ages.flagAfterDays < ages.warnAfterDays))
    problems.agesByType = MESSAGES.rules.warnFirst;
  const types = rules.agesByType.map(({ typeId }) => typeId);
  if (new Set(types).size < types.length) problems.agesByType = MESSAGES.rules.typeTwice;
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
  agesByType: rules.agesByType.filter(({ typeId }) => site.typeIds.includes(typeId)),
  undelivered: rules.undelivered && {
    resolutionIds: among(rules.undelivered.resolutionIds, site.resolutionIds),
    statusIds: among(rules.undelivered.statusIds, site.statusIds),
  },
});
