// The search behind each number of the tab, printed when it is shown.
import { idsJql, projectJql } from '../../../../../src/adapters/jira/jql';
import { clauseOf, type Counted } from '../../../../../src/domain/bet-sum';
import { BET_STATES } from '../../../../../src/domain/bets';
import {
  betName,
  headlineNumbers,
  periodsNumbers,
  streamsNumbers,
  type Question,
  type WindowName,
} from '../gather/names';
import type { WindowReport } from '../gather/window-report';
import { shorten } from '../searches';

export type SearchOf<N extends string> = (name: N) => string | null;

/** Prints one of a set of numbers; null for a name that is not in it. */
export function searchOf<N extends string>(
  numbers: Partial<Record<N, Counted>>,
  { projectId, zone, frame }: { projectId: string } & Pick<Question, 'zone' | 'frame'>,
): SearchOf<N> {
  const printed = new Map<N, string>();
  return (name) => {
    const counted = numbers[name];
    if (!counted) return null;
    const known = printed.get(name);
    if (known !== undefined) return known;
    const jql = shorten(projectJql(projectId, clauseOf(frame, counted), zone));
    printed.set(name, jql);
    return jql;
  };
}

const GROUPS: readonly [
  prefix: string,
  of: (question: Question) => Partial<Record<WindowName, Counted>>,
][] = [
  ['period.', periodsNumbers],
  ['stream.', streamsNumbers],
  ['', headlineNumbers],
];

/** Bets have no condition of their own: their items are named, where they were listed. */
function betSearch(name: WindowName, bets: WindowReport['bets']): string | null {
  const state = BET_STATES.find((one) => betName(one) === name);
  const ids = state && bets?.[state];
  return ids && ids.length > 0 ? shorten(idsJql(ids)) : null;
}

/** The searches of a window's numbers. */
export function windowSearch(question: Question, projectId: string) {
  const place = { projectId, zone: question.zone, frame: question.frame };
  const groups = new Map<string, SearchOf<WindowName>>();
  return (name: WindowName, bets: WindowReport['bets']): string | null => {
    if (name.startsWith('bets.')) return betSearch(name, bets);
    const [prefix, numbersOf] = GROUPS.find(([start]) => name.startsWith(start)) ?? [];
    if (prefix === undefined || !numbersOf) return null;
    const search = groups.get(prefix) ?? searchOf<WindowName>(numbersOf(question), place);
    groups.set(prefix, search);
    return search(name);
  };
}
