// The search behind each number of the tab, printed when it is shown.
import { projectJql, withIdsJql } from '../../../../../src/adapters/jira/jql';
import { clauseOf, type Counted } from '../../../../../src/domain/bet-sum';
import type { BetState } from '../../../../../src/domain/bets';
import { asksOpposite, or } from '../../../../../src/domain/clause';
import type { Numbers } from '../gather/counts';
import {
  betName,
  headlineNumbers,
  ownBets,
  periodsNumbers,
  streamsNumbers,
  type Question,
  type WindowName,
} from '../gather/names';
import { isKnown } from '../gather/number-state';
import { shorten } from '../searches';

export type SearchOf<N extends string> = (name: N) => string | null;

/** Prints one of a set of numbers; null for a name that is not in it, and for what has no search. */
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
    const clause = clauseOf(frame, counted);
    // What is in none of saved conditions is counted by what is left, and has no search of its own.
    if (asksOpposite(clause)) return null;
    const jql = shorten(projectJql(projectId, clause, zone));
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

/** The parents among these bets were found by their children and are named; the rest has a condition. */
function betSearch(
  states: readonly BetState[],
  question: Question,
  projectId: string,
  numbers: Numbers<WindowName>,
): string {
  const own = ownBets(question);
  const carried = or(...states.map((state) => clauseOf(question.frame, own[betName(state)])));
  const parents = states.flatMap((state) => {
    const number = numbers[betName(state)];
    return isKnown(number) ? (number.parents ?? []) : [];
  });
  return shorten(withIdsJql(projectJql(projectId, carried, question.zone), parents));
}

/** The searches of a window's numbers. */
export function windowSearch(question: Question, projectId: string) {
  const place = { projectId, zone: question.zone, frame: question.frame };
  const groups = new Map<string, SearchOf<WindowName>>();
  return {
    bets: (states: readonly BetState[], numbers: Numbers<WindowName>): string =>
      betSearch(states, question, projectId, numbers),
    of: (name: WindowName): string | null => {
      const [prefix, numbersOf] = GROUPS.find(([start]) => name.startsWith(start)) ?? [];
      if (prefix === undefined || !numbersOf) return null;
      const search = groups.get(prefix) ?? searchOf<WindowName>(numbersOf(question), place);
      groups.set(prefix, search);
      return search(name);
    },
  };
}
