// What calls of the app cost in points. Documented: base, per object, per person, per write. What
// Atlassian does not publish is in one table, with what is assumed and what it could cost at worst.
import { POINTS } from './constants';
import { type Reply, type Route } from './services';

/** `usual` where nobody knows: what is most likely; `worst`: the dearest reading of the rules. */
export type PriceList = 'usual' | 'worst';
export type Points = Record<PriceList, number>;

interface Unknown {
  usual: (touched: number) => number;
  worst: (touched: number) => number;
  /** Why both can be. */
  mark: string;
}

const flat = (points: number) => () => points;
const perIssue = (touched: number) => Math.max(POINTS.write, touched * POINTS.write);

/** Calls whose price is not published, by method and path; https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const UNKNOWN_PRICES: Readonly<Record<string, Unknown>> = {
  'POST /search/approximate-count': {
    usual: flat(POINTS.base),
    worst: flat(POINTS.base + POINTS.object),
    mark: 'assumption: it returns no issue, but could count as one',
  },
  'POST /issue/properties': {
    usual: flat(POINTS.write),
    worst: perIssue,
    mark: 'field report: 1; the example of a bulk create on the page charges one for each issue',
  },
  'DELETE /issue/properties/{propertyKey}': {
    usual: flat(POINTS.write),
    worst: perIssue,
    mark: 'as for setting them',
  },
  'POST /changelog/bulkfetch': {
    usual: flat(POINTS.base),
    worst: (touched) => POINTS.base + touched * POINTS.object,
    mark: 'assumption: histories are no objects of the price list, their issues could be',
  },
};

/** What a call costs: a write its flat price, a read its base and what it returned. */
export function pointsOf({ method, path, writes }: Route, { cost = {} }: Reply): Points {
  const { objects = 0, people = 0, touched = 0 } = cost;
  const unknown = UNKNOWN_PRICES[`${method} ${path}`];
  if (unknown) return { usual: unknown.usual(touched), worst: unknown.worst(touched) };
  const known =
    writes === true ? POINTS.write : POINTS.base + objects * POINTS.object + people * POINTS.people;
  return { usual: known, worst: known };
}
