// A decided day that is over by now: the decision is given another one where it stands.
import { useState } from 'react';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import type { DraftEntry } from '../../../../../../src/domain/decision';
import { Button } from '../../../../components/button';
import { fill } from '../../../../format';
import { killApply } from '../../../../messages/project-kill-apply';
import { DecisionForm } from '../decision-form';
import { datePresets, startForm } from '../decision-input';

const text = killApply.day;

/** Whether the day until which it rests or stays has come; such a decision is not taken. */
export const isDayOver = (
  { decision: { until } }: DraftEntry,
  { today }: Pick<OpenProject, 'today'>,
): boolean => until !== undefined && until <= today;

interface ChangeDayProps {
  entry: DraftEntry;
  project: Pick<OpenProject, 'today' | 'rules'>;
  /** It waits to be applied again. */
  onChange: (entry: DraftEntry) => void;
}

/** Opens the form of the decision; nothing for one without a day. */
export function ChangeDay({ entry, project, onChange }: ChangeDayProps) {
  const [isOpen, setOpen] = useState(false);
  const { itemKey, decision } = entry;
  const { kind, effort = null } = decision;
  if (kind !== 'park' && kind !== 'keep') return null;
  if (!isOpen)
    return (
      <Button
        spacing="compact"
        label={fill(text.changeFor, { key: itemKey })}
        onClick={() => setOpen(true)}
      >
        {text.change}
      </Button>
    );
  return (
    <div style={{ flex: '1 1 100%' }}>
      <DecisionForm
        kind={kind}
        itemKey={itemKey}
        effort={effort}
        today={project.today}
        presets={datePresets(project.today, project.rules.forum)}
        start={startForm(project.today, entry)}
        onType={() => undefined}
        onDecide={(changed) => {
          const { note: _note, ...rest } = entry;
          setOpen(false);
          const { unit } = decision;
          onChange({ ...rest, decision: { ...changed, ...(unit && { unit }) }, state: 'open' });
        }}
        onCancel={() => setOpen(false)}
      />
    </div>
  );
}
