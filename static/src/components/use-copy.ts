// Copying a text that is on the screen.
import { useState } from 'react';

/**
 * `copied` is null before the first try, and `no` where the browser denies the clipboard: there the
 * text can still be selected.
 */
export function useCopy(text: string): { copied: 'yes' | 'no' | null; copy: () => void } {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = (): void => {
    if (!('clipboard' in navigator)) return setCopied('no');
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return { copied, copy };
}
