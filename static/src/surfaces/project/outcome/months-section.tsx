// What was shipped month by month, as columns and as a table of the same numbers.
import { useState, type CSSProperties, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import { BANDS, type Band } from '../../../../../src/domain/band';
import type { PeriodNumber } from '../../../../../src/domain/number';
import { periodsOf, type Period } from '../../../../../src/domain/periods';
import { Fold } from '../../../components/fold';
import { useFormat } from '../../../components/reader';
import { SCROLLER } from '../../../components/scroller';
import { fill, type Format } from '../../../format';
import { below } from '../../../messages/project-below';
import { project } from '../../../messages/project';
import type { Days } from '../address';
import { MonthsChart, type PeriodCounts } from '../charts/months-chart';
import { BAND_COLOR } from '../charts/palette';
import { periodName } from '../charts/period-name';
import { readingIn } from '../charts/readout';
import type { Numbers } from '../gather/counts';
import type { EffortUnit } from '../gather/effort';
import { periodName as numberName, type WindowName } from '../gather/names';
import { valueOfNumber } from '../gather/number-state';
import { Section } from '../section';
import { Words } from './words';

const text = below.months;

/** The bands of every period of a window, as far as they are counted. */
function countsOfPeriods(days: Days, numbers: Numbers<WindowName>): PeriodCounts[] {
  return periodsOf(days).map((period) => ({
    period,
    bands: Object.fromEntries(
      BANDS.map((band) => [band, valueOfNumber(numbers[numberName(period.from, `band.${band}`)])]),
    ) as Record<Band, number | null>,
  }));
}

const sumOf = ({ bands }: PeriodCounts): number =>
  BANDS.reduce((all, band) => all + (bands[band] ?? 0), 0);

/** The chart in one sentence: when most was shipped. */
export function monthsSentence(
  counts: readonly PeriodCounts[],
  unit: EffortUnit | null,
  format: Format,
): string {
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first || !last) return text.summaryWaiting;
  if (counts.some(({ bands }) => BANDS.some((band) => bands[band] === null)))
    return text.summaryWaiting;
  const most = counts.reduce((best, one) => (sumOf(one) > sumOf(best) ? one : best), first);
  const ends = {
    first: periodName(first.period, format),
    last: periodName(last.period, format),
  };
  if (sumOf(most) === 0) return fill(text.summaryNone, ends);
  return fill(text.summary, {
    ...ends,
    most: periodName(most.period, format),
    sum: format.plural(text[unit ?? 'items'], sumOf(most)),
  });
}

const cell: CSSProperties = {
  padding: `${token('space.050')} ${token('space.100')}`,
  borderBottom: `1px solid ${token('color.border')}`,
  textAlign: 'end',
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
};
const head: CSSProperties = {
  ...cell,
  font: token('font.body.small'),
  fontWeight: token('font.weight.semibold'),
  color: token('color.text.subtle'),
  verticalAlign: 'bottom',
};
const first: CSSProperties = { textAlign: 'start', paddingInlineStart: 0, fontWeight: 'inherit' };

const Swatch = ({ color }: { color: string }) => (
  <span
    aria-hidden="true"
    style={{
      display: 'inline-block',
      width: '10px',
      height: '10px',
      borderRadius: '2px',
      marginInlineEnd: token('space.050'),
      backgroundColor: color,
    }}
  />
);

interface MonthsSectionProps {
  days: Days;
  numbers: Numbers<WindowName>;
  goals: readonly GoalView[];
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  number: (name: WindowName, what: string) => ReactNode;
  onOpen: (period: Period) => void;
}

const COLUMNS: readonly PeriodNumber[] = [
  'output',
  'aimed',
  ...BANDS.map((band) => `band.${band}` as const),
];

const columnName = (column: PeriodNumber): string => {
  if (column === 'output') return text.column.sum;
  if (column === 'aimed') return text.column.aimed;
  return project.bands.name[column.slice('band.'.length) as Band];
};

function MonthsTable({
  days,
  goals,
  unit,
  number,
}: Omit<MonthsSectionProps, 'numbers' | 'onOpen'>) {
  const format = useFormat();
  return (
    <div style={SCROLLER}>
      <table aria-label={text.title} style={{ width: '100%', borderCollapse: 'collapse' }}>
        <thead style={{ border: 'none' }}>
          <tr>
            <th scope="col" style={{ ...head, ...first }}>
              {text.column.period}
            </th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" style={head}>
                {unit && column === 'output'
                  ? fill(text.columnBy[unit], { name: columnName(column) })
                  : columnName(column)}
              </th>
            ))}
            {goals.map(({ id, metric }) => (
              <th key={id} scope="col" style={{ ...head, whiteSpace: 'normal' }}>
                {metric}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={{ border: 'none' }}>
          {periodsOf(days).map((period) => {
            const name = periodName(period, format);
            return (
              <tr key={period.from}>
                <th scope="row" style={{ ...cell, ...first }}>
                  {name}
                </th>
                {COLUMNS.map((column) => (
                  <td key={column} style={cell}>
                    {number(
                      numberName(period.from, column),
                      fill(text.cellWhat, { what: columnName(column), period: name }),
                    )}
                  </td>
                ))}
                {goals.map((goal) => {
                  const reading = readingIn(goal, period);
                  return (
                    <td key={goal.id} style={cell}>
                      {reading ? format.amount(reading.value, goal.unit) : text.noReading}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function MonthsSection({ days, numbers, goals, unit, number, onOpen }: MonthsSectionProps) {
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const counts = countsOfPeriods(days, numbers);
  const start = counts[0];
  const leftOut =
    start && numbers[numberName(start.period.from, 'band.moved')]?.kind === 'left-out';
  return (
    <Section title={text.title}>
      {leftOut ? (
        <Words>{text.leftOut}</Words>
      ) : (
        <figure style={{ margin: 0, minWidth: 0 }}>
          <figcaption style={{ font: token('font.body.small'), color: token('color.text.subtle') }}>
            {BANDS.map((band) => (
              <span
                key={band}
                style={{ marginInlineEnd: token('space.150'), whiteSpace: 'nowrap' }}
              >
                <Swatch color={BAND_COLOR[band]} />
                {project.bands.name[band]}
              </span>
            ))}
          </figcaption>
          <MonthsChart
            periods={counts}
            goals={goals}
            unit={unit}
            summary={monthsSentence(counts, unit, format)}
            onOpen={onOpen}
          />
          <Fold title={text.table} isOpen={open} onToggle={setOpen}>
            {open ? <MonthsTable days={days} goals={goals} unit={unit} number={number} /> : null}
          </Fold>
        </figure>
      )}
    </Section>
  );
}
