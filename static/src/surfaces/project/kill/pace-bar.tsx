// How an age stands to what the team usually takes. The words beside it say the same.
import { token } from '@atlaskit/tokens';
import type { Pace } from './decision-words';

const HEIGHT = 6;

interface PaceBarProps {
  /** Whole days. */
  age: number;
  pace: Pace;
  width: string;
}

/** Where most finished items lie is darker; the mark is the age. Nothing without a pace. */
export function PaceBar({ age, pace, width }: PaceBarProps) {
  if (!pace || pace.of === 0) return null;
  const full = Math.max(age, pace.most, 1);
  const share = (days: number): string => `${Math.round((days / full) * 1000) / 10}%`;
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
