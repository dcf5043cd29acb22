// Two people edited one goal: their values beside yours.
import type { GoalView } from '../../../../src/contract/goals';
import { isDay } from '../../../../src/domain/days';
import { useFormat } from '../../components/reader';
import type { Format } from '../../format';
import type { KnownPeople } from '../../forge';
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
  'share',
  'link',
  'ownerAccountId',
] as const satisfies readonly (keyof GoalForm)[];

interface Met {
  was: GoalView;
  theirs: GoalView;
}

/** What the reader has to choose between; null when the form says what they saved. */
export function goalConflict({ was, theirs }: Met, form: GoalForm, format: Format) {
  const forms = { was: goalFormOf(was, format), theirs: goalFormOf(theirs, format) };
  const differing = differences(FIELDS, forms.was, forms.theirs, form);
  const ended = theirs.endedOn !== undefined && was.endedOn === undefined;
  return differing.length === 0 && !ended ? null : { ...forms, differing, ended };
}

interface GoalConflictProps {
  conflict: NonNullable<ReturnType<typeof goalConflict>>;
  form: GoalForm;
  me: string | undefined;
  nameOf: KnownPeople['nameOf'];
  saving: boolean;
  onSave: (form: GoalForm) => void;
  onTakeTheirs: () => void;
}

export function GoalConflict(props: GoalConflictProps) {
  const format = useFormat();
  const { conflict, form, me, nameOf, saving, onSave, onTakeTheirs } = props;
  const { was, theirs, differing, ended } = conflict;
  const say = (of: GoalForm, field: keyof GoalForm): string => {
    const value = of[field];
    if (field === 'direction') return text[of.direction];
    if (field === 'ownerAccountId') {
      if (value === '') return text.ownerNone;
      return value === me ? text.ownerMe : (nameOf(value) ?? text.ownerUnknown);
    }
    return isDay(value) ? format.day(value) : value;
  };
  return (
    <SettingsConflict
      key={JSON.stringify(theirs)}
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
