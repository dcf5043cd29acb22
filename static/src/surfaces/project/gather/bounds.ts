// How much the page asks of Jira.

/** Up to this many finished items are listed one by one; more are counted by Jira. */
export const LISTED_LIMIT = 2_000;
/** Parents that one search names. */
export const PARENTS_AT_ONCE = 500;
/**
 * Answered parents for which a counted window still asks everything: four searches a number. Above,
 * only what needs no parents is counted.
 */
export const PARENTS_COUNTED = 2_000;
/** Parents' bets that a counted window looks for, one count each. */
export const PARENT_BETS = 100;
/** Ids that one page of a search without fields gives. */
export const IDS_AT_ONCE = 5_000;
/** Finished items that a sample is drawn from: ten pages of ids. */
export const DRAWN_FROM = 50_000;
/** Streams that are shown and counted until somebody asks for all. */
export const STREAMS_FIRST = 12;
/** Calls to Jira side by side. */
export const SIDE_BY_SIDE = 4;
/** Open parents without an answer that are looked at, one count each. */
export const CANDIDATE_PARENTS = 50;
/** Boards of a project whose sprints are read. */
export const BOARDS_READ = 3;
/** Items in the list of those that somebody let start without an answer. */
export const STARTED_LISTED = 20;
