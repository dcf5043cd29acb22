// A goal's readings as a line over its days, with the way from baseline to target as a dashed one.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Goal, Reading } from '../../../../../src/domain/goal';
import { addDays, daysBetween } from '../../../../../src/domain/days';
import { LABEL_COLOR } from './palette';

/** Of the drawing, and the room around its points, in pixels. */
const HEIGHT = 112;
const EDGE = 10;
/** Room at the sides, in percent of the width: the drawing grows with its place, its text does not. */
const SIDE = 2;

export interface Point {
  /** Percent of the width. */
  x: number;
  /** Pixels. */
  y: number;
}

/** Days before a goal's first one that its line still shows. */
const LEAD = 31;

/** What a goal's line shows: a reading of long before it would press its own days together. */
export const drawnReadings = <R extends Reading>(
  { firstDay }: Pick<Goal, 'firstDay'>,
  readings: readonly R[],
): R[] => {
  const from = addDays(firstDay, -LEAD);
  return readings.filter(({ day }) => day >= from);
};

/** Places days and values in the drawing. A goal without span of time or value stays in the middle. */
export function placeReadings(
  goal: Pick<Goal, 'firstDay' | 'lastDay' | 'baseline' | 'target'>,
  readings: readonly Reading[],
): { points: Point[]; target: number; baseline: number; path: [Point, Point] } {
  const values = [goal.baseline, goal.target, ...readings.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const days = [goal.firstDay, goal.lastDay, ...readings.map(({ day }) => day)].sort();
  const first = days[0] ?? goal.firstDay;
  const span = daysBetween(first, days.at(-1) ?? first);
  const x = (day: string): number =>
    span === 0 ? 50 : SIDE + (daysBetween(first, day) / span) * (100 - 2 * SIDE);
  const y = (value: number): number =>
    high === low
      ? HEIGHT / 2
      : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const sorted = [...readings].sort((a, b) => (a.day < b.day ? -1 : 1));
  return {
    points: sorted.map(({ day, value }) => ({ x: x(day), y: y(value) })),
    target: y(goal.target),
    baseline: y(goal.baseline),
    path: [
      { x: x(goal.firstDay), y: y(goal.baseline) },
      { x: x(goal.lastDay), y: y(goal.target) },
    ],
  };
}

const line = token('color.chart.blue.bold');

const label: CSSProperties = {
  position: 'absolute',
  insetInline: 0,
  transform: 'translateY(-50%)',
  font: token('font.body.small'),
  color: LABEL_COLOR,
};

const percent = (x: number): string => `${x}%`;

interface ReadingLineProps {
  goal: Goal;
  readings: readonly Reading[];
  /** Says in one sentence what the line shows. */
  summary: string;
  /** Beside the two lines: where it started, where it shall get. */
  labels: { baseline: string; target: string };
}

export function ReadingLine({ goal, readings, summary, labels }: ReadingLineProps) {
  const { points, target, baseline, path } = placeReadings(goal, readings);
  const level = (y: number, style: CSSProperties) => (
    <line x1="0" x2="100%" y1={y} y2={y} style={{ stroke: LABEL_COLOR, ...style }} />
  );
  return (
    <div style={{ display: 'flex', gap: token('space.100'), maxWidth: '640px' }}>
      <svg
        height={HEIGHT}
        role="img"
        aria-label={summary}
        style={{ display: 'block', flex: '1 1 0', minWidth: 0 }}
      >
        {level(baseline, { strokeWidth: 1 })}
        {level(target, { strokeWidth: 1 })}
        <line
          x1={percent(path[0].x)}
          y1={path[0].y}
          x2={percent(path[1].x)}
          y2={path[1].y}
          style={{ stroke: LABEL_COLOR, strokeDasharray: '6 4' }}
        />
        {points.slice(1).map(({ x, y }, index) => (
          <line
            key={index}
            x1={percent(points[index]?.x ?? x)}
            y1={points[index]?.y ?? y}
            x2={percent(x)}
            y2={y}
            style={{ stroke: line, strokeWidth: 2 }}
          />
        ))}
        {points.map(({ x, y }, index) => (
          <circle key={index} cx={percent(x)} cy={y} r="4" style={{ fill: line }} />
        ))}
      </svg>
      <div aria-hidden style={{ position: 'relative', flex: '0 0 110px' }}>
        <span style={{ ...label, top: baseline }}>{labels.baseline}</span>
        <span style={{ ...label, top: target }}>{labels.target}</span>
      </div>
    </div>
  );
}
