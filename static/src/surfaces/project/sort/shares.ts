// What a draw says of all that was shipped: shares with how sure they are. Pure.
import { differ, wilson, type Interval } from '../../../../../src/domain/interval';
import type { Sorting } from '../../../../../src/domain/sort';
import type { Standing } from './deck';

export interface Shares {
  /** Items of the draw, and of those the ones of which something is known. */
  drawn: number;
  known: number;
  count: Record<Sorting, number>;
  /** Bets without a result yet; they are known and in none of the three shares. */
  waiting: number;
  /** Where nobody has looked: still to be asked, skipped, not saved. */
  unknown: number;
  /** The draw holds all that was shipped, so its shares are no estimate. */
  whole: boolean;
}

/** Adds up where the items of a draw stand. */
export function sharesOf(standings: Iterable<Standing>, whole: boolean): Shares {
  const all = [...standings];
  const of = (standing: Standing): number => all.filter((one) => one === standing).length;
  const count = { moved: of('moved'), tested: of('tested'), run: of('run') };
  const waiting = of('waiting');
  const known = count.moved + count.tested + count.run + waiting;
  return { drawn: all.length, known, count, waiting, unknown: all.length - known, whole };
}

/** Where the share of all lies; null where nothing is known, and where nothing has to be estimated. */
export const intervalOf = ({ count, known, unknown, whole }: Shares, sorting: Sorting) =>
  whole && unknown === 0 ? null : wilson(count[sorting], known);

/** One share against that of an earlier draw. */
export type Change = 'up' | 'down' | 'unclear';

/** Clear only where the two intervals do not overlap. */
export function changeOf(now: Shares, before: Shares, sorting: Sorting): Change {
  const of = ({ count, known }: Shares): Interval | null => wilson(count[sorting], known);
  const [a, b] = [of(now), of(before)];
  if (a === null || b === null || !differ(a, b)) return 'unclear';
  return a[0] > b[1] ? 'up' : 'down';
}
