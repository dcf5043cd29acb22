// The form: why, which goal, and the fill-in sentence.
import { useEffect, useRef } from 'react';
import type { GoalView } from '../../../../src/contract/goals';
import type { Advised } from '../../../../src/domain/advice';
import type { Day } from '../../../../src/domain/days';
import { ChoiceCards } from '../../components/choice-cards';
import { Failure } from '../../components/failure';
import { firstInvalid, SMALL } from '../../components/field';
import { Stack, Text } from '../../components/layout';
import { useFormKeys } from '../../components/use-form-keys';
import { item as text } from '../../messages/item';
import { Advice, useSettled } from './advice';
import { ConflictChoice } from './conflict-choice';
import { FormFoot } from './form-foot';
import type { FormErrors } from './form';
import { GoalChoice } from './goal-choice';
import { MoreFields } from './more-fields';
import { SentenceFields } from './sentence-fields';
import type { AnswerFormState } from './use-answer-form';
import type { Dismissals } from './use-dismissals';

const WHYS = (['move', 'test', 'run'] as const).map((value) => ({
  value,
  content: (
    <Stack space="space.025">
      <Text weight="medium">{text.why[value].title}</Text>
      <span style={SMALL}>{text.why[value].text}</span>
    </Stack>
  ),
}));

interface AnswerFormProps {
  state: AnswerFormState;
  goals: readonly GoalView[];
  today: Day;
  narrow: boolean;
  about: Pick<Advised, 'summary' | 'due'>;
  hints: Dismissals;
  /** There is a saved answer to go back to. */
  canCancel: boolean;
  onLeave: () => void;
}

/** Puts the cursor into the first field that is marked, once it is. */
function focusFirst(root: HTMLElement | null, errors: FormErrors): void {
  if (Object.keys(errors).length > 0) requestAnimationFrame(() => firstInvalid(root)?.focus());
}

export function AnswerFormView(props: AnswerFormProps) {
  const { state, goals, today, narrow, about, hints, canCancel, onLeave } = props;
  const { form, errors, change, refused, saving } = state;
  const root = useRef<HTMLFormElement>(null);
  const { settled, settle } = useSettled(form);
  const serves = form.why === 'move' || form.why === 'test';
  const save = () => focusFirst(root.current, state.save());
  // A save that is refused is told here, so the form stays until it is over.
  const leave = () => {
    if (!saving) onLeave();
  };
  useFormKeys(root, save, leave);
  const failure = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused > 0) (firstInvalid(root.current) ?? failure.current)?.focus();
  }, [refused]);

  const fields = {
    form,
    errors,
    change,
    onLeave: () => {
      settle();
      state.leave();
    },
    goal: goals.find(({ id }) => id === form.goal),
    narrow,
    readOnly: saving,
  };
  return (
    <form
      ref={root}
      noValidate
      aria-label={text.question}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack space="space.200">
        {state.conflict ? (
          <ConflictChoice state={state} conflict={state.conflict} goals={goals} />
        ) : null}
        <ChoiceCards
          legend={text.why.legend}
          choices={WHYS}
          value={form.why || undefined}
          onChange={(why) => change({ why })}
          minWidth="132px"
          error={errors.why}
          readOnly={saving}
        />
        {serves ? (
          <>
            <GoalChoice
              form={form}
              error={errors.goal}
              goals={goals}
              today={today}
              readOnly={saving}
              change={change}
            />
            <div>
              <SentenceFields {...fields} today={today} />
              <Advice form={settled} about={about} {...hints} />
            </div>
          </>
        ) : null}
        {form.why ? (
          <MoreFields
            {...fields}
            onShowHints={hints.dismissed.length > 0 ? hints.showAgain : null}
          />
        ) : null}
        {state.trouble ? (
          <div ref={failure} tabIndex={-1} style={{ outline: 'none' }}>
            <Failure trouble={state.trouble} title={text.failed} kept={text.kept} onRetry={save} />
          </div>
        ) : null}
        {form.why ? (
          <FormFoot
            saving={saving}
            draft={state.draft}
            onHalf={
              serves && Object.keys(errors).length > 0
                ? () => focusFirst(root.current, state.saveHalf())
                : null
            }
            onCancel={canCancel ? leave : null}
          />
        ) : null}
      </Stack>
    </form>
  );
}
