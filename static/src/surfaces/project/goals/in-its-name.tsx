// What was done in a goal's name: each number as the viewer, each opens its list.
import { useMemo } from 'react';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { onDemand } from '../../../../../src/contract/on-demand';
import { clausesOf } from '../../../../../src/domain/bet-sum';
import { goalNumbers, type GoalNumber } from '../../../../../src/domain/goal-numbers';
import type { GoalView } from '../../../../../src/contract/goals';
import { Stack } from '../../../components/layout';
import { SMALL } from '../../../components/field';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { fill } from '../../../format';
import { inItsName as text } from '../../../messages/project-agreement';
import { printSums } from '../gather/backlog-counts';
import { NumberLink } from '../number-link';
import { shorten } from '../searches';
import { useCounts, type Where } from '../use-numbers';

/** Numbers that are all nothing before a first item names the goal. */
const ALL = ['open', 'shipped', 'killed'] as const;

/** Fewer than these are said as "k of n" alone. */
const FEW = 10;

interface InItsNameProps {
  goal: GoalView;
  where: Where;
}

export function InItsName({ goal, where }: InItsNameProps) {
  const format = useFormat();
  const { frame, projectId, zone } = where;
  const numbersOf = useMemo(() => goalNumbers(frame, goal), [frame, goal]);
  const sums = useMemo(
    () => printSums<GoalNumber>(numbersOf, { projectId, zone, frame }),
    [numbersOf, projectId, zone, frame],
  );
  const jql = useMemo(
    () =>
      onDemand(() => {
        const clauses = clausesOf(frame, numbersOf);
        return (name: GoalNumber) => shorten(projectJql(projectId, clauses[name], zone));
      }),
    [numbersOf, projectId, zone, frame],
  );
  const { numbers, retry } = useCounts<GoalNumber>(where.openCalls, sums);
  const link = (name: GoalNumber) => (
    <NumberLink
      state={numbers[name]}
      jql={jql()(name)}
      what={text.what[name]}
      onRetry={() => retry(name)}
    />
  );
  const isNone = (name: GoalNumber): boolean => {
    const state = numbers[name];
    return state?.kind === 'known' && state.value === 0;
  };
  const { shipped, aimed } = numbers;
  const known = shipped?.kind === 'known' && aimed?.kind === 'known';
  const rate = known && aimed.value >= FEW ? shipped.value / aimed.value : null;
  return (
    <Stack space="space.050">
      <span>
        {ALL.every(isNone)
          ? text.nothing
          : rich(text.open, {
              open: link('open'),
              parked: link('parked'),
              shipped: link('shipped'),
              moved: link('moved'),
              killed: link('killed'),
            })}
      </span>
      <span style={SMALL}>
        {goal.share === undefined
          ? text.notMeant
          : fill(text.meant, { share: format.share(goal.share / 100) })}{' '}
        {isNone('aimed') ? null : (
          <>
            {rich(text.share, { aimed: link('aimed'), shipped: link('shipped') })}
            {rate === null ? text.few : fill(text.rate, { share: format.share(rate) })}
          </>
        )}
      </span>
    </Stack>
  );
}
