// What one line of the rules would do today: "would flag 23 today", with the list behind it.
import { messages } from '../../../messages';
import type { KillName } from '../preview/kill-numbers';
import { PreviewSentence } from '../preview/preview-number';
import type { LivePreview } from '../preview/use-preview';

const text = messages.settings.rules.preview;

interface PreviewLineProps {
  preview: LivePreview<KillName>;
  does: 'warn' | 'flag';
  /** A type's id, or all of them. */
  of: string;
}

export const PreviewLine = ({ preview, does, of }: PreviewLineProps) => (
  <PreviewSentence
    preview={preview}
    sentence={text[does]}
    numbers={{ count: { name: `${does}.${of}`, what: text.what[does] } }}
  />
);
