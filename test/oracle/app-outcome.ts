// The numbers of the tab Outcome vs output as the page gathers them for a viewer, listed or counted, in
// the form of the independent script.
import '../../bench/bridge-global';
import type { Viewer } from '../../bench/viewer';
import { projectJql } from '../../src/adapters/jira/jql';
import { BANDS, type Frame } from '../../src/domain/band';
import { BET_STATES } from '../../src/domain/bets';
import { clauseOf, sumOf } from '../../src/domain/bet-sum';
import type { Clause } from '../../src/domain/clause';
import type { Day } from '../../src/domain/days';
import { filterCounted, NO_STREAM, type Filter, type Stream } from '../../src/domain/filter';
import type { Goal } from '../../src/domain/goal';
import { windowNumbers } from '../../src/domain/number';
import { periodsOf, type DaySpan } from '../../src/domain/periods';
import { undeliveredOf, type Rules } from '../../src/domain/rules';
import { streamRows } from '../../src/domain/streams';
import { printSums } from '../../static/src/surfaces/project/gather/backlog-counts';
import { countSum } from '../../static/src/surfaces/project/gather/counts';
import { windowOf } from '../../static/src/surfaces/project/gather/month-chains';
import {
  periodName,
  streamBacklogName,
  streamName,
  streamsBacklogNumbers,
} from '../../static/src/surfaces/project/gather/names';
import { readParents } from '../../static/src/surfaces/project/gather/parents';
import { readSite } from '../../static/src/surfaces/project/gather/site';
import type { Weight } from '../../static/src/surfaces/project/gather/tally';
import {
  createReport,
  EMPTY_REPORT,
  type WindowReport,
} from '../../static/src/surfaces/project/gather/window-report';
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

/** What the numbers rest on, as the viewer sees it. */
export async function frameFor(
  { jira }: Viewer,
  of: { projectId: string; goals: Goal[]; rules: Rules; zone: string },
): Promise<Frame> {
  const { projectId, goals, rules, zone } = of;
  const site = await readSite(jira, projectId);
  const { standardTypeIds, aboveTypeIds } = site;
  const parents = await readParents(jira, { projectId, zone, aboveTypeIds });
  return { goals, rules, standardTypeIds, undelivered: undeliveredOf(rules, site), parents };
}

/** Reads a number by its name. @throws Error where it is not known for sure */
type Read = (name: string) => number;

/** The report of a window when all of it has been asked for. */
async function report(lens: Lens, way: 'listed' | 'counted', weight: Weight) {
  const { viewer, ...rest } = lens;
  let last: WindowReport = EMPTY_REPORT;
  const running = createReport({
    ...rest,
    jira: viewer.jira,
    weight,
    listedLimit: way === 'listed' ? 10_000 : -1,
    onChange: (one) => (last = one),
  });
  await running.start();
  for (const part of ['periods', 'streams', 'bets'] as const) await running.ask(part);
  const { mode, numbers, effort } = last;
  if (mode !== way) throw new Error(`The window was ${mode ?? 'neither listed nor counted'}.`);
  const read: Read = (name) => {
    const state = (numbers as Record<string, { kind: string; value?: number } | undefined>)[name];
    if (state?.value === undefined) throw new Error(`${name} is ${state?.kind ?? 'missing'}.`);
    return state.value;
  };
  return { read, unit: effort?.unit ?? null };
}

const sumsBy = (read: Read, named: (number: 'output' | 'aimed' | `band.${string}`) => string) => ({
  output: read(named('output')),
  aimed: read(named('aimed')),
  bands: Object.fromEntries(BANDS.map((band) => [band, read(named(`band.${band}`))])),
});

/** What the rows of the streams' table have open, which Jira always counts. */
export async function openRows(lens: Lens): Promise<Record<string, number>> {
  const sums = printSums(streamsBacklogNumbers(lens), lens);
  const counted = Object.entries(sums).map(async ([name, sum]) => {
    const { value } = await countSum(lens.viewer.jira, sum, 0);
    return [name, value];
  });
  return Object.fromEntries(await Promise.all(counted)) as Record<string, number>;
}

/**
 * Every number of a window, gathered in one of the two ways, beside what is open. Rows and months
 * without anything are left out.
 */
export async function appNumbers(
  lens: Lens,
  way: 'listed' | 'counted',
  open: Readonly<Record<string, number>>,
): Promise<Omit<OutcomeNumbers, 'weighted'>> {
  const { frame, days, streams } = lens;
  const { read } = await report(lens, way, 'count');
  const months = periodsOf(days).map(({ from }): [string, Sums] => [
    from.slice(0, 7),
    sumsBy(read, (number) => periodName(from, number as 'output')),
  ]);
  const rows = streamRows(streams).map((row): [string, Record<string, number>] => {
    const name = row === NO_STREAM ? '' : (streams.find(({ id }) => id === row)?.name ?? row);
    const shipped = (['shipped', 'aimed', 'moved'] as const).map((one) => [
      one,
      read(streamName(row, one)),
    ]);
    const waiting = (['open', 'covered', 'candidates', 'old'] as const).map((one) => [
      one,
      open[streamBacklogName(row, one)] ?? NaN,
    ]);
    return [name, Object.fromEntries([...shipped, ...waiting]) as Record<string, number>];
  });
  const states = BET_STATES.map((state): [string, number] => [state, read(`bets.${state}`)]);
  return {
    ...sumsBy(read, (number) => number),
    undelivered: read('undelivered'),
    aimedBefore: read('aimedBefore'),
    answered: read('answered'),
    answeredAfterDone: read('answeredAfterDone'),
    movedUnaimed: read('movedUnaimed'),
    goals: Object.fromEntries(frame.goals.map(({ id }) => [id, read(`goal.${id}`)])),
    months: Object.fromEntries(months.filter(([, { output }]) => output > 0)),
    bets: {
      ...Object.fromEntries(states),
      bets: states.reduce((sum, [, count]) => sum + count, 0),
      items: read('inBets'),
      itemsMoved: read('inMovedBets'),
    },
    streams: Object.fromEntries(
      rows.filter(([, numbers]) => Object.values(numbers).some((count) => count > 0)),
    ),
  };
}

/** By estimate; null where no item has one. */
export async function weightedNumbers(lens: Lens): Promise<Sums | null> {
  const { read, unit } = await report(lens, 'listed', 'estimate');
  return unit === null ? null : sumsBy(read, (number) => number);
}

/** So few parents a condition names here that sums have several parts. */
const PARENTS_AT_ONCE = 12;

/** Numbers of the window that differ when they are counted in parts; none should. */
export async function differentInParts(lens: Lens): Promise<string[]> {
  const { viewer, projectId, zone, frame, days, filter, streams } = lens;
  const within = filterCounted(frame, filter, streams);
  const numbers = windowNumbers(frame, windowOf(days, zone), within);
  const print = (clause: Clause): string => projectJql(projectId, clause, zone);
  const different = Object.entries(numbers).map(async ([name, counted]) => {
    const { plus, minus } = sumOf(frame, counted, PARENTS_AT_ONCE);
    const parts = { plus: plus.map(print), minus: minus.map(print) };
    const whole = { plus: [print(clauseOf(frame, counted))] };
    const [one, other] = await Promise.all(
      [parts, whole].map((sum) => countSum(viewer.jira, sum, 0)),
    );
    return one?.value === other?.value ? [] : [name];
  });
  return (await Promise.all(different)).flat();
}
