// The numbers of a window: listed item by item up to a limit, counted by Jira above it.
import type { Frame, Window } from '../../../../../src/domain/band';
import { isUndelivered, wasFinished } from '../../../../../src/domain/band';
import { finishedClause } from '../../../../../src/domain/band-clause';
import { nothing, simplify, type Clause } from '../../../../../src/domain/clause';
import type { ItemFacts } from '../../../../../src/domain/item';
import { outputOf } from '../../../../../src/domain/output';
import { factsOf, FACT_FIELDS, FACT_PROPERTIES } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import type { Days } from '../address';
import { LISTED_LIMIT, PARENTS_AT_ONCE } from './bounds';
import { createCounts, type Counts, type Numbers, type Sum } from './counts';
import type { JiraCall } from './jira-call';
import { chainsOf, windowOf } from './month-chains';
import { aimedByGoal, windowClauses, type WindowName } from './names';
import { COUNTING, type NumberState } from './number-state';
import { countItems, searchAll } from './search';

export interface WindowReport {
  mode: 'listed' | 'counted' | null;
  numbers: Numbers<WindowName>;
  /** Items read so far, and how many there are roughly; null when nothing is being read. */
  reading: { done: number; of: number } | null;
}

export interface ReportOptions {
  jira: JiraCall;
  projectId: string;
  /** The viewer's zone, in which Jira reads moments and the window's days begin. */
  zone: string;
  frame: Frame;
  days: Days;
  onChange: (report: WindowReport) => void;
}

export interface RunningReport {
  start: () => Promise<void>;
  /** Asks again for what failed: all numbers of a list, the one number of a count. */
  retry: (name: WindowName) => Promise<void>;
}

/** All numbers of listed items; a window that is still being read gives what it holds so far. */
function listedNumbers(
  items: readonly ItemFacts[],
  frame: Frame,
  window: Window,
  stateOf: (value: number) => NumberState,
): Numbers<WindowName> {
  const { bands, ...sums } = outputOf(items, frame, window);
  const delivered = items.filter(
    (item) => wasFinished(item, window) && !isUndelivered(item, frame),
  );
  const values: [WindowName, number][] = [
    ...(Object.entries(sums) as [WindowName, number][]),
    ...Object.entries(bands).map(([band, n]): [WindowName, number] => [
      `band.${band as keyof typeof bands}`,
      n,
    ]),
    ...[...aimedByGoal(delivered, frame)].map(([id, n]): [WindowName, number] => [`goal.${id}`, n]),
  ];
  return Object.fromEntries(values.map(([name, value]) => [name, stateOf(value)]));
}

/** Starts nothing by itself; `onChange` gets every new state. */
export function createReport(options: ReportOptions): RunningReport {
  const { jira, projectId, zone, frame, days, onChange } = options;
  const window = windowOf(days, zone);
  const clauses = windowClauses(frame, window);
  const names = Object.keys(clauses) as WindowName[];
  const all = (state: NumberState): Numbers<WindowName> =>
    Object.fromEntries(names.map((name) => [name, state]));
  const jqlOf = (clause: Clause): string => projectJql(projectId, clause, zone);

  const items = new Map<string, ItemFacts>();
  let expected = 0;
  let pending: string[] = [];
  let counts: Counts<WindowName> | null = null;

  const listed = (stateOf: (value: number) => NumberState): Numbers<WindowName> =>
    listedNumbers([...items.values()], frame, window, stateOf);

  const readChains = async (): Promise<void> => {
    const failed: string[] = [];
    const read = async (jql: string): Promise<void> => {
      try {
        const search = { jql, fields: FACT_FIELDS, properties: FACT_PROPERTIES };
        await searchAll(jira, search, (issues) => {
          for (const issue of issues) items.set(issue.id, factsOf(issue));
          onChange({
            mode: 'listed',
            numbers: listed((soFar) => ({ kind: 'counting', soFar })),
            reading: { done: items.size, of: Math.max(expected, items.size) },
          });
        });
      } catch {
        failed.push(jql);
      }
    };
    await Promise.all(pending.map(read));
    pending = failed;
    const numbers =
      failed.length > 0
        ? all({ kind: 'failed' })
        : listed((value) => ({ kind: 'known', value, about: false }));
    onChange({ mode: 'listed', numbers, reading: null });
  };

  const count = async (): Promise<void> => {
    const tooMany = frame.parents.length > PARENTS_AT_ONCE;
    const asked = tooMany ? (['output', 'undelivered'] as const) : names;
    const leftOut = tooMany ? all({ kind: 'left-out' }) : {};
    counts = createCounts<WindowName>({
      jira,
      searches: Object.fromEntries(
        asked.map((name) => [name, { plus: [jqlOf(clauses[name] ?? nothing)] }]),
      ) as unknown as Record<WindowName, Sum>,
      aboutAbove: 0,
      onChange: (numbers) =>
        onChange({ mode: 'counted', numbers: { ...leftOut, ...numbers }, reading: null }),
    });
    await counts.start();
  };

  const start = async (): Promise<void> => {
    onChange({ mode: null, numbers: all(COUNTING), reading: null });
    try {
      expected = await countItems(jira, jqlOf(simplify(finishedClause(frame, window))));
    } catch {
      onChange({ mode: null, numbers: all({ kind: 'failed' }), reading: null });
      return;
    }
    if (expected > LISTED_LIMIT) return count();
    pending = chainsOf(days, zone, expected).map((part) =>
      jqlOf(simplify(finishedClause(frame, part))),
    );
    onChange({ mode: 'listed', numbers: all(COUNTING), reading: { done: 0, of: expected } });
    await readChains();
  };

  return {
    start,
    retry: async (name) => {
      if (counts) return counts.retry(name);
      if (pending.length === 0) return start();
      onChange({
        mode: 'listed',
        numbers: listed((soFar) => ({ kind: 'counting', soFar })),
        reading: { done: items.size, of: expected },
      });
      await readChains();
    },
  };
}
