// The numbers of a window too large to be listed, counted by Jira: the headline first, the rest when
// somebody looks at it.
import { answeredParents } from '../../../../../src/domain/bet-clause';
import { BET_STATES, parentBetClause, parentBets } from '../../../../../src/domain/bets';
import type { Counted } from '../../../../../src/domain/bet-sum';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { filterCounted } from '../../../../../src/domain/filter';
import { printSums } from './backlog-counts';
import { PARENT_BETS, PARENTS_COUNTED } from './bounds';
import { createCounts, type Counts, type Numbers, type Sum } from './counts';
import type { JiraCall } from './jira-call';
import {
  betName,
  firstStreamRows,
  headlineNumbers,
  otherStreamRows,
  ownBets,
  periodsNumbers,
  streamsNumbers,
  windowFor,
  type BetName,
  type Question,
  type WindowName,
} from './names';

/** What is counted only when it is asked for. */
export type Part = 'periods' | 'streams' | 'otherStreams' | 'bets';

/** Those that the first line says come first: Jira is asked in this order. */
const FIRST: readonly string[] = ['output', 'aimed', 'band.moved', 'aimedBefore', 'undelivered'];
/** What needs no parents to be counted. */
const PARENTLESS: readonly string[] = ['output', 'undelivered'];

export interface WindowCounts {
  headline: () => Promise<void>;
  ask: (part: Part) => Promise<void>;
  retry: (name: WindowName) => Promise<void>;
}

interface Options {
  jira: JiraCall;
  projectId: string;
  question: Question;
  onChange: (numbers: Numbers<WindowName>) => void;
}

const leftOut = (names: readonly string[]): Numbers<WindowName> =>
  Object.fromEntries(names.map((name) => [name, { kind: 'left-out' }]));

/** Bets: those that items carry themselves, and one search for each parent's. */
function betSearches({ projectId, question }: Options): Record<BetName, Sum> | null {
  const { frame, zone, filter, streams, today } = question;
  const parents = parentBets(frame, today);
  if (Object.values(parents).flat().length > PARENT_BETS) return null;
  const window = windowFor(question);
  const within = filterCounted(frame, filter, streams);
  const own = printSums(ownBets(question), { projectId, zone, frame });
  return Object.fromEntries(
    BET_STATES.map((state) => {
      const any = parents[state].map((parent) => ({
        parentId: parent.id,
        jql: projectJql(projectId, parentBetClause(frame, window, within, parent), zone),
      }));
      return [betName(state), { ...own[betName(state)], any }];
    }),
  ) as unknown as Record<BetName, Sum>;
}

/** Starts nothing by itself; `onChange` gets every new state of all numbers asked for. */
export function createWindowCounts(options: Options): WindowCounts {
  const { jira, projectId, question, onChange } = options;
  const { frame, zone } = question;
  const tooMany = answeredParents(frame).length > PARENTS_COUNTED;
  let numbers: Numbers<WindowName> = {};
  const groups: { names: ReadonlySet<string>; counts: Counts<WindowName> }[] = [];
  const asked = new Set<Part>();

  const show = (more: Numbers<WindowName>): void => {
    numbers = { ...numbers, ...more };
    onChange(numbers);
  };
  const count = async (searches: Partial<Record<WindowName, Sum>>): Promise<void> => {
    const counts = createCounts<WindowName>({
      jira,
      searches: searches as Record<WindowName, Sum>,
      aboutAbove: 0,
      onChange: show,
    });
    groups.push({ names: new Set(Object.keys(searches)), counts });
    show(counts.numbers());
    await counts.start();
  };
  const countAll = async (all: Partial<Record<WindowName, Counted>>): Promise<void> => {
    const entries = Object.entries(all);
    const kept = tooMany ? entries.filter(([name]) => PARENTLESS.includes(name)) : entries;
    if (tooMany) show(leftOut(entries.map(([name]) => name)));
    const place = { projectId, zone, frame };
    await count(printSums(Object.fromEntries(kept) as Record<WindowName, Counted>, place));
  };

  return {
    headline: () => {
      const all = headlineNumbers(question);
      const order = [...FIRST, ...Object.keys(all).filter((name) => !FIRST.includes(name))];
      return countAll(
        Object.fromEntries(order.map((name) => [name, all[name as keyof typeof all]])),
      );
    },
    ask: async (part) => {
      if (asked.has(part)) return;
      asked.add(part);
      if (part === 'periods') return countAll(periodsNumbers(question));
      const { streams } = question;
      if (part === 'streams') return countAll(streamsNumbers(question, firstStreamRows(streams)));
      if (part === 'otherStreams')
        return countAll(streamsNumbers(question, otherStreamRows(streams)));
      const searches = tooMany ? null : betSearches(options);
      if (searches) return count(searches);
      show(leftOut(BET_STATES.map(betName)));
    },
    retry: async (name) => {
      await groups.find(({ names }) => names.has(name))?.counts.retry(name);
    },
  };
}
