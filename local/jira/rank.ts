// The order of issues on boards: texts that sort, with room for more between any two of them.
import { type Db } from '../db';
import { str } from './rows';

const DIGITS = 12;
const RADIX = 36;

const digitsOf = (rank: string): string => rank.replace('0|', '').replace(':', '');

/** The rank that an issue is made with: behind all that are older. */
const firstRank = (issueId: string): string => `0|${issueId.padStart(DIGITS, '0')}:`;

/** A rank behind `before` and in front of `after`; without `after`, in front of the next new issue. */
export function rankBetween(before: string | undefined, after: string | undefined): string {
  const low = before === undefined ? '' : digitsOf(before);
  const middle = after === undefined ? `${low}i` : middleOf(low, digitsOf(after));
  const padded = middle.padEnd(DIGITS, '0');
  return `0|${padded.slice(0, DIGITS)}:${padded.slice(DIGITS)}`;
}

/** Digits that sort between two others; `low` must sort before `high`. */
function middleOf(low: string, high: string): string {
  const digit = (text: string, n: number) =>
    n < text.length ? parseInt(text.charAt(n), RADIX) : 0;
  let common = '';
  let bounded = true;
  for (let n = 0; ; n += 1) {
    const [from, to] = [digit(low, n), bounded ? digit(high, n) : RADIX];
    if (to - from > 1) return common + Math.floor((from + to) / 2).toString(RADIX);
    common += from.toString(RADIX);
    // One below the upper end: whatever follows stays below it.
    if (to > from) bounded = false;
  }
}

export interface Ranks {
  of(issueId: string): string;
  /** Puts a new issue behind all that are older. */
  add(issueId: string): void;
  /** The rank next to one, on the given side; undefined at the end. */
  neighbour(rank: string, side: 'before' | 'after'): string | undefined;
  set(issueId: string, rank: string): void;
  remove(issueId: string): void;
}

/** The ranks of all issues of the site, whatever their project. */
export function createRanks(db: Db): Ranks {
  const set = (issueId: string, rank: string): void => {
    db.run('INSERT OR REPLACE INTO jira_rank VALUES (?, ?)', [Number(issueId), rank]);
  };
  return {
    set,
    add: (issueId) => {
      set(issueId, firstRank(issueId));
    },
    of: (issueId) => {
      const row = db.get('SELECT rank FROM jira_rank WHERE issue_id = ?', [Number(issueId)]);
      return row ? str(row, 'rank') : firstRank(issueId);
    },
    neighbour: (rank, side) => {
      const row = db.get(
        side === 'before'
          ? 'SELECT rank FROM jira_rank WHERE rank < ? ORDER BY rank DESC LIMIT 1'
          : 'SELECT rank FROM jira_rank WHERE rank > ? ORDER BY rank LIMIT 1',
        [rank],
      );
      return row && str(row, 'rank');
    },
    remove: (issueId) => {
      db.run('DELETE FROM jira_rank WHERE issue_id = ?', [Number(issueId)]);
    },
  };
}
