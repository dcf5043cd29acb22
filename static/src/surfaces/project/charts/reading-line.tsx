// A goal's readings as a line over its days, with the target as a dashed one.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Goal, Reading } from '../../../../../src/domain/goal';
import { daysBetween } from '../../../../../src/domain/days';
import { LABEL_COLOR } from './palette';

const WIDTH = 640;
const HEIGHT = 112;
const EDGE = 10;
/** Room for the labels of the two lines, right of the drawing. */
const LABELS = 130;
const RIGHT = WIDTH - LABELS;

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
    span === 0 ? RIGHT / 2 : EDGE + (daysBetween(first, day) / span) * (RIGHT - 2 * EDGE);
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

const label: CSSProperties = { font: token('font.body.small'), fill: LABEL_COLOR };

interface ReadingLineProps {
  goal: Goal;
  readings: readonly Reading[];
  /** Says in one sentence what the line shows. */
  summary: string;
  /** Beside the two lines: where it started, where it shall get. */
  labels: { baseline: string; target: string };
}

export function ReadingLine({ goal, readings, summary, labels }: ReadingLineProps) {
  const { points, target, baseline } = placeReadings(goal, readings);
  const level = (y: number, text: string, style: CSSProperties) => (
    <>
      <line x1="0" x2={RIGHT} y1={y} y2={y} style={style} />
      <text x={RIGHT + EDGE} y={y + 4} style={label}>
        {text}
      </text>
    </>
  );
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={summary}
      style={{ display: 'block', width: '100%', maxWidth: `${WIDTH}px`, height: 'auto' }}
    >
      {level(baseline, labels.baseline, { stroke: LABEL_COLOR, strokeWidth: 1 })}
      {level(target, labels.target, { stroke: LABEL_COLOR, strokeDasharray: '6 4' })}
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
