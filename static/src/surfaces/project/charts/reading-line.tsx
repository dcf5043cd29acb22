// A goal's readings as a line over its days, with the target as a dashed one.
import { token } from '@atlaskit/tokens';
import type { Goal, Reading } from '../../../../../src/domain/goal';
import { daysBetween } from '../../../../../src/domain/days';
import { LABEL_COLOR } from './palette';

const WIDTH = 480;
const HEIGHT = 96;
const EDGE = 8;

export interface Point {
  x: number;
  y: number;
}

/** Places days and values in the drawing. A goal without span of time or value stays in the middle. */
export function placeReadings(
  goal: Pick<Goal, 'firstDay' | 'lastDay' | 'baseline' | 'target'>,
  readings: readonly Reading[],
): { points: Point[]; target: number; baseline: number } {
  const values = [goal.baseline, goal.target, ...readings.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const days = [goal.firstDay, goal.lastDay, ...readings.map(({ day }) => day)].sort();
  const first = days[0] ?? goal.firstDay;
  const span = daysBetween(first, days.at(-1) ?? first);
  const x = (day: string): number =>
    span === 0 ? WIDTH / 2 : EDGE + (daysBetween(first, day) / span) * (WIDTH - 2 * EDGE);
  const y = (value: number): number =>
    high === low
      ? HEIGHT / 2
      : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const sorted = [...readings].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    points: sorted.map(({ day, value }) => ({ x: x(day), y: y(value) })),
    target: y(goal.target),
    baseline: y(goal.baseline),
  };
}

const line = token('color.chart.blue.bold');

/** `summary` says in one sentence what the line shows. */
export function ReadingLine({
  goal,
  readings,
  summary,
}: {
  goal: Goal;
  readings: readonly Reading[];
  summary: string;
}) {
  const { points, target, baseline } = placeReadings(goal, readings);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={summary}
      style={{ display: 'block', width: '100%', maxWidth: `${WIDTH}px`, height: 'auto' }}
    >
      <line
        x1="0"
        x2={WIDTH}
        y1={baseline}
        y2={baseline}
        style={{ stroke: token('color.border') }}
      />
      <line
        x1="0"
        x2={WIDTH}
        y1={target}
        y2={target}
        style={{ stroke: LABEL_COLOR, strokeDasharray: '6 4' }}
      />
      <polyline
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        style={{ fill: 'none', stroke: line, strokeWidth: 2 }}
      />
      {points.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r="4" style={{ fill: line }} />
      ))}
    </svg>
  );
}
