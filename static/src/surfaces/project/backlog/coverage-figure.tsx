// The open backlog by what answers for it: a bar and a table, with what is apart below the sum.
import type { ReactNode } from 'react';
import { Stack } from '@atlaskit/primitives/compiled';
import { useFormat } from '../../../components/reader';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { projectBacklog } from '../../../messages/project-backlog';
import { COVERAGE_COLOR } from '../charts/palette';
import { LegendTable } from '../charts/legend-table';
import { SplitBar } from '../charts/split-bar';
import type { PartName } from '../gather/backlog-counts';
import type { Numbers } from '../gather/counts';
import { isKnown } from '../gather/number-state';

const text = projectBacklog.parts;

/** The parts that add up to all that are asked. */
const ASKED_PARTS = ['own', 'parent', 'run', 'half', 'none'] as const;
const APART = ['exempt', 'parked'] as const;

interface CoverageFigureProps {
  numbers: Numbers<PartName>;
  number: (name: PartName) => ReactNode;
}

export function CoverageFigure({ numbers, number }: CoverageFigureProps) {
  const format = useFormat();
  const known = ASKED_PARTS.map((key) => {
    const state = numbers[key];
    return isKnown(state) ? { key, count: state.value } : null;
  }).filter((part) => part !== null);
  // A bar of some of the parts would show shares that are none.
  const parts = known.length === ASKED_PARTS.length ? known : [];
  const sum = parts.reduce((total, { count }) => total + count, 0);
  let start = 0;
  const bars = parts.map(({ key, count }) => {
    const share = sum === 0 ? 0 : count / sum;
    const bar = {
      key,
      title: fill(projectText.bands.part, {
        name: text.name[key],
        count: format.number(count),
      }),
      color: COVERAGE_COLOR[key],
      start,
      share,
      label: format.number(count),
    };
    start += share;
    return bar;
  });
  const row = (key: PartName, share: string | null) => ({
    key,
    name: text.name[key],
    count: number(key),
    share,
    ...(key in text.means ? { means: text.means[key as keyof typeof text.means] } : {}),
    ...(key in COVERAGE_COLOR ? { color: COVERAGE_COLOR[key as keyof typeof COVERAGE_COLOR] } : {}),
  });
  const shareOf = (key: string): string | null => {
    const bar = bars.find((one) => one.key === key);
    return bar && sum > 0 ? format.share(bar.share) : null;
  };
  return (
    <figure style={{ margin: 0 }} aria-label={text.title}>
      <Stack space="space.100">
        <SplitBar
          parts={bars}
          summary={
            bars.length > 0
              ? bars.map(({ title }) => title).join(', ')
              : projectText.backlog.counting
          }
        />
        <LegendTable
          caption={text.title}
          columns={{ name: text.column.part, count: text.column.items, share: text.column.share }}
          rows={[
            ...ASKED_PARTS.map((key) => row(key, shareOf(key))),
            row('asked', sum > 0 ? format.share(1) : null),
            ...APART.map((key) => row(key, null)),
          ]}
        />
      </Stack>
    </figure>
  );
}
