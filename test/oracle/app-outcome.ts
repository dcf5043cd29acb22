// The numbers of the tab Outcome vs output as the app makes them for a viewer: from listed items, and
// counted by Jira, in the form of the independent script.
import '../../bench/bridge-global';
import type { Viewer } from '../../bench/viewer';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf } from '../../src/adapters/jira/items';
import { projectJql } from '../../src/adapters/jira/jql';
import {
  BANDS,
  lookAt,
  wasFinished,
  type Band,
  type Frame,
  type Window,
} from '../../src/domain/band';
import { clauseOf, sumOf, type Counted } from '../../src/domain/bet-sum';
import { betsOf } from '../../src/domain/bets';
import type { Day } from '../../src/domain/days';
import { and, oneOf, type Clause } from '../../src/domain/clause';
import {
  filterClause,
  filterCounted,
  NO_STREAM,
  streamClause,
  type Filter,
  type Stream,
} from '../../src/domain/filter';
import type { Goal } from '../../src/domain/goal';
import type { ItemFacts } from '../../src/domain/item';
import { periodNumbers, windowNumbers, type WindowNumber } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { monthsOf, type DaySpan } from '../../src/domain/periods';
import { undeliveredOf, type Rules } from '../../src/domain/rules';
import {
  rowsOf,
  streamBacklogNumbers,
  streamBacklogOf,
  streamOutputNumbers,
  streamOutputOf,
  streamRows,
} from '../../src/domain/streams';
import { windowOf } from '../../static/src/surfaces/project/gather/month-chains';
import { countSum } from '../../static/src/surfaces/project/gather/counts';
import { searchAll } from '../../static/src/surfaces/project/gather/search';
import { readParents, readSite } from '../../static/src/surfaces/project/gather/site';
import type { OutcomeNumbers, Sums } from './outcome-script';

/** Whose numbers, of what. */
export interface Lens {
  viewer: Viewer;
  projectId: string;
  zone: string;
  frame: Frame;
  days: DaySpan;
  filter: Filter;
  streams: readonly Stream[];
  today: Day;
  now: number;
}

/** So few parents a condition names here that every sum has several parts. */
const PARENTS_AT_ONCE = 12;
const POINTS = 'customfield_10016';

/** What the numbers rest on, as the viewer sees it. */
export async function frameFor(
  { jira }: Viewer,
  {
    projectId,
    goals,
    rules,
    zone,
  }: { projectId: string; goals: Goal[]; rules: Rules; zone: string },
): Promise<Frame> {
  const site = await readSite(jira, projectId);
  const { standardTypeIds, aboveTypeIds } = site;
  const parents = await readParents(jira, { projectId, zone, aboveTypeIds });
  return { goals, rules, standardTypeIds, undelivered: undeliveredOf(rules, site), parents };
}

interface Listed {
  facts: ItemFacts;
  points: number;
}

async function list({ viewer, projectId, zone, frame, filter, streams }: Lens): Promise<Listed[]> {
  const clause = and(oneOf('type', frame.standardTypeIds), filterClause(frame, filter, streams));
  const items: Listed[] = [];
  const search = {
    jql: projectJql(projectId, clause, zone),
    fields: [...FACT_FIELDS, POINTS],
    properties: FACT_PROPERTIES,
  };
  await searchAll(viewer.jira, search, (issues) => {
    for (const issue of issues) {
      const points = (issue.fields as Record<string, unknown> | undefined)?.[POINTS];
      items.push({ facts: factsOf(issue), points: typeof points === 'number' ? points : 0 });
    }
  });
  return items;
}

const monthName = ({ from }: DaySpan): string => from.slice(0, 7);
const nameOf = (row: string, streams: readonly Stream[]): string =>
  row === NO_STREAM ? '' : (streams.find(({ id }) => id === row)?.name ?? row);
const filled = <T extends Record<string, number>>(entries: [string, T][]): Record<string, T> =>
  Object.fromEntries(
    entries.filter(([, numbers]) => Object.values(numbers).some((value) => value > 0)).sort(),
  );

