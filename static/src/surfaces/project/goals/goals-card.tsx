// The goals of the time shown: sentence, number, latest reading, and how much was aimed at each.
import type { ReactNode } from 'react';
import Lozenge from '@atlaskit/lozenge';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import type { GoalView } from '../../../../../src/contract/goals';
import type { Day } from '../../../../../src/domain/days';
import { GoalSummary, goalStanding } from '../../../components/goal-summary';
import { useFormat } from '../../../components/reader';
import { messages } from '../../../messages';
import { rich } from '../rich';

const text = messages.project.goals;

interface GoalsCardProps {
  goals: readonly GoalView[];
  today: Day;
  aimed: (goal: GoalView) => ReactNode;
}

export function GoalsCard({ goals, today, aimed }: GoalsCardProps) {
  const format = useFormat();
  return (
    <Stack space="space.250">
      {goals.map((goal) => {
        const standing = goalStanding(goal, today, format);
        return (
          <Stack key={goal.id} space="space.050">
            <GoalSummary
              goal={goal}
              today={today}
              after={standing ? <Lozenge>{standing}</Lozenge> : undefined}
            />
            <Text size="small" color="color.text.subtle">
              {rich(text.aimed, { count: aimed(goal) })}
            </Text>
          </Stack>
        );
      })}
    </Stack>
  );
}
