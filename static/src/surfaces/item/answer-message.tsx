// Something is wrong with the answer: what it is, what can be done, the old text in view.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { token } from '@atlaskit/tokens';
import type { AnswerMessage as Message } from '../../../../src/domain/inherit';
import { SMALL } from '../../components/field';
import { messages } from '../../messages';

const text = messages.item;

interface AnswerMessageProps {
  message: Message;
  mayEdit: boolean;
  /** The property as it stands, for what can't be read. */
  raw: unknown;
}

const Raw = ({ value }: { value: unknown }) => (
  <details>
    <summary style={{ cursor: 'pointer' }}>{text.unreadable.raw}</summary>
    <pre
      style={{
        ...SMALL,
        fontFamily: token('font.family.code'),
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        maxHeight: '160px',
        overflow: 'auto',
      }}
    >
      {JSON.stringify(value, null, 2)}
    </pre>
  </details>
);

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
        <Raw value={raw} />
      </Stack>
    </SectionMessage>
  );
}
