// The metric's readings since the bet came out, with the last one before it.
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { Day } from '../../../../../../src/domain/days';
import type { Reading } from '../../../../../../src/domain/goal';
import { Stack, Text } from '../../../../components/layout';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { results } from '../../../../messages/project-results';
import { drawnReadings, ReadingLine } from '../../charts/reading-line';

const text = results.meeting;

/** The readings after the delivery, and the last one up to it. */
export function readingsSince(readings: readonly Reading[], delivered: Day): Reading[] {
  const sorted = [...readings].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = sorted.findLastIndex(({ day }) => day <= delivered);
  return sorted.slice(Math.max(0, first));
}

interface MetricSinceProps {
  goal: GoalView;
  delivered: Day;
  today: Day;
}

export function MetricSince({ goal, delivered, today }: MetricSinceProps) {
  const format = useFormat();
  const readings = readingsSince(goal.readings, delivered);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) return <Text as="p">{fill(text.noReadings, { metric: goal.metric })}</Text>;
  const amount = (value: number) => format.amount(value, goal.unit);
  const summary = fill(readings.length === 1 ? text.oneReading : text.readings, {
    metric: goal.metric,
    from: amount(first.value),
    first: format.day(first.day),
    to: amount(last.value),
    day: format.day(last.day),
  });
  const drawn = drawnReadings({ firstDay: delivered }, readings);
  const from = drawn[0] && drawn[0].day < delivered ? drawn[0].day : delivered;
  return (
    <Stack space="space.075">
      <Text as="p">{summary}</Text>
      <div style={{ padding: `${token('space.050')} 0` }}>
        <ReadingLine
          goal={goal}
          shown={{ firstDay: from, lastDay: today }}
          readings={drawn}
          summary={summary}
          labels={{
            baseline: fill(text.baseline, { value: amount(goal.baseline) }),
            target: fill(text.target, { value: amount(goal.target) }),
          }}
        />
      </div>
    </Stack>
  );
}
