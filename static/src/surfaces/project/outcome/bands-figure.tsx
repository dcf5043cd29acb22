// One bar of the five bands with its table.
import { useId, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { BAND_COLOR } from '../charts/palette';
import { LegendTable } from '../charts/legend-table';
import { SplitBar } from '../charts/split-bar';
import type { Numbers } from '../gather/counts';
import type { EffortUnit } from '../gather/effort';
import type { WindowName } from '../gather/names';
import { bandRows } from './band-rows';

const text = projectText.bands;

interface BandsFigureProps {
  numbers: Numbers<WindowName>;
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  number: (name: WindowName) => ReactNode;
}

export function BandsFigure({ numbers, unit, number }: BandsFigureProps) {
  const format = useFormat();
  const id = useId();
  const rows = bandRows(numbers);
  const sum = rows.reduce((total, { count }) => total + (count ?? 0), 0);
  const part = (name: string, count: number | null) =>
    fill(text.part, { name, count: format.number(count ?? 0) });
  const summary = rows.some(({ share }) => share === null)
    ? text.waiting
    : fill(unit ? text.summaryBy[unit] : text.summary, {
        output: format.number(sum),
        parts: rows.map(({ band, count }) => part(text.name[band], count)).join(', '),
      });
  return (
    <figure style={{ margin: 0 }} aria-labelledby={id}>
      <Stack space="space.100">
        <figcaption id={id} style={{ font: token('font.heading.xsmall') }}>
          {text.title}
        </figcaption>
        <SplitBar
          summary={summary}
          parts={rows.map(({ band, start, share, count }) => ({
            key: band,
            title: part(text.name[band], count),
            color: BAND_COLOR[band],
            start,
            share: share ?? 0,
            label: format.number(count ?? 0),
          }))}
        />
        <LegendTable
          caption={text.title}
          columns={{
            name: text.column.band,
            count: text.column[unit ?? 'items'],
            share: text.column.share,
          }}
          rows={rows.map(({ band, share }) => ({
            key: band,
            color: BAND_COLOR[band],
            name: text.name[band],
            means: text.means[band],
            count: number(`band.${band}`),
            share: share === null ? null : format.share(share),
          }))}
        />
      </Stack>
    </figure>
  );
}
