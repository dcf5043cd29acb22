// How many open items a goal leaves when it ends, counted as the reader.
import { useEffect, useMemo, useState } from 'react';
import { projectJql } from '../../../../src/adapters/jira/jql';
import type { Frame } from '../../../../src/domain/band';
import { clauseOf } from '../../../../src/domain/bet-sum';
import type { Goal } from '../../../../src/domain/goal';
import { openOfGoal } from '../../../../src/domain/goal-numbers';
import type { ParentFacts } from '../../../../src/domain/item';
import { knownRules } from '../../../../src/domain/rules';
import { Button } from '../../components/button';
import { useFormat } from '../../components/reader';
import { rich } from '../../components/rich';
import { jira } from '../../forge';
import { messages } from '../../messages';
import { SIDE_BY_SIDE } from '../project/gather/bounds';
import { printSums } from '../project/gather/backlog-counts';
import { limitCalls } from '../project/gather/jira-call';
import { readParents } from '../project/gather/parents';
import { NumberLink } from '../project/number-link';
import { shorten } from '../project/searches';
import { useCounts } from '../project/use-numbers';
import type { SettingsPageState } from './page';

const text = messages.settings.goals.ending;

/** The answered parents; null until they are read. */
function useParents({ open, site }: SettingsPageState, zone: string) {
  const [parents, setParents] = useState<readonly ParentFacts[] | 'failed' | null>(null);
  const [round, setRound] = useState(0);
  const { projectId } = open;
  const { aboveTypeIds } = site;
  useEffect(() => {
    let alive = true;
    setParents(null);
    readParents(jira, { projectId, zone, aboveTypeIds }).then(
      (found) => alive && setParents(found),
      () => alive && setParents('failed'),
    );
    return () => {
      alive = false;
    };
  }, [projectId, zone, aboveTypeIds, round]);
  return { parents, again: () => setRound(round + 1) };
}

export function OpenItems({ page, goal }: { page: SettingsPageState; goal: Goal }) {
  const { timeZone: zone } = useFormat();
  const { open, site } = page;
  const { projectId } = open;
  const [openCalls] = useState(() => limitCalls(jira, SIDE_BY_SIDE));
  const { parents, again } = useParents(page, zone);
  const counted = useMemo(() => {
    if (parents === null || parents === 'failed') return null;
    const typeIds = site.types.map(({ id }) => id);
    const frame: Frame = {
      goals: open.goals,
      rules: knownRules(open.rules, { typeIds }),
      standardTypeIds: typeIds,
      undelivered: site.usual,
      parents,
    };
    const left = openOfGoal(frame, goal);
    return {
      sums: printSums({ left }, { projectId, zone, frame }),
      jql: shorten(projectJql(projectId, clauseOf(frame, left), zone)),
    };
  }, [parents, open, site, goal, projectId, zone]);
  const { numbers, retry } = useCounts<'left'>(openCalls, counted?.sums ?? null);
  if (parents === 'failed')
    return (
      <span>
        {text.leavesFailed}{' '}
        <Button spacing="compact" onClick={again}>
          {messages.settings.goals.ending.again}
        </Button>
      </span>
    );
  return (
    <span>
      {rich(text.leaves, {
        count: (
          <NumberLink
            state={numbers.left}
            jql={counted?.jql ?? null}
            what={text.leavesWhat}
            onRetry={() => retry('left')}
          />
        ),
      })}
    </span>
  );
}
