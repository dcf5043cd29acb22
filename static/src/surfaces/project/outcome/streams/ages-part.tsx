// How old what each stream has open is: five groups, and the age that half of it has reached.
import { useCallback } from 'react';
import type { Counted } from '../../../../../../src/domain/bet-sum';
import type { Clause } from '../../../../../../src/domain/clause';
import {
  AGE_BOUNDS,
  AGE_GROUPS,
  ageNumbers,
  medianAge,
} from '../../../../../../src/domain/stream-more';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { streamsMore } from '../../../../messages/project-streams';
import { isKnown } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import type { Where } from '../../use-numbers';
import type { StreamRow } from '../stream-table';
import type { OutcomeModel } from '../use-outcome';
import { Small } from '../words';
import { RowTable } from './row-table';
import { useRowCounts } from './use-row-counts';

const text = streamsMore.ages;
const HALF = 'half';

export interface StreamPartProps {
  where: Where;
  question: OutcomeModel['question'];
  rows: readonly StreamRow[];
}

export function AgesPart({ where, question, rows }: StreamPartProps) {
  const format = useFormat();
  const { frame } = where;
  const numbersOf = useCallback(
    (stream: Clause, filter: Counted) => ageNumbers(frame, stream, filter),
    [frame],
  );
  const ids = rows.map(({ id }) => id);
  const counts = useRowCounts(where, question, ids, numbersOf);
  const nameOf = (at: number): string => {
    const from = AGE_BOUNDS[at - 1];
    const to = AGE_BOUNDS[at];
    if (from === undefined) return fill(text.under, { to: format.number(to ?? 0) });
    if (to === undefined) return fill(text.over, { from: format.number(from) });
    return fill(text.between, { from: format.number(from), to: format.number(to) });
  };
  const half = (row: string): string => {
    const states = AGE_GROUPS.map((name) => counts.state(row, name));
    const values = states.flatMap((state) => (isKnown(state) ? [state.value] : []));
    if (values.length < AGE_GROUPS.length) return text.none;
    const median = medianAge(values);
    if (median === null) return text.none;
    return median === 'beyond'
      ? fill(text.beyond, { days: format.number(AGE_BOUNDS[AGE_BOUNDS.length - 1] ?? 0) })
      : fill(text.about, { days: format.number(median) });
  };
  return (
    <>
      <RowTable
        caption={text.caption}
        first={streamsMore.stream}
        rows={rows}
        columns={[
          ...AGE_GROUPS.map((id, at) => ({ id, name: nameOf(at) })),
          { id: HALF, name: text.half },
        ]}
        cell={(row, column) =>
          column === HALF ? (
            half(row.id)
          ) : (
            <NumberLink
              state={counts.state(row.id, column)}
              jql={counts.jql(row.id, column)}
              what={fill(text.what, {
                stream: row.name,
                age: nameOf(AGE_GROUPS.findIndex((name) => name === column)),
              })}
              onRetry={() => counts.retry(row.id, column)}
            />
          )
        }
      />
      <Small faint>{text.how}</Small>
    </>
  );
}
