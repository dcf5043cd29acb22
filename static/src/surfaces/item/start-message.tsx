// What the gate would say, on an item that has not started. It stops nobody here.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { GateSentences } from '../../../../src/domain/gate';
import { MESSAGES } from '../../../../src/domain/messages';
import { messages } from '../../messages';

export const StartMessage = ({ missing }: { missing: keyof GateSentences }) => (
  <SectionMessage>
    <Stack space="space.050">
      <Text as="p">{MESSAGES.gate[missing]}</Text>
      <Text as="p">{messages.item.startsAnyway}</Text>
    </Stack>
  </SectionMessage>
);
