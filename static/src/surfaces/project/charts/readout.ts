// What is said of one period, by pointer and by keyboard alike.
import type { GoalView } from '../../../../../src/contract/goals';
import { BANDS } from '../../../../../src/domain/band';
import { fill, type Format } from '../../../format';
import { project } from '../../../messages/project';
import { below } from '../../../messages/project-below';
import type { EffortUnit } from '../gather/effort';
import { periodName } from './period-name';
import type { PeriodCounts } from './months-chart';

const text = below.months;

/** The latest reading of a goal in a period. */
export const readingIn = (goal: GoalView, { from, to }: { from: string; to: string }) =>
  goal.readings
    .filter(({ day }) => from <= day && day <= to)
    .reduce<GoalView['readings'][number] | undefined>(
      (latest, one) => (latest && latest.day > one.day ? latest : one),
      undefined,
    );

/** "August 2026: 21 items · Moved it 3 · … · Checkout conversion 2.3 %". */
export function readoutOf(
  { period, bands }: PeriodCounts,
  goals: readonly GoalView[],
  unit: EffortUnit | null,
  format: Format,
): string {
  const known = BANDS.every((band) => bands[band] !== null);
  const sum = BANDS.reduce((all, band) => all + (bands[band] ?? 0), 0);
  const parts = BANDS.filter((band) => (bands[band] ?? 0) > 0).map((band) =>
    fill(text.part, {
      name: project.bands.name[band],
      value: format.number(bands[band] ?? 0),
    }),
  );
  const readings = goals.flatMap((goal) => {
    const reading = readingIn(goal, period);
    return reading
      ? [fill(text.part, { name: goal.metric, value: format.amount(reading.value, goal.unit) })]
      : [];
  });
  const shipped = known ? format.plural(text[unit ?? 'items'], sum) : text.counting;
  return fill(text.readout, {
    period: periodName(period, format),
    rest: [shipped, ...parts, ...readings].join(' · '),
  });
}
