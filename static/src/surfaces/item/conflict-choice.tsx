// Somebody else saved meanwhile: both texts side by side, and the reader decides.
import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import type { Answer } from '../../../../src/domain/answer';
import type { Day } from '../../../../src/domain/days';
import { Card } from '../../components/card';
import { LABEL } from '../../components/field';
import { goalSentence } from '../../components/goal-summary';
import { useFormat } from '../../components/reader';
import { fill } from '../../format';
import { messages } from '../../messages';
import { AnswerProse } from './answer-prose';
import { answerOfForm } from './form';
import { nameOf } from './load';
import type { AnswerFormState, Conflict } from './use-answer-form';

const text = messages.item.conflict;

interface SideProps {
  title: string;
  answer: Answer | null;
  goals: readonly GoalView[];
  today: Day;
}

function Side({ title, answer, goals, today }: SideProps) {
  const goal = goals.find(({ id }) => id === answer?.goal);
  return (
    <Card>
      <Stack space="space.100">
        <span style={LABEL}>{title}</span>
        {goal && answer?.why !== 'run' ? <Text weight="medium">{goalSentence(goal)}</Text> : null}
        {answer ? (
          <AnswerProse answer={answer} goal={goal} today={today} />
        ) : (
          <Text as="p">{text.nothing}</Text>
        )}
      </Stack>
    </Card>
  );
}

interface ConflictChoiceProps {
  state: AnswerFormState;
  conflict: Conflict;
  goals: readonly GoalView[];
  today: Day;
}

export function ConflictChoice({ state, conflict, goals, today }: ConflictChoiceProps) {
  const format = useFormat();
  const [name, setName] = useState<string | null>(null);
  const { by, at } = conflict;
  useEffect(() => {
    let current = true;
    if (by !== undefined) void nameOf(by).then((found) => current && setName(found));
    return () => {
      current = false;
    };
  }, [by]);
  // It stands below the form; who waits for the save must find it.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  const who = name && at ? `${fill(text.who, { name, at: format.instant(at) })} ` : '';
  return (
    <div role="alert" ref={root} tabIndex={-1}>
      <SectionMessage appearance="warning" title={text.title}>
        <Stack space="space.150">
          <Text as="p">
            {who}
            {text.text}
          </Text>
          <div
            style={{
              display: 'grid',
              gap: token('space.100'),
              gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))',
            }}
          >
            <Side title={text.theirs} answer={conflict.answer} goals={goals} today={today} />
            <Side
              title={text.mine}
              answer={answerOfForm(state.form, format)}
              goals={goals}
              today={today}
            />
          </div>
          <Inline space="space.100" shouldWrap>
            <Button onClick={state.keepTheirs}>{text.keepTheirs}</Button>
            <Button onClick={state.saveMine}>{text.saveMine}</Button>
          </Inline>
        </Stack>
      </SectionMessage>
    </div>
  );
}
