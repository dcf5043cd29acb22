// Which goals each stream works towards: open items answered for each. What is empty is said in words.
import { useCallback, useMemo } from 'react';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { Counted } from '../../../../../../src/domain/bet-sum';
import type { Clause } from '../../../../../../src/domain/clause';
import { NO_STREAM } from '../../../../../../src/domain/filter';
import { goalNumbers } from '../../../../../../src/domain/stream-more';
import { fill } from '../../../../format';
import { streamsMore } from '../../../../messages/project-streams';
import { isKnown } from '../../gather/number-state';
import { NumberLink } from '../../number-link';
import { Small, Words } from '../words';
import type { StreamPartProps } from './ages-part';
import { RowTable } from './row-table';
import { useRowCounts } from './use-row-counts';

const text = streamsMore.goals;

export function GoalsPart(props: StreamPartProps & { goals: readonly GoalView[] }) {
  const { where, question, rows, goals } = props;
  const { frame } = where;
  const { goalId } = question.filter;
  const active = useMemo(
    () => goals.filter((goal) => goal.active && (goalId === undefined || goal.id === goalId)),
    [goals, goalId],
  );
  const numbersOf = useCallback(
    (stream: Clause, filter: Counted) => goalNumbers(frame, stream, active, filter),
    [frame, active],
  );
  const ids = rows.map(({ id }) => id);
  const counts = useRowCounts(where, question, active.length > 0 ? ids : null, numbersOf);
  if (active.length === 0) return <Words>{text.noGoals}</Words>;
  const isZero = (row: string, goal: string): boolean => {
    const state = counts.state(row, goal);
    return isKnown(state) && state.value === 0;
  };
  const named = rows.filter(({ id }) => id !== NO_STREAM);
  const emptyRows = named.filter(({ id }) => active.every((goal) => isZero(id, goal.id)));
  const emptyGoals = active.filter((goal) => named.every(({ id }) => isZero(id, goal.id)));
  return (
    <>
      <RowTable
        caption={text.caption}
        first={streamsMore.stream}
        rows={rows}
        columns={active.map(({ id, achieve }) => ({ id, name: achieve }))}
        cell={(row, goal) => (
          <NumberLink
            state={counts.state(row.id, goal)}
            jql={counts.jql(row.id, goal)}
            what={fill(text.what, {
              stream: row.name,
              goal: active.find(({ id }) => id === goal)?.achieve ?? '',
            })}
            onRetry={() => counts.retry(row.id, goal)}
          />
        )}
      />
      {emptyRows.map(({ id, name }) => (
        <Small key={id}>{fill(text.emptyRow, { stream: name })}</Small>
      ))}
      {emptyGoals.map(({ id, achieve }) => (
        <Small key={id}>{fill(text.emptyGoal, { goal: achieve })}</Small>
      ))}
    </>
  );
}
