// The goals of a row as small cards with their keys, and "Keep it running" beside them.
import type { CSSProperties, ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import { goalNames } from '../../../../components/goal-names';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';

const text = projectBacklog.cover;

const card = (chosen: boolean): CSSProperties => ({
  font: token('font.body.small'),
  display: 'inline-flex',
  gap: token('space.075'),
  alignItems: 'baseline',
  textAlign: 'start',
  cursor: 'pointer',
  color: token('color.text'),
  padding: `${token('space.050')} ${token('space.100')}`,
  border: `1px solid ${token(chosen ? 'color.border.selected' : 'color.border')}`,
  borderRadius: token('radius.small', '4px'),
  backgroundColor: token(chosen ? 'color.background.selected' : 'elevation.surface'),
  maxWidth: '100%',
});

const KEY: CSSProperties = {
  font: token('font.code'),
  fontSize: '11px',
  color: token('color.text.subtle'),
  border: `1px solid ${token('color.border')}`,
  borderRadius: '3px',
  padding: '0 4px',
};

interface CardProps {
  keyName: string;
  /** Its name beyond this row; holds the words that are seen, for those who speak them. */
  label: string;
  chosen?: boolean;
  disabled: boolean;
  onPress: () => void;
  children: ReactNode;
}

const KeyCard = ({ keyName, label, chosen = false, disabled, onPress, children }: CardProps) => (
  <button
    type="button"
    aria-label={label}
    aria-keyshortcuts={keyName}
    aria-expanded={chosen}
    aria-disabled={disabled}
    style={card(chosen)}
    onClick={() => {
      if (!disabled) onPress();
    }}
  >
    <span aria-hidden="true" style={KEY}>
      {keyName}
    </span>
    <span style={{ overflowWrap: 'anywhere' }}>{children}</span>
  </button>
);

interface GoalKeysProps {
  itemKey: string;
  goals: readonly GoalView[];
  chosen: string | null;
  disabled: boolean;
  onGoal: (goal: GoalView) => void;
  onRun: () => void;
}

export function GoalKeys({ itemKey, goals, chosen, disabled, onGoal, onRun }: GoalKeysProps) {
  const format = useFormat();
  const said = ({ metric, baseline, target, unit }: GoalView): string =>
    fill(text.goal, {
      metric,
      from: format.amount(baseline, unit),
      to: format.amount(target, unit),
    });
  return (
    <div
      role="group"
      aria-label={fill(text.choose, { key: itemKey })}
      style={{ display: 'flex', flexWrap: 'wrap', gap: token('space.075') }}
    >
      {goalNames(goals, format).map(({ goal, name }, index) => (
        <KeyCard
          key={goal.id}
          keyName={String(index + 1)}
          label={fill(text.goalLabel, { key: itemKey, sentence: name, goal: said(goal) })}
          chosen={goal.id === chosen}
          disabled={disabled}
          onPress={() => onGoal(goal)}
        >
          {said(goal)}
        </KeyCard>
      ))}
      <KeyCard
        keyName="R"
        label={fill(text.runLabel, { key: itemKey })}
        disabled={disabled}
        onPress={onRun}
      >
        {text.run}
      </KeyCard>
    </div>
  );
}
