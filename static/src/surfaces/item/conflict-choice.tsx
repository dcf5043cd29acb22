// Somebody else, or the reader in another window, saved meanwhile: both texts side by side, and the reader decides.
import { useEffect, useRef, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import type { AnswerConflict } from '../../../../src/contract/procedures';
import type { Answer } from '../../../../src/domain/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { LABEL } from '../../components/field';
import { goalSentence } from '../../components/goal-summary';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { useNames } from '../../forge';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { AnswerProse } from './answer-prose';
import { answerOfForm } from './form';
import { RawValue } from './raw-value';
import type { AnswerFormState, FoundConflict } from './use-answer-form';

const text = item.conflict;

interface Shop {
  goals: readonly GoalView[];
}

const Side = ({ title, children }: { title: string; children: ReactNode }) => (
  <Card>
    <Stack space="space.100">
      <span style={LABEL}>{title}</span>
      {children}
    </Stack>
  </Card>
);

function Words({ answer, goals }: Shop & { answer: Answer }) {
  const goal = goals.find(({ id }) => id === answer.goal);
  return (
    <>
      {goal && answer.why !== 'run' ? <Text weight="medium">{goalSentence(goal)}</Text> : null}
      <AnswerProse answer={answer} goal={goal} />
    </>
  );
}

function Found({ found, ...shop }: Shop & Pick<AnswerConflict, 'found'>) {
  if (found.kind === 'none') return <Text as="p">{item.state.none}</Text>;
  if (found.kind === 'value') return <Words answer={found.answer} {...shop} />;
  return (
    <>
      <Text as="p">{item[found.kind].title}</Text>
      <RawValue value={found.raw} isOpen />
    </>
  );
}

interface ConflictChoiceProps extends Shop {
  state: AnswerFormState;
  conflict: FoundConflict;
}

export function ConflictChoice({ state, conflict, goals }: ConflictChoiceProps) {
  const format = useFormat();
  const { by = '', at, found } = conflict;
  const name = useNames([by])(by);
  // The draft was written on an older answer; nothing has been sent yet.
  const { drafted, own } = conflict;
  // Only a value that this version reads was surely saved as an answer; whose, a draft does not know.
  const theirs = found.kind === 'value' && !drafted && !own;
  // It stands above a form whose end is in view of whoever has just pressed save.
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!drafted) root.current?.focus();
  }, [drafted]);
  const who = !own && name && at ? `${fill(text.who, { name, at: format.instant(at) })} ` : '';
  return (
    <div role="alert" ref={root} tabIndex={-1} style={{ outline: 'none' }}>
      <Notice look="warning" title={drafted ? text.draftTitle : own ? text.own : text.title}>
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
            <Side title={text.there}>
              <Found found={found} goals={goals} />
            </Side>
            <Side title={text.mine}>
              <Words answer={answerOfForm(state.form, format)} goals={goals} />
            </Side>
          </div>
          <Inline space="space.100">
            <Button onClick={state.keepTheirs}>{theirs ? text.keepTheirs : text.leave}</Button>
            {found.kind === 'newer' ? null : (
              <Button onClick={state.saveMine}>{drafted ? text.goOn : text.saveMine}</Button>
            )}
          </Inline>
        </Stack>
      </Notice>
    </div>
  );
}
