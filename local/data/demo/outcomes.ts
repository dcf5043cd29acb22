// What the people of the demo shop said of finished work: results, later check dates, sortings.

import { PROPERTY_KEYS, writeAnswer, writeResult } from '../../../src/contract/properties';
import type { Day } from '../../../src/domain/days';
import type { Result, ResultValue } from '../../../src/domain/item';
import { evidenceOf, type CitedReading } from '../../../src/domain/result';
import { resultOfSorting, sortedAnswer, type Sorting } from '../../../src/domain/sort';
import type { KeptResult, Postponement, Said } from '../../../src/ports';
import { LOGIN_USERS } from '../people';
import type { Draft } from './draft';
import { dayFrom } from './moments';
import type { Random } from '../../random';
import { GOALS, PHRASES, type Story } from './tables';

/** How many results of the shop rest on a number. */
const CITING = 0.65;
const BY = LOGIN_USERS.po.accountId;

interface Told {
  now: number;
  random: Random;
}

/** Records what came of a finished bet, `daysAgo` days before now. */
export function giveResult(
  draft: Draft,
  { value, daysAgo, cites }: NonNullable<Story['result']>,
  { now, random }: Told,
): void {
  const delivered = draft.finished ?? now;
  const at = dayFrom(Math.max(now - daysAgo * 86_400_000, delivered), 0);
  const note = random.pick(PHRASES.results[value]);
  const cited = cites ?? (value !== 'unclear' && random.chance(CITING));
  const reading = cited ? readingBetween(draft, dayFrom(delivered, 0), at, now) : undefined;
  const evidence = evidenceOf(reading ?? null, dayFrom(delivered, 0));
  draft.said.push({ result: value, evidence, at, by: BY, note, ...(reading && { reading }) });
}

/** The latest reading of the draft's goal that is from after the delivery and was known by then. */
function readingBetween(
  draft: Draft,
  delivered: Day,
  known: Day,
  now: number,
): CitedReading | undefined {
  const { goal, readings = [] } =
    Object.values(GOALS).find((one) => one.goal.id === draft.answer?.fields.goal) ?? {};
  const found = readings
    .map(([offset, value]) => ({ goalId: goal?.id ?? '', day: dayFrom(now, offset), value }))
    .filter(({ day }) => delivered < day && day <= known);
  return found.at(-1);
}

/** Finds it too early, each time on the day of the check: `to` are days from now, the last one the present check. */
export function postpone(draft: Draft, first: number, to: readonly number[], now: number): void {
  const dates = [first, ...to];
  draft.later = to.map((day, index): Postponement => {
    const from = dayFrom(now, dates[index] ?? day);
    const note = PHRASES.tooEarly[index % PHRASES.tooEarly.length];
    return {
      from,
      to: dayFrom(now, day),
      at: from,
      by: BY,
      delivered: true,
      written: true,
      ...(note !== undefined && { note }),
    };
  });
}

/** Sorts a finished item by hand, on a day soon after it. */
export function sortByHand(draft: Draft, sorting: Sorting, at: Day): void {
  draft.sorting = { sorting, at };
  const result: ResultValue | null = resultOfSorting(sorting);
  if (result !== null) draft.said.push({ result, evidence: 'judged', at, by: BY });
}

/** The properties of an item that was sorted or has a result. */
export function outcomeProperties({ said, sorting }: Draft): Record<string, unknown> {
  const last = said.at(-1);
  return {
    ...(sorting !== null && {
      [PROPERTY_KEYS.answer]: writeAnswer(sortedAnswer(null, sorting.sorting, sorting.at)),
    }),
    ...(last && { [PROPERTY_KEYS.result]: writeResult(shown(last)) }),
  };
}

const shown = ({ result, evidence, at }: Said): Result => ({ result, evidence, at });

/** What storage knows of it; null when nobody has said anything. */
export function keptResult({ said, later }: Draft): KeptResult | null {
  if (said.length + later.length === 0) return null;
  const given = said.at(-1) ?? null;
  const rev = said.length + later.length;
  return { rev, writes: rev, given, written: true, earlier: said.slice(0, -1), later };
}
