// A goal's readings as a line over its days, with the way from baseline to target as a dashed one.
import type { CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import type { Goal, Reading } from '../../../../../src/domain/goal';
import { addDays, daysBetween, type Day } from '../../../../../src/domain/days';
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

type Planned = Pick<Goal, 'firstDay' | 'lastDay' | 'baseline' | 'target'>;

/** The days that a drawing shows, where they are not those of the goal. */
export type Shown = Pick<Goal, 'firstDay' | 'lastDay'>;

/** The part of the way from baseline to target that lies in these days; null for none. */
function wayIn(goal: Planned, shown: Shown): [Day, number][] | null {
  const { firstDay, lastDay, baseline, target } = goal;
  const from = firstDay > shown.firstDay ? firstDay : shown.firstDay;
  const to = lastDay < shown.lastDay ? lastDay : shown.lastDay;
  if (from > to) return null;
  const span = daysBetween(firstDay, lastDay);
  const at = (day: Day): number =>
    baseline + (target - baseline) * (span === 0 ? 1 : daysBetween(firstDay, day) / span);
  return [
    [from, span === 0 ? baseline : at(from)],
    [to, at(to)],
  ];
}

/** Places days and values in the drawing. A goal without span of time or value stays in the middle. */
export function placeReadings(
  goal: Planned,
  readings: readonly Reading[],
  shown: Shown = goal,
): { points: Point[]; target: number; baseline: number; path: Point[] } {
  const values = [goal.baseline, goal.target, ...readings.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const days = [shown.firstDay, shown.lastDay, ...readings.map(({ day }) => day)].sort();
  const first = days[0] ?? shown.firstDay;
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
    path: (wayIn(goal, shown) ?? []).map(([day, value]) => ({ x: x(day), y: y(value) })),
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
  /** Other days than those of the goal. */
  shown?: Shown | undefined;
}

export function ReadingLine({ goal, readings, summary, labels, shown }: ReadingLineProps) {
  const { points, target, baseline, path } = placeReadings(goal, readings, shown);
  const [start, end] = path;
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
        {start && end ? (
          <line
            x1={percent(start.x)}
            y1={start.y}
            x2={percent(end.x)}
            y2={end.y}
            style={{ stroke: LABEL_COLOR, strokeDasharray: '6 4' }}
          />
        ) : null}
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
