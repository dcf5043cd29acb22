// A sentence about what typed rules would do, with counted numbers in it and the lists behind them.
import type { ReactNode } from 'react';
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { rich } from '../../../components/rich';
import { Skeleton } from '../../../components/skeleton';
import { messages } from '../../../messages';
import type { LivePreview } from './use-preview';

const text = messages.settings.rules.preview;

interface PreviewSentenceProps<N extends string> {
  preview: LivePreview<N>;
  /** With `{name}` for each number. */
  sentence: string;
  /** What each `{name}` stands for: a number of the preview, and what it counts. */
  numbers: Record<string, { name: N; what: string }>;
}

export function PreviewSentence<N extends string>(props: PreviewSentenceProps<N>): ReactNode {
  const { preview, sentence, numbers } = props;
  const { Number } = preview;
  const [first] = Object.values(numbers);
  if (!preview.counts) return <span style={SMALL}>{text.waits}</span>;
  if (preview.failed && first)
    return (
      <Inline space="space.050">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={() => preview.retry(first.name)}>
          {text.again}
        </Button>
      </Inline>
    );
  const nodes = Object.entries(numbers).map(([place, { name, what }]) => [
    place,
    Number ? (
      <Number
        key={place}
        state={preview.state(name)}
        jql={preview.jql(name)}
        what={what}
        onRetry={() => preview.retry(name)}
        strong
      />
    ) : (
      <Skeleton key={place} width="2.2ch" height="0.9em" />
    ),
  ]);
  return (
    <span style={SMALL}>
      {rich(sentence, Object.fromEntries(nodes) as Record<string, ReactNode>)}
    </span>
  );
}
