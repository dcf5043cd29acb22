// One sentence in place of a page that can't be shown.
import { Box } from '@atlaskit/primitives/compiled';

export const ErrorNote = ({ text }: { text: string }) => (
  <Box padding="space.200" role="alert">
    {text}
  </Box>
);
