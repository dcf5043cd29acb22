// One sentence in place of a page that can't be shown.
import { token } from '@atlaskit/tokens';

export const ErrorNote = ({ text }: { text: string }) => (
  <div role="alert" style={{ padding: token('space.200') }}>
    {text}
  </div>
);
