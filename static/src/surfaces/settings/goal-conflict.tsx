// Two people edited one goal: their values beside yours.
import type { GoalView } from '../../../../src/contract/goals';
import { isDay } from '../../../../src/domain/days';
import { useFormat } from '../../components/reader';
import { messages } from '../../messages';
import { SettingsConflict } from './conflict';
import { differences, merged } from './difference';
import { goalFormOf, type GoalForm } from './goal-form';

const text = messages.settings.goals.form;

const FIELDS = [
  'achieve',
  'by',
  'metric',
  'unit',
  'direction',
  'baseline',
  'target',
  'firstDay',
  'lastDay',
  'link',
  'ownerAccountId',
] as const satisfies readonly (keyof GoalForm)[];

interface GoalConflictProps {
  met: { was: GoalView; theirs: GoalView };
  form: GoalForm;
  me: string | undefined;
  names: ReadonlyMap<string, string>;
  saving: boolean;
  onSave: (form: GoalForm) => void;
  onTakeTheirs: () => void;
}

export function GoalConflict(props: GoalConflictProps) {
  const format = useFormat();
  const { met, form, me, names, saving, onSave, onTakeTheirs } = props;
  const was = goalFormOf(met.was, format);
  const theirs = goalFormOf(met.theirs, format);
  const ended = met.theirs.endedOn !== undefined && met.was.endedOn === undefined;
  const say = (of: GoalForm, field: keyof GoalForm): string => {
    const value = of[field];
    if (field === 'direction') return text[of.direction];
    if (field === 'ownerAccountId') {
      if (value === '') return text.ownerNone;
      return value === me ? text.ownerMe : (names.get(value) ?? text.ownerUnknown);
    }
    return isDay(value) ? format.day(value) : value;
  };
  const differing = differences(FIELDS, was, theirs, form);
  if (differing.length === 0 && !ended) return null;
  return (
    <SettingsConflict
      key={JSON.stringify(met.theirs)}
      was={was}
      theirs={theirs}
      yours={form}
      differing={differing}
      label={(field) => (field === 'ownerAccountId' ? text.owner : text[field])}
      say={say}
      note={ended ? messages.settings.conflict.ended : undefined}
      saving={saving}
      onSave={(choices) => onSave(merged(theirs, form, choices))}
      onTakeTheirs={onTakeTheirs}
    />
  );
}
