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
/** Each half of a goal's sentence. */
export const GOAL_TEXT_LIMIT = 300;
export const METRIC_LIMIT = 100;
/** Longest age and longest grace that a rule takes, in days. */
export const AGE_LIMIT = 3_650;
export const GRACE_LIMIT = 365;
/** Longest key of an item. */
export const ITEM_KEY_LIMIT = 50;
