// How far a number has come, as a thin bar. The numbers stand beside it in words.
import { token } from '@atlaskit/tokens';

/** `value` from 0 to 1; `label` says the same in one sentence. */
export function ProgressThin({ value, label }: { value: number; label: string }) {
  return (
    <div
      role="img"
      aria-label={label}
      style={{
        height: '4px',
        borderRadius: '2px',
        overflow: 'hidden',
        backgroundColor: token('color.background.neutral'),
      }}
    >
      <div
        style={{
          height: '100%',
          width: `${Math.round(value * 1000) / 10}%`,
          backgroundColor: token('color.background.accent.blue.bolder'),
        }}
      />
    </div>
  );
}
