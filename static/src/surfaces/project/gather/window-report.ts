// The numbers of a window: listed item by item up to a limit, counted by Jira above it.
import type { Frame, Window } from '../../../../../src/domain/band';
import { dayOf, type Day } from '../../../../../src/domain/days';
import { areSaved, type Filter, type Stream } from '../../../../../src/domain/filter';
import type { DaySpan } from '../../../../../src/domain/periods';
import { LISTED_LIMIT } from './bounds';
import { countSum, type Numbers, type Sum } from './counts';
import { effortFields, pointFields } from './effort';
import { finishedList, finishedSearches } from './finished';
import type { JiraCall } from './jira-call';
import { listedItemOf, withMembers, type ListedItem } from './listed-item';
import type { Members } from './members';
import { chainsOf } from './month-chains';
import { windowFor, type Question, type WindowName } from './names';
import { COUNTING, type NumberState } from './number-state';
import { searchAll } from './search';
import { createTally, type Effort, type Weight } from './tally';
import { createWindowCounts, type Part, type WindowCounts } from './window-counts';

export interface WindowReport {
  mode: 'listed' | 'counted' | null;
  numbers: Numbers<WindowName>;
  /** What was finished, undelivered ones too, as Jira counts it; null until it has. */
  finished: number | null;
  /** Items read so far, and how many there are roughly; null when nothing is being read. */
  reading: { done: number; of: number } | null;
  /** What was finished, undelivered ones too; null until all of it is listed, and where it is counted. */
  items: readonly ListedItem[] | null;
  /** Null where items count one each. */
  effort: Effort | null;
}

export const EMPTY_REPORT: WindowReport = {
  mode: null,
  numbers: {},
  finished: null,
  reading: null,
  items: null,
  effort: null,
};

export interface ReportOptions {
  jira: JiraCall;
  projectId: string;
  /** The viewer's zone, in which Jira reads moments and the window's days begin. */
  zone: string;
  frame: Frame;
  days: DaySpan;
  /** None by default. */
  filter?: Filter;
  /** Rows of the streams' table, besides *in no stream*. */
  streams?: readonly Stream[];
  /** The project's day; by default that of `now`. */
  today?: Day;
  /** What listed items count; a counted window always counts one each. */
  weight?: Weight;
  /** Milliseconds. */
  now?: number;
  /** Up to this many finished items are listed. */
  listedLimit?: number;
  onChange: (report: WindowReport) => void;
}

export interface RunningReport {
  start: () => Promise<void>;
  /** Counts a part that a counted window leaves for later; a listed one has it anyway. */
  ask: (part: Part) => Promise<void>;
  /** Asks again for what failed: all numbers of a list, the one number of a count. */
  retry: (name: WindowName) => Promise<void>;
}

/** Fields with estimates; none where Jira can't say which there are. */
const estimateFields = async (jira: JiraCall, weight: Weight): Promise<string[]> =>
  weight === 'estimate' ? jira('fields').then(pointFields, () => []) : [];

