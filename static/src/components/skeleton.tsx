// Quiet placeholders of the size of what will stand there, so that nothing jumps.
import { token } from '@atlaskit/tokens';
import { common } from '../messages/common';
import { Stack } from './layout';

/** One grey block. `width` and `height` as CSS lengths. */
export function Skeleton({ width = '100%', height }: { width?: string; height: string }) {
  return (
    <span
      aria-hidden="true"
      style={{
        display: 'inline-block',
        maxWidth: '100%',
        width,
        height,
        verticalAlign: 'middle',
        borderRadius: token('radius.small', '4px'),
        backgroundColor: token('color.skeleton'),
      }}
    />
  );
}

/** Blocks below each other; readers of the sound hear that something is loading. */
export function SkeletonStack({ heights }: { heights: readonly string[] }) {
  return (
    <div role="status" aria-label={common.loading}>
      <Stack space="space.150">
        {heights.map((height, index) => (
          <Skeleton key={index} height={height} />
        ))}
      </Stack>
    </div>
  );
}
