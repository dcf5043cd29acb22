// What was shipped over the periods of a window, and each goal's readings beneath on the same axis:
// small drawings one below the other, never two scales in one.
import { useMemo, useState } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import { BANDS, type Band } from '../../../../../src/domain/band';
import type { Period } from '../../../../../src/domain/periods';
import { Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { below } from '../../../messages/project-below';
import type { EffortUnit } from '../gather/effort';
import { ColumnChart } from './column-chart';
import { placeColumns } from './columns';
import { GoalStrip } from './goal-strip';
import { axisName, periodName } from './period-name';
import { PeriodKeys } from './period-keys';
import { readoutOf } from './readout';
import { StripHead, stripEnd } from './strip-head';
import { useWidth } from './use-width';

const text = below.months;

const HEIGHT = 176;
/** Room for the figures of the axis, in pixels. */
const LEFT = 44;
const USUAL_WIDTH = 720;

export interface PeriodCounts {
  period: Period;
  /** Null while it is not counted. */
  bands: Record<Band, number | null>;
}

interface MonthsChartProps {
  periods: readonly PeriodCounts[];
  goals: readonly GoalView[];
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  /** Says in one sentence what the columns show. */
  summary: string;
  onOpen: (period: Period) => void;
}

export function MonthsChart({ periods, goals, unit, summary, onOpen }: MonthsChartProps) {
  const format = useFormat();
  const [active, setActive] = useState<number | null>(null);
  const { place, width: all } = useWidth(USUAL_WIDTH);
  const width = Math.max(1, all - LEFT);
  const placed = useMemo(
    () =>
      placeColumns(
        periods.map(({ bands }) => BANDS.map((band) => bands[band])),
        { width, height: HEIGHT },
      ),
    [periods, width],
  );
  const spans = periods.map(({ period }) => period);
  const end = spans.at(-1)?.to ?? '';
  const readouts = periods.map((counts) => readoutOf(counts, goals, unit, format));
  const isCounted = periods.every(({ bands }) => BANDS.every((band) => bands[band] !== null));
  const shown = active === null ? undefined : readouts[active];
  return (
    <div ref={place} style={{ minWidth: 0 }}>
      <p style={{ font: token('font.body'), margin: 0, minHeight: '40px' }}>
        {shown ?? (
          <span style={{ color: token('color.text.subtlest') }}>
            {isCounted ? text.how : text.summaryWaiting}
          </span>
        )}
      </p>
      <div style={{ position: 'relative' }}>
        <ColumnChart
          placed={placed}
          left={LEFT}
          width={width}
          height={HEIGHT}
          names={spans.map((period, at) => axisName(period, at === 0, format))}
          figure={format.number}
          active={active}
          summary={summary}
        />
        <Stack space="space.200">
          {goals.map((goal) => (
            <div key={goal.id}>
              <StripHead goal={goal} to={end} left={LEFT} />
              <GoalStrip
                goal={goal}
                readings={goal.readings}
                periods={spans}
                slots={placed.slots}
                left={LEFT}
                width={width}
                active={active}
                summary={fill(text.stripSummary, {
                  metric: goal.metric,
                  from: format.amount(goal.baseline, goal.unit),
                  to: format.amount(goal.target, goal.unit),
                  end: stripEnd(goal, end, format),
                })}
              />
            </div>
          ))}
        </Stack>
        <PeriodKeys
          label={text.keys}
          names={readouts.map((readout, at) =>
            fill(text.open, {
              readout,
              period: spans[at] ? periodName(spans[at], format) : '',
            }),
          )}
          slots={placed.slots}
          left={LEFT}
          onPoint={setActive}
          onOpen={(at) => {
            const period = spans[at];
            if (period) onOpen(period);
          }}
        />
      </div>
    </div>
  );
}
