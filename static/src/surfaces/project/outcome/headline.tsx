// The first line with its linked numbers, and beside it outcome against output in large figures.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../components/reader';
import { VisuallyHidden } from '../../../components/live-region';
import { rich } from '../../../components/rich';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import type { Numbers } from '../gather/counts';
import type { EffortUnit } from '../gather/effort';
import type { WindowName } from '../gather/names';
import { isCounting, isKnown } from '../gather/number-state';
import { FinishedLine, FIRST_LINE } from './finished-line';
import { firstLine } from './sentence';

const text = projectText.outcome;

const large: CSSProperties = {
  font: token('font.heading.xxlarge'),
  lineHeight: '44px',
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
};

/** How a number is written: in bold, as the first word of a sentence. */
export interface Look {
  strong?: boolean;
  first?: boolean;
}

interface HeadlineProps {
  numbers: Numbers<WindowName>;
  when: string;
  /** What was finished, undelivered items too; null until it is counted. */
  finished: number | null;
  withGoals: boolean;
  /** What is added up; null where items count one each. */
  unit: EffortUnit | null;
  number: (name: WindowName, look: Look) => ReactNode;
}

function Ratio({ numbers }: { numbers: Numbers<WindowName> }) {
  const format = useFormat();
  const moved = numbers['band.moved'];
  const output = numbers.output;
  if (moved?.kind === 'failed' || output?.kind === 'failed' || moved?.kind === 'left-out')
    return <span style={{ ...large, color: token('color.text.subtlest') }}>– : –</span>;
  if (!isKnown(moved) || !isKnown(output)) return <Skeleton width="7ch" height="36px" />;
  const values = {
    outcome: format.number(moved.value),
    output: format.number(output.value),
  };
  return (
    <span style={large}>
      <span aria-hidden="true">{`${values.outcome} : ${values.output}`}</span>
      <VisuallyHidden>{fill(text.ratioSpoken, values)}</VisuallyHidden>
    </span>
  );
}

export function Headline(props: HeadlineProps) {
  const { numbers, when, finished, withGoals, unit, number } = props;
  const format = useFormat();
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.300') }}>
      {finished !== null && isCounting(numbers.output) ? (
        <FinishedLine finished={finished} when={when} format={format} />
      ) : (
        <p style={FIRST_LINE}>
          {rich(firstLine(numbers, when, { withGoals, unit }), {
            output: number('output', { strong: true }),
            aimed: number('aimed', { strong: true, first: true }),
            before: number('aimedBefore', { strong: true }),
            moved: number('band.moved', { strong: true, first: true }),
          })}
        </p>
      )}
      <div style={{ flex: '1 0 200px', minHeight: '64px' }}>
        <div style={{ font: token('font.body.small'), color: token('color.text.subtle') }}>
          {isKnown(numbers.output) && numbers.output.about ? text.ratioAbout : text.ratio}
        </div>
        <Ratio numbers={numbers} />
      </div>
    </div>
  );
}
