// The goals of the time shown: sentence, number, latest reading, and how much was aimed at each.
import type { ReactNode } from 'react';
import type { GoalView } from '../../../../../src/contract/goals';
import type { Day } from '../../../../../src/domain/days';
import { GoalSummary, goalStanding } from '../../../components/goal-summary';
import { Stack } from '../../../components/layout';
import { Lozenge } from '../../../components/lozenge';
import { useFormat } from '../../../components/reader';
import { rich } from '../../../components/rich';
import { project as projectText } from '../../../messages/project';
import type { EffortUnit } from '../gather/effort';
import { Small } from './words';

const text = projectText.goals;

interface GoalsOfTimeProps {
  goals: readonly GoalView[];
  today: Day;
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  aimed: (goal: GoalView) => ReactNode;
}

export function GoalsOfTime({ goals, today, unit, aimed }: GoalsOfTimeProps) {
  const format = useFormat();
  return (
    <Stack space="space.200">
      {goals.map((goal) => {
        const standing = goalStanding(goal, today, format);
        return (
          <Stack key={goal.id} space="space.050">
            <GoalSummary
              goal={goal}
              today={today}
              after={standing ? <Lozenge look="default">{standing}</Lozenge> : undefined}
            />
            <Small>{rich(unit ? text.aimedBy[unit] : text.aimed, { count: aimed(goal) })}</Small>
          </Stack>
        );
      })}
    </Stack>
  );
}
