// Saving one goal. A change of something else by somebody else does not get in the way; a change of
// the same goal is shown.
import { useState } from 'react';
import type { GoalInput, GoalView } from '../../../../src/contract/goals';
import { canonical } from '../../../../src/contract/properties';
import { troubleOf, type Trouble } from '../../components/failure';
import { call, CallError } from '../../forge';
import { messages } from '../../messages';
import type { GoalErrors } from './goal-form';
import type { SettingsPageState } from './page';
import { refusedIn } from './refused-in';

export interface GoalSave {
  errors: GoalErrors;
  setErrors: (errors: GoalErrors) => void;
  trouble: Trouble | null;
  /** The goal as this form began from it, and as somebody else saved it meanwhile. */
  met: { was: GoalView; theirs: GoalView } | null;
  saving: boolean;
  send: (goal: GoalInput) => Promise<void>;
}

// Readings and what follows from the day are nobody's change of the goal.
const written = ({ readings: _, active: __, over: ___, ...goal }: GoalView) => canonical(goal);

/** `start` is the goal as the form began with it; null for a new one. */
export function useGoalSave(
  page: SettingsPageState,
  start: GoalView | null,
  onSaved: () => void,
): GoalSave {
  const [errors, setErrors] = useState<GoalErrors>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [met, setMet] = useState<GoalSave['met']>(null);
  const [saving, setSaving] = useState(false);
  const { projectId } = page.open;

  async function attempt(rev: number, goal: GoalInput, again: boolean): Promise<void> {
    try {
      const saved = await call('goal.save', {
        projectId,
        rev,
        goal,
        ...(start ? { goalId: start.id } : {}),
      });
      page.take(saved);
      page.say(messages.settings.saved);
      onSaved();
    } catch (error) {
      if (!(error instanceof CallError) || error.code !== 'conflict' || !again) throw error;
      const fresh = await call('settings.open', { projectId });
      page.take(fresh);
      const was = met?.theirs ?? start;
      const theirs = fresh.goals.find(({ id }) => id === start?.id);
      if (!was || !theirs || written(was) === written(theirs))
        return attempt(fresh.rev, goal, false);
      setMet({ was, theirs });
    }
  }

  return {
    errors,
    setErrors,
    trouble,
    met,
    saving,
    async send(goal) {
      setSaving(true);
      setTrouble(null);
      try {
        await attempt(page.open.rev, goal, true);
      } catch (error) {
        const refused = refusedIn('goal', error);
        if (Object.keys(refused).length > 0) setErrors(refused);
        else setTrouble(troubleOf(error));
      } finally {
        setSaving(false);
      }
    },
  };
}
