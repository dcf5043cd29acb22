// The share of the open backlog that answers the question: a sentence, a bar, a table.
import type { ReactNode } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../components/reader';
import { fill, type Format } from '../../../format';
import { messages } from '../../../messages';
import { COVERAGE_COLOR } from '../charts/palette';
import { LegendTable } from '../charts/legend-table';
import { SplitBar } from '../charts/split-bar';
import type { Numbers } from '../gather/counts';
import type { BacklogName } from '../gather/names';
import { coverageFailed, coverageView, FEW, type CoverageView } from './coverage-view';

const text = messages.project.backlog;
const about = messages.project.number.aboutFirst;

/** "41 % of the open backlog answers the question.", or "3 of 7 open items …" when there are few. */
export function coverageSentence(view: CoverageView, format: Format): string {
  if (view.share === null) return text.none;
  if (view.asked < FEW)
    return format.plural(text.shareFew, view.asked, {
      answered: format.number(view.answered),
      asked: format.number(view.asked),
    });
  const share = format.share(view.share);
  return fill(text.share, { share: view.about ? `${about} ${share}` : share });
}

interface CoverageProps {
  numbers: Numbers<BacklogName>;
  number: (name: BacklogName) => ReactNode;
  /** The number of those nobody has answered for, which is got by subtraction. */
  rest: (value: number, about: boolean) => ReactNode;
}

/** The sentence alone, with the place for it kept while it is counted. */
export function CoverageSentence({ numbers }: { numbers: Numbers<BacklogName> }) {
  const format = useFormat();
  const view = coverageView(numbers);
  return (
    <p
      style={{
        font: token('font.heading.medium'),
        fontWeight: token('font.weight.regular'),
        margin: 0,
      }}
    >
      {coverageFailed(numbers) ? text.failed : null}
      {view ? coverageSentence(view, format) : null}
      {view || coverageFailed(numbers) ? null : <Skeleton width="24ch" height="20px" />}
    </p>
  );
}

export function CoverageFigure({ numbers, number, rest }: CoverageProps) {
  const format = useFormat();
  const view = coverageView(numbers);
  const parts = view
    ? [
        { key: 'own' as const, count: view.own },
        { key: 'parent' as const, count: view.parent },
        { key: 'open' as const, count: Math.max(0, view.asked - view.own - view.parent) },
      ]
    : [];
  const sum = parts.reduce((total, { count }) => total + count, 0);
  let start = 0;
  const bars = parts.map(({ key, count }) => {
    const share = sum === 0 ? 0 : count / sum;
    const bar = {
      key,
      title: fill(messages.project.bands.part, { name: text[key], count: format.number(count) }),
      color: COVERAGE_COLOR[key],
      start,
      share,
      label: format.number(count),
    };
    start += share;
    return bar;
  });
  const shareOf = (key: string): string | null => {
    const bar = bars.find((one) => one.key === key);
    return bar && sum > 0 ? format.share(bar.share) : null;
  };
  const row = (key: 'own' | 'parent' | 'open', count: ReactNode) => ({
    key,
    color: COVERAGE_COLOR[key],
    name: text[key],
    count,
    share: shareOf(key),
  });
  const waiting = coverageFailed(numbers) ? '–' : <Skeleton width="2.2ch" height="0.9em" />;
  const open = parts.find(({ key }) => key === 'open');
  return (
    <figure style={{ margin: 0 }} aria-label={text.title}>
      <Stack space="space.100">
        <SplitBar
          parts={bars}
          summary={bars.length > 0 ? bars.map(({ title }) => title).join(', ') : text.counting}
        />
        <LegendTable
          caption={text.title}
          columns={{ name: text.column.part, count: text.column.items, share: text.column.share }}
          rows={[
            row('own', number('coverage.own')),
            row('parent', number('coverage.parent')),
            row('open', open && view ? rest(open.count, view.about) : waiting),
            {
              key: 'asked',
              name: text.asked,
              count: number('coverage.asked'),
              share: sum > 0 ? format.share(1) : null,
            },
          ]}
        />
        <Text size="small" color="color.text.subtlest">
          {text.apart}
        </Text>
      </Stack>
    </figure>
  );
}
