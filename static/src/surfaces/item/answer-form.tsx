// The form: why, which goal, and the fill-in sentence.
import { useEffect, useRef, type RefObject } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { GoalView } from '../../../../src/contract/goals';
import type { Day } from '../../../../src/domain/days';
import { ChoiceCards } from '../../components/choice-cards';
import { Failure } from '../../components/failure';
import { firstInvalid, SMALL } from '../../components/field';
import { GoalSummary } from '../../components/goal-summary';
import { messages } from '../../messages';
import { ConflictChoice } from './conflict-choice';
import type { FormErrors } from './form';
import { MoreFields } from './more-fields';
import { SentenceFields } from './sentence-fields';
import type { AnswerFormState } from './use-answer-form';

const text = messages.item;
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
  /** There is a saved answer to go back to. */
  canCancel: boolean;
  onLeave: () => void;
  onDiscard: (() => void) | null;
}

/** Puts the cursor into the first field that is marked, once it is. */
function focusFirst(root: HTMLElement | null, errors: FormErrors): void {
  if (Object.keys(errors).length > 0) requestAnimationFrame(() => firstInvalid(root)?.focus());
}

/** Ctrl+Enter and Esc, while the focus is anywhere in the form. */
function useKeys(root: RefObject<HTMLElement>, save: () => void, leave: () => void): void {
  useEffect(() => {
    const form = root.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        save();
      } else if (event.key === 'Escape') leave();
    };
    form?.addEventListener('keydown', onKeyDown);
    return () => form?.removeEventListener('keydown', onKeyDown);
  });
}

export function AnswerFormView(props: AnswerFormProps) {
  const { state, goals, today, narrow, canCancel, onLeave, onDiscard } = props;
  const { form, errors, change, saving } = state;
  const root = useRef<HTMLFormElement>(null);
  const serves = form.why === 'move' || form.why === 'test';

  function chooseGoal(id: string): void {
    const metrics = goals.map(({ metric }) => metric);
    const measure = goals.find((goal) => goal.id === id)?.metric ?? '';
    // A metric that was filled in by an earlier choice follows the choice; typed text stays.
    const follows = form.measure === '' || metrics.includes(form.measure);
    change({ goal: id, ...(follows ? { measure } : {}) });
  }
  const save = () => focusFirst(root.current, state.save());
  useKeys(root, save, onLeave);

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
        {onDiscard ? (
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <span style={SMALL}>{text.draft}</span>
            <Button spacing="compact" appearance="subtle" onClick={onDiscard}>
              {text.discard}
            </Button>
          </Inline>
        ) : null}
        <ChoiceCards
          legend={text.why.legend}
          choices={WHYS}
          value={form.why || undefined}
          onChange={(why) => change({ why })}
          minWidth="180px"
          error={errors.why}
        />
        {serves && goals.length > 0 ? (
          <ChoiceCards
            legend={text.goals.legend}
            choices={goals.map((goal) => ({
              value: goal.id,
              content: <GoalSummary goal={goal} today={today} />,
            }))}
            value={form.goal || undefined}
            onChange={chooseGoal}
            minWidth="100%"
            error={errors.goal}
          />
        ) : null}
        {serves && goals.length === 0 ? (
          <SectionMessage>
            <p>{text.goals.none}</p>
          </SectionMessage>
        ) : null}
        {serves ? (
          <SentenceFields
            form={form}
            errors={errors}
            change={change}
            today={today}
            goal={goals.find(({ id }) => id === form.goal)}
            narrow={narrow}
          />
        ) : null}
        {form.why ? (
          <MoreFields
            form={form}
            errors={errors}
            change={change}
            goal={goals.find(({ id }) => id === form.goal)}
            narrow={narrow}
          />
        ) : null}
        {state.trouble ? (
          <Failure trouble={state.trouble} title={text.failed} kept={text.kept} onRetry={save} />
        ) : null}
        {state.conflict ? (
          <ConflictChoice state={state} conflict={state.conflict} goals={goals} today={today} />
        ) : null}
        {form.why ? (
          <Stack space="space.075">
            <Inline space="space.100" shouldWrap>
              <Button type="submit" appearance="primary" isLoading={saving}>
                {text.save}
              </Button>
              {serves && Object.keys(errors).length > 0 ? (
                <Button
                  onClick={() => focusFirst(root.current, state.saveHalf())}
                  isDisabled={saving}
                >
                  {text.saveHalf}
                </Button>
              ) : null}
              {canCancel ? (
                <Button appearance="subtle" onClick={onLeave}>
                  {text.cancel}
                </Button>
              ) : null}
            </Inline>
            <span style={SMALL}>{text.keys}</span>
          </Stack>
        ) : null}
      </Stack>
    </form>
  );
}
