// How an age stands to what the team usually takes. The words beside it say the same.
import { token } from '@atlaskit/tokens';
import type { Pace } from './decision-words';

const HEIGHT = 6;

interface PaceBarProps {
  /** Whole days. */
  age: number;
  pace: Pace;
  /** Days that the whole bar stands for: the same for all that are compared. */
  full: number;
  width: string;
}

/** As long as the item is old; what half of the finished items took is darker. Nothing without a pace. */
export function PaceBar({ age, pace, full, width }: PaceBarProps) {
  if (!pace || pace.of === 0) return null;
  const share = (days: number): string =>
    `${Math.min(100, Math.round((days / Math.max(full, 1)) * 1000) / 10)}%`;
  return (
    <div
      aria-hidden="true"
      style={{
        position: 'relative',
        width,
        maxWidth: '100%',
        height: `${HEIGHT}px`,
        borderRadius: '3px',
        overflow: 'hidden',
        backgroundColor: token('color.background.neutral'),
      }}
    >
      <div
        style={{
          position: 'absolute',
          inset: '0 auto 0 0',
          width: share(age),
          backgroundColor: token('color.background.accent.gray.subtle'),
        }}
      />
      <div
        style={{
          position: 'absolute',
          inset: '0 auto 0 0',
          width: `max(3px, ${share(pace.half)})`,
          backgroundColor: token('color.background.accent.blue.bolder'),
        }}
      />
    </div>
  );
}
