// A goal in two lines: its sentence, and its number from where to where, by when, and now.
import type { ReactNode } from 'react';
import type { GoalView } from '../../../src/contract/goals';
import { latestReading, progress } from '../../../src/domain/goal';
import type { Day } from '../../../src/domain/days';
import { fill, type Format } from '../format';
import { common } from '../messages/common';
import { SMALL } from './field';
import { Stack, Text } from './layout';
import { ProgressThin } from './progress-thin';
import { useFormat } from './reader';

const text = common.goal;

/** "We will achieve X by Y". */
export const goalSentence = ({ achieve, by }: Pick<GoalView, 'achieve' | 'by'>): string =>
  fill(text.sentence, { achieve, by });

/** "Checkout conversion 2.1 % → 2.6 % by 31 Dec, now 2.3 % (3 Nov)". */
export function goalWay(goal: GoalView, today: Day, format: Format): string {
  const way = fill(text.way, {
    metric: goal.metric,
    from: format.amount(goal.baseline, goal.unit),
    to: format.amount(goal.target, goal.unit),
    day: format.day(goal.lastDay),
  });
  const reading = latestReading(goal.readings, today);
  const now = reading
    ? fill(text.now, {
        value: format.amount(reading.value, goal.unit),
        day: format.shortDay(reading.day),
      })
    : text.noReading;
  return `${way}, ${now}`;
}

/** "starts 3 Jan", "over since 30 Jun", "incomplete", or nothing for an active goal. */
export function goalStanding(goal: GoalView, today: Day, format: Format): string | null {
  if (goal.over) {
    const last = goal.endedOn ?? goal.lastDay;
    return fill(text.over, { day: format.day(last) });
  }
  if (goal.active) return null;
  return goal.firstDay > today
    ? fill(text.starts, { day: format.day(goal.firstDay) })
    : text.incomplete;
}

interface GoalProps {
  goal: GoalView;
  today: Day;
}

/** Thin progress of a goal; nothing before its first reading. */
export function GoalProgress({ goal, today }: GoalProps) {
  const format = useFormat();
  const reading = latestReading(goal.readings, today);
  if (!reading) return null;
  const share = progress(goal, reading.value);
  return (
    <ProgressThin
      value={share}
      label={fill(text.progress, {
        share: format.share(share),
        from: format.amount(goal.baseline, goal.unit),
        to: format.amount(goal.target, goal.unit),
      })}
    />
  );
}

interface GoalSummaryProps extends GoalProps {
  /** Stands at the end of the first line, for example a lozenge. */
  after?: ReactNode;
}

/** Sentence, number and thin progress of a goal. */
export function GoalSummary({ goal, today, after }: GoalSummaryProps) {
  const format = useFormat();
  return (
    <Stack space="space.075">
      <Text weight="medium">
        {goalSentence(goal)} {after}
      </Text>
      <span style={SMALL}>{goalWay(goal, today, format)}</span>
      <GoalProgress goal={goal} today={today} />
    </Stack>
  );
}
