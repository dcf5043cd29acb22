// One goal in the list, with what can be done with it.
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import type { GoalView } from '../../../../src/contract/goals';
import { isComplete } from '../../../../src/domain/goal';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { SMALL } from '../../components/field';
import { Lozenge, type LozengeLook } from '../../components/lozenge';
import { goalSentence, goalStanding, GoalSummary } from '../../components/goal-summary';
import { useFormat } from '../../components/reader';
import { SourceLink } from '../../components/source-link';
import { fill } from '../../format';
import type { Gone } from '../../forge';
import { messages } from '../../messages';
import { settingsAgreement } from '../../messages/settings-agreement';

const text = messages.settings.goals;

function standing(goal: GoalView): { look: LozengeLook; label: string } {
  if (goal.over) return { look: 'default', label: text.ended };
  if (goal.active) return { look: 'success', label: text.active };
  return isComplete(goal)
    ? { look: 'default', label: text.later }
    : { look: 'half', label: text.incomplete };
}

interface GoalRowProps {
  goal: GoalView;
  goals: readonly GoalView[];
  today: string;
  ownerName: string | null;
  ownerGone: Gone | null;
  /** Another goal is being edited. */
  locked: boolean;
  onEdit: () => void;
  onEnd: () => void;
}

export function GoalRow(props: GoalRowProps) {
  const { goal, goals, today, ownerName, ownerGone, locked, onEdit, onEnd } = props;
  const format = useFormat();
  const { look, label } = standing(goal);
  const successor = goals.find(({ id }) => id === goal.successorId);
  const sentence = goalSentence(goal);
  const notes = [
    goalStanding(goal, today, format),
    ownerName && `${text.form.owner}: ${ownerName}`,
    ownerGone && `${text.form.owner}: ${settingsAgreement.gone[ownerGone]}`,
    successor && fill(text.successor, { goal: goalSentence(successor) }),
  ].filter(Boolean);
  return (
    <Card>
      <Stack space="space.100">
        <GoalSummary goal={goal} today={today} />
        <Inline space="space.150" spread="space-between" alignBlock="center" shouldWrap>
          <span style={SMALL}>
            <Lozenge look={look}>{label}</Lozenge> {notes.join(' · ')}
            {goal.link ? (
              <>
                {notes.length > 0 ? ' · ' : ''}
                <SourceLink link={goal.link} />
              </>
            ) : null}
          </span>
          {goal.endedOn === undefined ? (
            <Inline space="space.050">
              <Button
                spacing="compact"
                onClick={onEdit}
                isDisabled={locked}
                label={fill(text.editLabel, { goal: sentence })}
              >
                {text.edit}
              </Button>
              {goal.over ? null : (
                <Button
                  spacing="compact"
                  appearance="subtle"
                  onClick={onEnd}
                  isDisabled={locked}
                  label={fill(text.endLabel, { goal: sentence })}
                >
                  {text.end}
                </Button>
              )}
            </Inline>
          ) : null}
        </Inline>
      </Stack>
    </Card>
  );
}
