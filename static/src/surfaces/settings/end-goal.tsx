// Ending a goal, confirmed in place.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { GoalView } from '../../../../src/contract/goals';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { Field } from '../../components/field';
import { goalNames } from '../../components/goal-names';
import { lazyPart } from '../../components/lazy-part';
import { useFormat } from '../../components/reader';
import { Select } from '../../components/select';
import { call, CallError } from '../../forge';
import { messages } from '../../messages';
import type { SettingsPageState } from './page';
import { sendAgain } from './send-again';

const OpenItems = lazyPart(() => import('./open-items').then((part) => part.OpenItems), ['20px']);

const text = messages.settings.goals.ending;

interface EndGoalProps {
  page: SettingsPageState;
  goal: GoalView;
  onDone: () => void;
}

export function EndGoal({ page, goal, onDone }: EndGoalProps) {
  const format = useFormat();
  const { projectId, goals } = page.open;
  const [successorId, setSuccessor] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [ending, setEnding] = useState(false);
  const others = goals.filter(({ id, over }) => id !== goal.id && !over);

  async function end(): Promise<void> {
    setEnding(true);
    setTrouble(null);
    setError(undefined);
    try {
      const ending = { projectId, goalId: goal.id, ...(successorId ? { successorId } : {}) };
      await sendAgain(page, (rev) => call('goal.end', { ...ending, rev }));
      page.say(text.done);
      onDone();
    } catch (problem) {
      const refused = problem instanceof CallError ? problem.fields.successorId : undefined;
      if (refused) setError(refused);
      else setTrouble(troubleOf(problem));
      setEnding(false);
    }
  }

  return (
    <SectionMessage appearance="warning" title={text.title} headingLevel="h3">
      <Stack space="space.150">
        <Text as="p">{text.text}</Text>
        <OpenItems page={page} goal={goal} />
        {others.length > 0 ? (
          <Field label={text.successor} optional error={error}>
            {(control) => (
              <Select
                control={control}
                value={successorId}
                options={[
                  { value: '', label: text.noSuccessor },
                  ...goalNames(others, format).map(({ goal: other, name }) => ({
                    value: other.id,
                    label: name,
                  })),
                ]}
                onChange={setSuccessor}
              />
            )}
          </Field>
        ) : null}
        {trouble ? <Failure trouble={trouble} title={messages.settings.failed} /> : null}
        <Inline space="space.100">
          <Button appearance="warning" onClick={() => void end()} isLoading={ending}>
            {text.confirm}
          </Button>
          <Button appearance="subtle" onClick={onDone}>
            {text.cancel}
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
