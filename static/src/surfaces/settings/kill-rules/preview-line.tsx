// What one line of the rules would do today: "would flag 23 today", with the list behind it.
import { Button } from '../../../components/button';
import { SMALL } from '../../../components/field';
import { Inline } from '../../../components/layout';
import { Skeleton } from '../../../components/skeleton';
import { messages } from '../../../messages';
import { rich } from '../../project/rich';
import type { PreviewName } from './preview';
import type { RulesPreview } from './use-preview';

const text = messages.settings.rules.preview;

interface PreviewLineProps {
  preview: RulesPreview;
  does: 'warn' | 'flag';
  /** A type's id, or all of them. */
  of: string;
}

export function PreviewLine({ preview, does, of }: PreviewLineProps) {
  const name: PreviewName = `${does}.${of}`;
  const { Number } = preview;
  if (!preview.counts) return <span style={SMALL}>{text.waits}</span>;
  if (preview.failed)
    return (
      <Inline space="space.050">
        <span style={SMALL}>{text.failed}</span>
        <Button spacing="compact" appearance="subtle" onClick={() => preview.retry(name)}>
          {text.again}
        </Button>
      </Inline>
    );
  return (
    <span style={SMALL}>
      {rich(text[does], {
        count: Number ? (
          <Number
            state={preview.state(name)}
            jql={preview.jql(name)}
            what={text.what[does]}
            onRetry={() => preview.retry(name)}
            strong
          />
        ) : (
          <Skeleton width="2.2ch" height="0.9em" />
        ),
      })}
    </span>
  );
}