/** Starts nothing by itself; `onChange` gets every new state. */
export function createReport(options: ReportOptions): RunningReport {
  const { jira, projectId, zone, frame, days, onChange } = options;
  const { weight = 'count', now = Date.now(), listedLimit = LISTED_LIMIT } = options;
  const question: Question = {
    frame,
    zone,
    days,
    filter: options.filter ?? {},
    streams: options.streams ?? [],
    today: options.today ?? dayOf(now, frame.rules.timeZone),
  };
  const saved = areSaved(question.streams);
  let tally = createTally(question, weight, now);
  /** Which items meet the saved conditions; asked once, and again with what failed. */
  let members: Promise<Members> | null = null;
  const everyName = (state: NumberState): Numbers<WindowName> => tally.numbers(() => state);
  const searches = (window: Window): Sum => finishedSearches({ ...question, projectId }, window);

  const items: ListedItem[] = [];
  const seen = new Set<string>();
  let finished: number | null = null;
  let pending: string[] = [];
  let points: readonly string[] = [];
  let counts: WindowCounts | null = null;
  const wanted = new Set<Part>();

  const show = (more: Partial<WindowReport>): void =>
    onChange({ ...EMPTY_REPORT, finished, ...more });
  /** Rows of saved streams say nothing before all of their items are known. */
  const rowsAre = (state: NumberState, numbers: Numbers<WindowName>): Numbers<WindowName> =>
    Object.fromEntries(
      Object.entries(numbers).map(([name, found]) => [
        name,
        saved && name.startsWith('stream.') ? state : found,
      ]),
    );
  const showSoFar = (): void =>
    show({
      mode: 'listed',
      numbers: rowsAre(
        COUNTING,
        tally.numbers((soFar) => ({ kind: 'counting', soFar })),
      ),
      reading: { done: items.length, of: Math.max(finished ?? 0, items.length) },
      effort: tally.effort(),
    });

  const readChain = (jql: string): Promise<void> => {
    const estimates = weight === 'estimate' ? effortFields(points) : [];
    return searchAll(jira, finishedList(jql, estimates), (issues) => {
      for (const issue of issues) {
        // An item that moves while it is read may come twice.
        if (seen.has(issue.id)) continue;
        seen.add(issue.id);
        const item = withMembers(listedItemOf(issue, points), null, question.filter);
        items.push(item);
        tally.add(item);
      }
      showSoFar();
    });
  };

  const readChains = async (): Promise<void> => {
    if (saved) {
      members ??= import('./members').then(({ readMembers }) =>
        readMembers(jira, { ...question, projectId }),
      );
      members.catch(() => undefined);
    }
    const failed: string[] = [];
    await Promise.all(pending.map((jql) => readChain(jql).catch(() => failed.push(jql))));
    pending = failed;
    if (failed.length > 0) {
      show({ mode: 'listed', numbers: everyName({ kind: 'failed' }) });
      return;
    }
    const known = (): Numbers<WindowName> =>
      tally.numbers((value) => ({ kind: 'known', value, about: false }));
    if (!saved || !members) {
      show({ mode: 'listed', numbers: known(), items, effort: tally.effort() });
      return;
    }
    show({ mode: 'listed', numbers: rowsAre(COUNTING, known()), items, effort: tally.effort() });
    try {
      const found = await members;
      tally = createTally(question, weight, now);
      const sorted = items.map((item) => withMembers(item, found, question.filter));
      for (const item of sorted) tally.add(item);
      show({ mode: 'listed', numbers: known(), items: sorted, effort: tally.effort() });
    } catch {
      members = null;
      show({
        mode: 'listed',
        numbers: rowsAre({ kind: 'failed' }, known()),
        items,
        effort: tally.effort(),
      });
    }
  };

  const count = async (): Promise<void> => {
    const created = createWindowCounts({
      jira,
      projectId,
      question,
      onChange: (numbers) => show({ mode: 'counted', numbers }),
    });
    counts = created;
    const headline = created.headline();
    const parts = [...wanted].map((part) => created.ask(part));
    await Promise.all([headline, ...parts]);
  };

  const start = async (): Promise<void> => {
    show({ numbers: everyName(COUNTING) });
    let expected: number;
    try {
      expected = finished = (await countSum(jira, searches(windowFor(question)), 0)).value;
    } catch {
      show({ numbers: everyName({ kind: 'failed' }) });
      return;
    }
    if (expected > listedLimit) return count();
    points = await estimateFields(jira, weight);
    pending = chainsOf(days, zone, expected).flatMap((part) => searches(part).plus);
    show({
      mode: 'listed',
      numbers: everyName(COUNTING),
      reading: { done: 0, of: expected },
    });
    await readChains();
  };

  return {
    start,
    ask: async (part) => {
      wanted.add(part);
      await counts?.ask(part);
    },
    retry: async (name) => {
      if (counts) return counts.retry(name);
      if (finished === null) return start();
      showSoFar();
      await readChains();
    },
  };
}
