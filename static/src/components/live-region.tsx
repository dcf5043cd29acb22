// Says aloud what happened without moving the focus.
import { useCallback, useState, type CSSProperties } from 'react';

const HIDDEN: CSSProperties = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  margin: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Text for those who hear the page only. */
export const VisuallyHidden = ({ children }: { children: string }) => (
  <span style={HIDDEN}>{children}</span>
);

/** Put once into a surface; it must be there before its text changes. */
export const LiveRegion = ({ text }: { text: string }) => (
  <div role="status" aria-live="polite" style={HIDDEN}>
    {text}
  </div>
);

/** The text of the live region, and the way to change it. Saying the same again is heard again. */
export function useAnnouncer(): { text: string; say: (text: string) => void } {
  const [{ text, odd }, setSaid] = useState({ text: '', odd: false });
  const say = useCallback(
    (next: string) => setSaid((last) => ({ text: next, odd: !last.odd })),
    [],
  );
  return { text: odd ? `${text}\u00a0` : text, say };
}
