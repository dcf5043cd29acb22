// The next period: the goals that end, as copies to be confirmed.
import { useEffect, useRef, useState } from 'react';
import { periodEnd } from '../../../../src/domain/goal-period';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { EditForm } from '../../components/edit-form';
import { troubleOf, type Trouble } from '../../components/failure';
import { Field, FieldError, SMALL } from '../../components/field';
import { goalSentence } from '../../components/goal-summary';
import { TextInput } from '../../components/inputs';
import { Inline, Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { useFormat } from '../../components/reader';
import { call, CallError } from '../../forge';
import { fill } from '../../format';
import { nextPeriod as text } from '../../messages/settings-agreement';
import { periodEndWords } from '../project/goals/period-note';
import type { GoalErrors } from './goal-form';
import { checkPeriod, nextGoalOf, periodErrorsOf, type NextGoal } from './next-period-form';
import type { SettingsPageState } from './page';
import { goToSection } from './section-frame';
import { sendAgain } from './send-again';

/** Baseline, target and share stand side by side; everything else can be edited afterwards. */
const NUMBERS = ['baseline', 'target', 'share'] as const;

interface RowProps {
  next: NextGoal;
  errors: GoalErrors;
  onChange: (next: NextGoal) => void;
}

function NextGoalRow({ next, errors, onChange }: RowProps) {
  const format = useFormat();
  const { form, isTaken } = next;
  const rest = Object.entries(errors).filter(([name]) => !NUMBERS.some((one) => one === name));
  return (
    <Card>
      <Stack space="space.100">
        <label>
          <input
            type="checkbox"
            checked={isTaken}
            onChange={(event) => onChange({ ...next, isTaken: event.currentTarget.checked })}
          />{' '}
          {fill(text.take, { goal: goalSentence(form) })}
        </label>
        {isTaken ? (
          <>
            <span style={SMALL}>
              {form.metric}
              {form.unit ? `, ${form.unit}` : ''} ·{' '}
              {fill(text.days, { from: format.day(form.firstDay), to: format.day(form.lastDay) })}
            </span>
            <Inline space="space.150">
              {NUMBERS.map((name) => (
                <Field
                  key={name}
                  label={text[name]}
                  optional={name === 'share'}
                  error={errors[name]}
                >
                  {(control) => (
                    <TextInput
                      control={control}
                      inputMode="decimal"
                      value={form[name]}
                      onChange={(value) => onChange({ ...next, form: { ...form, [name]: value } })}
                    />
                  )}
                </Field>
              ))}
            </Inline>
            {rest.map(([name, sentence]) => (
              <FieldError key={name} id={`${next.follows}-${name}`} message={sentence} />
            ))}
          </>
        ) : null}
      </Stack>
    </Card>
  );
}

interface FormProps {
  page: SettingsPageState;
  first: readonly NextGoal[];
  onDone: () => void;
}

function NextPeriodForm({ page, first, onDone }: FormProps) {
  const format = useFormat();
  const [list, setList] = useState(first);
  const [errors, setErrors] = useState<Record<string, GoalErrors>>({});
  const [none, setNone] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [saving, setSaving] = useState(false);
  const root = useRef<HTMLFormElement>(null);
  const { projectId } = page.open;
  useEffect(() => root.current?.querySelector('input')?.focus(), []);

  async function save(): Promise<void> {
    const checked = checkPeriod(list, format);
    setTrouble(null);
    setErrors(checked.ok ? {} : checked.errors);
    setNone(checked.ok ? null : checked.none);
    if (!checked.ok) return;
    setSaving(true);
    const { goals } = checked;
    try {
      await sendAgain(page, (rev) => call('period.start', { projectId, rev, goals }));
      page.say(text.done);
      onDone();
    } catch (problem) {
      const refused = problem instanceof CallError ? periodErrorsOf(problem.fields, goals) : {};
      if (Object.keys(refused).length > 0) setErrors(refused);
      else setTrouble(troubleOf(problem));
      setSaving(false);
    }
  }

  return (
    <EditForm
      place={root}
      name={{ words: text.title }}
      errors={errors}
      trouble={trouble}
      isSaving={saving}
      text={text}
      onSave={() => void save()}
      onLeave={onDone}
    >
      <Text>{text.text}</Text>
      {list.map((next) => (
        <NextGoalRow
          key={next.follows}
          next={next}
          errors={errors[next.follows] ?? {}}
          onChange={(changed) => {
            setList(list.map((one) => (one.follows === changed.follows ? changed : one)));
            setErrors({});
            setNone(null);
          }}
        />
      ))}
      <FieldError id="next-period-none" message={none ?? undefined} />
    </EditForm>
  );
}

/** Nothing while no goal ends soon, and none has ended without one after it. */
export function NextPeriod({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const [first, setFirst] = useState<readonly NextGoal[] | null>(null);
  const { goals, today } = page.open;
  const end = periodEnd(goals, today);
  const start = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const closed = wasOpen.current && !first;
    wasOpen.current = first !== null;
    if (!closed) return;
    if (start.current) start.current.focus();
    else goToSection('goals');
  }, [first]);
  if (first) return <NextPeriodForm page={page} first={first} onDone={() => setFirst(null)} />;
  if (!end) return null;
  return (
    <Notice title={periodEndWords(end, today, format)}>
      <Button
        ref={start}
        onClick={() => setFirst(end.goals.map((goal) => nextGoalOf(goal, today, format)))}
      >
        {text.start}
      </Button>
    </Notice>
  );
}
