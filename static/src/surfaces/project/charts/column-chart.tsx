// Columns of the five bands over the periods of a window.
import { token } from '@atlaskit/tokens';
import { BANDS } from '../../../../../src/domain/band';
import type { Columns } from './columns';
import { BAND_COLOR, LABEL_COLOR, SURFACE_COLOR } from './palette';

/** Room above the highest column and below the lowest, in pixels. */
const ABOVE = 12;
const BELOW = 24;
/** A name on the axis needs about this much. */
const NAME_WIDTH = 54;

interface ColumnChartProps {
  placed: Columns;
  /** Where the columns begin: beside the figures of the axis. */
  left: number;
  width: number;
  height: number;
  names: readonly string[];
  figure: (value: number) => string;
  /** The column that is pointed at. */
  active: number | null;
  /** Says in one sentence what the chart shows. */
  summary: string;
}

export function ColumnChart(props: ColumnChartProps) {
  const { placed, left, width, height, names, figure, active, summary } = props;
  const { columns, slots, ticks } = placed;
  const step = slots[0]?.width ?? width;
  const every = Math.max(1, Math.ceil(NAME_WIDTH / step));
  const words = { font: token('font.body.small'), fill: LABEL_COLOR };
  const pointed = active === null ? undefined : slots[active];
  return (
    <svg
      width={left + width}
      height={ABOVE + height + BELOW}
      role="img"
      aria-label={summary}
      style={{ display: 'block' }}
    >
      <g transform={`translate(${left},${ABOVE})`}>
        {pointed ? (
          <rect
            x={pointed.x}
            width={pointed.width}
            y={-ABOVE}
            height={height + ABOVE}
            style={{ fill: token('color.background.neutral') }}
          />
        ) : null}
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line
              x2={width}
              y1={y}
              y2={y}
              style={{ stroke: token('color.border'), strokeWidth: 1 }}
            />
            <text x={-8} y={y + 4} textAnchor="end" style={words}>
              {figure(value)}
            </text>
          </g>
        ))}
        {columns.map((column, at) => (
          <g key={at}>
            {column.parts.map(({ index, y, height: tall }) => (
              <rect
                key={index}
                x={column.x}
                width={column.width}
                y={y}
                height={tall}
                style={{
                  fill: BAND_COLOR[BANDS[index] ?? 'unsorted'],
                  stroke: SURFACE_COLOR,
                  strokeWidth: 1.5,
                }}
              />
            ))}
            {at % every === 0 ? (
              <text
                x={column.x + column.width / 2}
                y={height + 18}
                textAnchor="middle"
                style={words}
              >
                {names[at]}
              </text>
            ) : null}
          </g>
        ))}
      </g>
    </svg>
  );
}
