// What one line of the rules would do today: "would flag 23 today", with the list behind it.
import { SMALL } from '../../../components/field';
import { messages } from '../../../messages';
import { formFor } from '../../project/outcome/sentence';
import { NumberLink } from '../../project/number-link';
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
  if (!preview.counts) return <span style={SMALL}>{text.waits}</span>;
  const state = preview.state(name);
  return (
    <span style={SMALL}>
      {rich(formFor(text[does], state), {
        count: (
          <NumberLink
            state={state}
            jql={preview.jql(name)}
            what={text.what[does]}
            onRetry={() => preview.retry(name)}
            strong
          />
        ),
      })}
    </span>
  );
}
