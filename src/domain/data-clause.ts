// Items on which anything of Ladder's is written, by the paths that Jira indexes.
import { has, or, type Clause } from './clause';

/** An answer or a flag: what a file has of the items themselves. */
export const carryingClause: Clause = or(
  ...(['state', 'why', 'goal', 'when', 'flag', 'reason', 'since', 'notBefore'] as const).map(has),
);

/** The same, and what is shown of records besides. */
export const touchedClause: Clause = or(
  carryingClause,
  ...(
    [
      'result',
      'resultAt',
      'decision',
      'until',
      'passUntil',
      'checkBy',
      'stopBy',
      'answered',
    ] as const
  ).map(has),
);
