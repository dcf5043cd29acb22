// How much the page asks of Jira.

/** Up to this many finished items are listed one by one; more are counted by Jira. */
export const LISTED_LIMIT = 2_000;
/** Parents that one search names. */
export const PARENTS_AT_ONCE = 500;
/** Calls to Jira side by side. */
export const SIDE_BY_SIDE = 4;
