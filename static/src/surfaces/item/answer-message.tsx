// Something is wrong with the answer: what it is, what can be done, the old text in view.
import type { AnswerMessage as Message } from '../../../../src/domain/inherit';
import { Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { item } from '../../messages/item';
import { RawValue } from './raw-value';

const text = item;

interface AnswerMessageProps {
  message: Message;
  mayEdit: boolean;
  /** The property as it stands, for what can't be read. */
  raw: unknown;
}

export function AnswerMessage({ message, mayEdit, raw }: AnswerMessageProps) {
  if (message === 'goal-over')
    return (
      <Notice look="warning" title={text.overGoal.title}>
        <Text as="p">{mayEdit ? text.overGoal.text : text.overGoal.read}</Text>
      </Notice>
    );
  if (message === 'other-project')
    return (
      <Notice look="warning" title={text.otherProject.title}>
        <Text as="p">{text.otherProject.text}</Text>
      </Notice>
    );
  const words = message === 'newer' ? text.newer : text.unreadable;
  return (
    <Notice look="warning" title={words.title}>
      <Stack space="space.100">
        <Text as="p">{words.text}</Text>
        <RawValue value={raw} />
      </Stack>
    </Notice>
  );
}
