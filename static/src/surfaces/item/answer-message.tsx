// Something is wrong with the answer: what it is, what can be done, the old text in view. Where it
// stops the item as well, one message says both.
import type { ReactNode } from 'react';
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
  /** What the rule says of starting; null where it lets the item start. */
  stops: string | null;
  /** The way past the rule. */
  children: ReactNode;
}

function wordsOf(message: Message, mayEdit: boolean): { title: string; text: string } {
  switch (message) {
    case 'goal-over':
      return { ...text.overGoal, text: mayEdit ? text.overGoal.text : text.overGoal.read };
    case 'other-project':
      return text.otherProject;
    case 'newer':
      return text.newer;
    case 'unreadable':
      return text.unreadable;
  }
}

export function AnswerMessage({ message, mayEdit, raw, stops, children }: AnswerMessageProps) {
  const words = wordsOf(message, mayEdit);
  return (
    <Notice look="warning" title={words.title}>
      <Stack space="space.100">
        <Text as="p">
          {words.text} {stops}
        </Text>
        {message === 'newer' || message === 'unreadable' ? <RawValue value={raw} /> : null}
        {children}
      </Stack>
    </Notice>
  );
}
