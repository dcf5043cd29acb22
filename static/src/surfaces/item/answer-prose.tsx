// An answer as a sentence to read, with what is missing marked in its place.
import { Fragment, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import type { Answer } from '../../../../src/domain/answer';
import { useFormat } from '../../components/reader';
import { Stack, Text } from '../../components/layout';
import { item } from '../../messages/item';
import { AnswerDetails } from './answer-details';

const text = item;

interface AnswerProseProps {
  answer: Answer;
  goal: GoalView | undefined;
  /** Nobody is asked for what is missing. */
  isQuiet?: boolean;
}

const Missing = ({ children }: { children: string }) => (
  <span
    style={{
      color: token('color.text.warning'),
      borderBottom: `1px dashed ${token('color.border.warning')}`,
    }}
  >
    […{children}]
  </span>
);

function Sentence({ answer, goal, isQuiet = false }: AnswerProseProps) {
  const format = useFormat();
  const { missing } = text.sentence;
  const part = (value: string | undefined, gap: string): ReactNode =>
    value ? (
      // Text of another direction must not turn the words around it.
      <strong>
        <bdi>{value}</bdi>
      </strong>
    ) : isQuiet ? (
      '…'
    ) : (
      <Missing>{gap}</Missing>
    );
  const { checkBy } = answer;
  const parts: ReactNode[] = [
    part(answer.by, missing.by),
    part(answer.expect, missing.expect),
    part(answer.measure ?? goal?.metric, missing.measure),
    part(checkBy && format.day(checkBy), missing.checkBy),
  ];
  return (
    <Text as="p">
      {text.sentence.text.map((words, index) => (
        <Fragment key={index}>
          {words}
          {parts[index]}
        </Fragment>
      ))}
    </Text>
  );
}

export function AnswerProse(props: AnswerProseProps) {
  const { answer, goal } = props;
  return (
    <Stack space="space.100">
      {answer.why === 'run' ? <Text as="p">{text.run}</Text> : <Sentence {...props} />}
      <AnswerDetails answer={answer} unit={goal?.unit ?? ''} />
    </Stack>
  );
}
