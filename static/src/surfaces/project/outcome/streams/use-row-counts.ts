// Counts the same few numbers for each row of the streams' table, once somebody wants them.
import { useMemo } from 'react';
import type { Counted } from '../../../../../../src/domain/bet-sum';
import type { Clause } from '../../../../../../src/domain/clause';
import { filterCounted, streamClause } from '../../../../../../src/domain/filter';
import { printSums } from '../../gather/backlog-counts';
import type { Question } from '../../gather/names';
import type { NumberState } from '../../gather/number-state';
import { useCounts, type Where } from '../../use-numbers';
import { searchOf } from '../number-searches';

export interface RowCounts {
  state: (row: string, name: string) => NumberState | undefined;
  jql: (row: string, name: string) => string | null;
  retry: (row: string, name: string) => void;
}

/** What is counted for one row, by name. Has to stay the same function while the same is asked. */
export type NumbersOf = (stream: Clause, filter: Counted) => Record<string, Counted>;

/** @param rows ids of the rows; null while nobody wants them */
export function useRowCounts(
  where: Where,
  { filter, streams }: Pick<Question, 'filter' | 'streams'>,
  rows: readonly string[] | null,
  numbersOf: NumbersOf,
): RowCounts {
  const key = rows?.join(' ') ?? null;
  const numbers = useMemo(() => {
    if (key === null || key === '') return null;
    const narrowed = filterCounted(where.frame, filter, streams);
    return Object.fromEntries(
      key
        .split(' ')
        .flatMap((row) =>
          Object.entries(numbersOf(streamClause(row, streams), narrowed)).map(
            ([name, counted]): [string, Counted] => [`${row} ${name}`, counted],
          ),
        ),
    );
  }, [where, filter, streams, key, numbersOf]);
  const sums = useMemo(() => (numbers ? printSums(numbers, where) : null), [numbers, where]);
  const counts = useCounts<string>(where.openCalls, sums);
  const search = useMemo(() => searchOf(numbers ?? {}, where), [numbers, where]);
  return {
    state: (row, name) => counts.numbers[`${row} ${name}`],
    jql: (row, name) => search(`${row} ${name}`),
    retry: (row, name) => counts.retry(`${row} ${name}`),
  };
}