/** Every number from the items that the viewer can list. */
export async function listedNumbers(lens: Lens): Promise<OutcomeNumbers> {
  const { zone, frame, days, streams, today, now } = lens;
  const window = windowOf(days, zone);
  const listed = await list(lens);
  const facts = listed.map((item) => item.facts);
  const points = new Map(listed.map((item) => [item.facts.id, item.points]));
  const sums = (within: Window, weigh?: (item: ItemFacts) => number): Sums => {
    const { output, aimed, bands } = outputOf(facts, frame, within, weigh);
    return { output, aimed, bands };
  };
  const { inBets, inMovedBets, ...numbers } = outputOf(facts, frame, window);
  const bets = betsOf(facts, frame, window, today);
  if (bets.items !== inBets || bets.itemsMoved !== inMovedBets)
    throw new Error('bets do not add up');
  const rows = new Map(streamRows(streams).map((row) => [row, emptyRow()]));
  for (const item of facts) {
    const look = wasFinished(item, window) ? lookAt(item, frame) : null;
    const counts = {
      ...(look?.delivered ? streamOutputOf(look) : {}),
      ...streamBacklogOf(item, frame, now),
    };
    for (const row of rowsOf(item, streams, now))
      for (const [name, counted] of Object.entries(counts)) {
        const sum = rows.get(row);
        if (sum && counted) sum[name] = (sum[name] ?? 0) + 1;
      }
  }
  return {
    ...numbers,
    months: Object.fromEntries(
      monthsOf(days)
        .map((month): [string, Sums] => [monthName(month), sums(windowOf(month, zone))])
        .filter(([, { output }]) => output > 0),
    ),
    bets,
    streams: filled([...rows].map(([row, sum]) => [nameOf(row, streams), sum])),
    weighted: sums(window, ({ id }) => points.get(id) ?? 0),
  };
}

const emptyRow = (): Record<string, number> => ({
  shipped: 0,
  aimed: 0,
  moved: 0,
  open: 0,
  covered: 0,
  candidates: 0,
  old: 0,
});

/** Numbers of the window that have no parts. */
export type WholeNumbers = Omit<OutcomeNumbers, 'months' | 'bets' | 'streams' | 'weighted'>;

const inProject =
  ({ projectId, zone }: Lens) =>
  (clause: Clause): string =>
    projectJql(projectId, clause, zone);

async function countAll<N extends string>(
  lens: Lens,
  numbers: Record<N, Counted>,
): Promise<Record<N, number>> {
  const counted = Object.entries<Counted>(numbers).map(async ([name, one]) => {
    const plus = [inProject(lens)(clauseOf(lens.frame, one))];
    const { value } = await countSum(lens.viewer.jira, { plus }, 0);
    return [name, value];
  });
  return Object.fromEntries(await Promise.all(counted)) as Record<N, number>;
}

const withinFilter = ({ frame, filter, streams }: Lens): Counted =>
  filterCounted(frame, filter, streams);
const numbersOf = (lens: Lens): Record<WindowNumber, Counted> =>
  windowNumbers(lens.frame, windowOf(lens.days, lens.zone), withinFilter(lens));

/** The numbers of the window that Jira counts, each by one condition. */
export async function countedNumbers(lens: Lens): Promise<WholeNumbers> {
  const all = await countAll(lens, numbersOf(lens));
  const { output, aimed, undelivered, aimedBefore, answered, answeredAfterDone } = all;
  return {
    output,
    aimed,
    undelivered,
    aimedBefore,
    answered,
    answeredAfterDone,
    movedUnaimed: all.movedUnaimed,
    bands: bandsOf(all),
    goals: Object.fromEntries(lens.frame.goals.map(({ id }) => [id, all[`goal.${id}`] ?? 0])),
  };
}

/** Those of the window's numbers that are another one when counted in parts; none of them should be. */
export async function differentInParts(lens: Lens): Promise<string[]> {
  const numbers = numbersOf(lens);
  const all = await countAll(lens, numbers);
  const print = inProject(lens);
  const different = Object.entries(numbers).map(async ([name, counted]) => {
    const { plus, minus } = sumOf(lens.frame, counted, PARENTS_AT_ONCE);
    const sum = { plus: plus.map(print), minus: minus.map(print) };
    const { value } = await countSum(lens.viewer.jira, sum, 0);
    return value === all[name as WindowNumber] ? [] : [name];
  });
  return (await Promise.all(different)).flat();
}

/** Months and components as Jira counts them. */
export async function countedParts(
  lens: Lens,
): Promise<Pick<OutcomeNumbers, 'months' | 'streams'>> {
  const { frame, days, zone, streams } = lens;
  const within = withinFilter(lens);
  const months: [string, Sums][] = [];
  for (const month of monthsOf(days)) {
    const counts = await countAll(lens, periodNumbers(frame, windowOf(month, zone), within));
    const { output, aimed } = counts;
    if (output > 0) months.push([monthName(month), { output, aimed, bands: bandsOf(counts) }]);
  }
  const rows: [string, Record<string, number>][] = [];
  for (const row of streamRows(streams)) {
    const clause = streamClause(row, streams);
    const shipped = streamOutputNumbers(frame, windowOf(days, zone), clause, within);
    const open = streamBacklogNumbers(frame, clause, within);
    rows.push([nameOf(row, streams), await countAll(lens, { ...shipped, ...open })]);
  }
  return { months: Object.fromEntries(months), streams: filled(rows) };
}

const bandsOf = (counts: Record<`band.${Band}`, number>): Record<string, number> =>
  Object.fromEntries(BANDS.map((band) => [band, counts[`band.${band}`]]));
