// What a draw says of all that was shipped: shares with how sure they are. Pure.
import { differ, wilson } from '../../../../../src/domain/interval';
import type { Sorting } from '../../../../../src/domain/sort';
import { lengthOf, type Days } from '../address';
import type { Standing } from './deck';

export interface Shares {
  /** Items of the draw. */
  drawn: number;
  /**
   * The first ones of the draw, in its order, that nobody has to be asked for any more. They are a
   * random sample themselves; what is known further on is not, as some items arrive with an answer.
   */
  first: number;
  /** Of the first ones those of which something is known. */
  known: number;
  count: Record<Sorting, number>;
  /** Bets without a result yet. They may still end either way, so they are in no share. */
  waiting: number;
  /** Known, but after the first one that is still to be asked: they count once that is done. */
  later: number;
  /** Where nobody has looked: still to be asked, skipped, not saved. */
  unknown: number;
  /** Of those the ones that somebody still has to look at: to be asked, or not saved. */
  open: number;
  /** The draw holds all that was shipped, so its shares are no estimate. */
  whole: boolean;
}

/** Under this many first ones nothing is estimated: so few say hardly anything of all. */
const FEW = 10;

const KNOWN: readonly Standing[] = ['moved', 'tested', 'run', 'waiting'];

/** How many are done with before the first one that is not; a skipped one can still be told. */
function firstOf(all: readonly Standing[]): number {
  if (!all.some((one) => one === 'open' || one === 'failed')) return all.length;
  return all.findIndex((one) => one === 'open' || one === 'failed' || one === 'skipped');
}

/** Adds up where the items of a draw stand, in the order of the draw. */
export function sharesOf(standings: Iterable<Standing>, whole: boolean): Shares {
  const all = [...standings];
  const first = firstOf(all);
  const head = all.slice(0, first);
  const of = (standing: Standing): number => head.filter((one) => one === standing).length;
  const knownIn = (some: readonly Standing[]): number =>
    some.filter((one) => KNOWN.includes(one)).length;
  const count = { moved: of('moved'), tested: of('tested'), run: of('run') };
  const known = knownIn(head);
  const later = knownIn(all.slice(first));
  const unknown = all.length - known - later;
  const open = all.filter((one) => one === 'open' || one === 'failed').length;
  const drawn = all.length;
  return { drawn, first, known, count, waiting: of('waiting'), later, unknown, open, whole };
}

/** Items of which it is known what became of them: the shares are shares of these. */
export const toldOf = ({ known, waiting }: Shares): number => known - waiting;

/** Of a draw at least so much has to be looked at before another is compared with it. */
const LOOKED_AT = 0.95;

/** Whether a draw has been looked at, so that it can be compared with. */
export const isLookedAt = ({ drawn, open }: Shares): boolean =>
  drawn > 0 && drawn - open >= LOOKED_AT * drawn;

/** The days that lie in both times; null without any. */
export function daysInBoth(a: Days, b: Days): (Days & { count: number }) | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from > to ? null : { from, to, count: lengthOf({ from, to }) };
}

/** Whether the shares are a count of all that was shipped, with nothing to estimate. */
export const isCount = ({ whole, unknown }: Shares): boolean => whole && unknown === 0;

const estimate = (shares: Shares, sorting: Sorting) =>
  shares.first < FEW ? null : wilson(shares.count[sorting], toldOf(shares));

/** Where the share of all lies; null where too little is known, and where nothing has to be estimated. */
export const intervalOf = (shares: Shares, sorting: Sorting) =>
  isCount(shares) ? null : estimate(shares, sorting);

/** One share against that of an earlier draw. */
export type Change = 'up' | 'down' | 'unclear';

/** Clear only where the two intervals do not overlap; null where one of the two is too short. */
export function changeOf(now: Shares, before: Shares, sorting: Sorting): Change | null {
  if (!isLookedAt(before)) return null;
  const [a, b] = [estimate(now, sorting), estimate(before, sorting)];
  if (a === null || b === null) return null;
  if (!differ(a, b)) return 'unclear';
  return a[0] > b[1] ? 'up' : 'down';
}
