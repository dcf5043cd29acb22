// Something is wrong with the answer: what it is, what can be done, the old text in view.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { AnswerMessage as Message } from '../../../../src/domain/inherit';
import { messages } from '../../messages';
import { RawValue } from './raw-value';

const text = messages.item;

interface AnswerMessageProps {
  message: Message;
  mayEdit: boolean;
  /** The property as it stands, for what can't be read. */
  raw: unknown;
}

export function AnswerMessage({ message, mayEdit, raw }: AnswerMessageProps) {
  if (message === 'goal-over')
    return (
      <SectionMessage appearance="warning" title={text.overGoal.title}>
        <Text as="p">{mayEdit ? text.overGoal.text : text.overGoal.read}</Text>
      </SectionMessage>
    );
  if (message === 'other-project')
    return (
      <SectionMessage appearance="warning" title={text.otherProject.title}>
        <Text as="p">{text.otherProject.text}</Text>
      </SectionMessage>
    );
  const words = message === 'newer' ? text.newer : text.unreadable;
  return (
    <SectionMessage appearance="warning" title={words.title}>
      <Stack space="space.100">
        <Text as="p">{words.text}</Text>
        <RawValue value={raw} />
      </Stack>
    </SectionMessage>
  );
}
