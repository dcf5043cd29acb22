// Taking back the ending of a goal.
import { useState } from 'react';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { GoalView } from '../../../../src/contract/goals';
import { Button } from '../../components/button';
import { Failure, troubleOf, type Trouble } from '../../components/failure';
import { goalSentence } from '../../components/goal-summary';
import { call } from '../../forge';
import { fill } from '../../format';
import { messages } from '../../messages';
import type { SettingsPageState } from './page';
import { sendAgain } from './send-again';

const text = messages.settings.goals;

export function ResumeGoal({ page, goal }: { page: SettingsPageState; goal: GoalView }) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);

  async function resume(): Promise<void> {
    setSending(true);
    setTrouble(null);
    const { projectId } = page.open;
    try {
      await sendAgain(page, (rev) => call('goal.resume', { projectId, rev, goalId: goal.id }));
      page.say(text.resumed);
    } catch (problem) {
      setTrouble(troubleOf(problem));
      setSending(false);
    }
  }

  return (
    <Stack space="space.100">
      <Inline>
        <Button
          spacing="compact"
          onClick={() => void resume()}
          isLoading={sending}
          label={fill(text.resumeLabel, { goal: goalSentence(goal) })}
        >
          {text.resume}
        </Button>
      </Inline>
      {trouble ? <Failure trouble={trouble} title={messages.settings.failed} /> : null}
    </Stack>
  );
}
