// Bounds of what the app takes and keeps. Lengths in UTF-16 code units, as Jira counts them.

/** Jira: an entity property holds at most this many characters (and, by its body text, bytes) of JSON. */
export const PROPERTY_LIMIT = 32_768;
/** A part of the sentence. */
export const SENTENCE_LIMIT = 1_000;
/** The other short texts: metric, for whom, because, note. */
export const TEXT_LIMIT = 500;
export const UNIT_LIMIT = 20;
export const LINK_LIMIT = 500;
export const LABEL_LIMIT = 255;
/**
 * Goals kept per project, ended ones included. With the limits below, goals and rules stay under the
 * 240 KiB of a stored value, and the gate's table under the size of a property.
 */
export const GOALS_LIMIT = 100;
export const EXEMPT_LIMIT = 50;
/** Agreements kept per project: one for each period. */
export const AGREEMENTS_LIMIT = 40;
/** People with whom one agreement is made. */
export const AGREED_WITH_LIMIT = 10;
/** Goals that the next period begins with. */
export const NEXT_GOALS_LIMIT = 20;
/** Each half of a goal's sentence. */
export const GOAL_TEXT_LIMIT = 300;
export const METRIC_LIMIT = 100;
/** Longest age and longest grace that a rule takes, in days. */
export const AGE_LIMIT = 3_650;
export const GRACE_LIMIT = 365;
/** Longest key of an item. */
export const ITEM_KEY_LIMIT = 50;
/** Kept of what somebody is typing: longer than what can be saved, so that nothing typed is lost. */
export const DRAFT_TEXT_LIMIT = 20_000;
/** All texts of one draft together; a stored value holds at most 240 KiB. */
export const DRAFT_LIMIT = 60_000;
/** Items that one call reads the passes of. */
export const PASSES_AT_ONCE = 50;
/** Items that one call reads the results of. */
export const RESULTS_AT_ONCE = 50;
/** Rules that one person keeps for sorting a project's finished items. */
export const SORT_RULES_LIMIT = 50;
/** Signals of a project that one person has dismissed; the oldest are forgotten first. */
export const DISMISSED_SIGNALS_LIMIT = 200;
/** Transitions of one workflow that the gate can be placed on. */
export const TRANSITIONS_LIMIT = 200;
/** Types of one project with ages of their own. */
export const TYPE_AGES_LIMIT = 50;
export const FORUM_NAME_LIMIT = 100;
export const MEMBERS_LIMIT = 50;
/** Value streams of one project, and what each may hold. */
export const STREAMS_LIMIT = 20;
export const STREAM_NAME_LIMIT = 60;
export const CLAUSE_LIMIT = 1_000;
/** Items on the agenda of one meeting. */
export const AGENDA_LIMIT = 100;
/** Most story points, or hours, of one item: more is no estimate, and would drown all others. */
export const EFFORT_LIMIT = 10_000;
/** Items that one is split into. */
export const PARTS_LIMIT = 5;
/** Decisions in one draft. */
export const DRAFT_DECISIONS_LIMIT = 200;
/**
 * Bytes of those decisions as JSON: in a script of three bytes a character 200 long reasons are more
 * than the 240 KiB of a stored value.
 */
export const DRAFT_DECISIONS_BYTES = 235_000;
/** Items that one call reads the decisions of. */
export const DECISIONS_AT_ONCE = 50;
/** Decisions, or acts, that one call answers. */
export const LISTED_AT_ONCE = 200;
/** Longest way from one page of acts or decisions to the next: a key of storage. */
export const CURSOR_LIMIT = 600;
/** Rows of a file that one call takes, and their bytes as JSON: a page sends at most 500 KB at once. */
export const DATA_ROWS = 100;
export const DATA_BYTES = 300_000;
/** Items that one call gives flags to, and how many different ones: each is a task of Jira's. */
export const DATA_FLAGS = 100;
export const DATA_FLAG_KINDS = 5;
