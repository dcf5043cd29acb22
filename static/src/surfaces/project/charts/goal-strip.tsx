// One goal's readings as a line over the same periods as the columns above, with its target.
import { token } from '@atlaskit/tokens';
import { scaleLinear } from 'd3-scale';
import type { Day } from '../../../../../src/domain/days';
import type { Goal, Reading } from '../../../../../src/domain/goal';
import { placeDay } from './day-scale';
import { LABEL_COLOR } from './palette';

const HEIGHT = 56;
const EDGE = 8;
const line = token('color.chart.blue.bold');

interface StripPlace {
  periods: readonly { from: Day; to: Day }[];
  slots: readonly { x: number; width: number }[];
}

/** Points of the readings that lie in the periods, by day, and the height of the target. */
export function placeStrip(
  goal: Pick<Goal, 'baseline' | 'target'>,
  readings: readonly Reading[],
  { periods, slots }: StripPlace,
): { points: { x: number; y: number; day: Day }[]; target: number } {
  const values = [goal.baseline, goal.target, ...readings.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = scaleLinear()
    .domain(low === high ? [low - 1, high + 1] : [low, high])
    .range([HEIGHT - EDGE, EDGE]);
  const points = [...readings]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .flatMap(({ day, value }) => {
      const x = placeDay(day, periods, slots);
      return x === null ? [] : [{ x, y: y(value), day }];
    });
  return { points, target: y(goal.target) };
}

interface GoalStripProps extends StripPlace {
  goal: Goal;
  readings: readonly Reading[];
  left: number;
  width: number;
  active: number | null;
  summary: string;
}

export function GoalStrip(props: GoalStripProps) {
  const { goal, readings, left, width, active, summary, periods, slots } = props;
  const { points, target } = placeStrip(goal, readings, { periods, slots });
  const pointed = active === null ? undefined : slots[active];
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x},${y}`).join('');
  return (
    <svg
      width={left + width}
      height={HEIGHT}
      role="img"
      aria-label={summary}
      style={{ display: 'block' }}
    >
      <g transform={`translate(${left},0)`}>
        {pointed ? (
          <rect
            x={pointed.x}
            width={pointed.width}
            height={HEIGHT}
            style={{ fill: token('color.background.neutral') }}
          />
        ) : null}
        <line
          x2={width}
          y1={target}
          y2={target}
          style={{ stroke: LABEL_COLOR, strokeDasharray: '6 4' }}
        />
        <path d={path} style={{ fill: 'none', stroke: line, strokeWidth: 2 }} />
        {points.map(({ x, y, day }) => (
          <circle key={day} cx={x} cy={y} r="3.5" style={{ fill: line }} />
        ))}
      </g>
    </svg>
  );
}
