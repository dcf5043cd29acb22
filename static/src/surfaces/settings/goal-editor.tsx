// The goal's form, written as a sentence.
import { useEffect, useRef, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { GoalView } from '../../../../src/contract/goals';
import { GOALS_AT_A_TIME } from '../../../../src/domain/rules';
import { Card } from '../../components/card';
import { Failure } from '../../components/failure';
import { firstInvalid } from '../../components/field';
import { useFormat } from '../../components/reader';
import type { KnownPeople } from '../../forge';
import { messages } from '../../messages';
import { GoalConflict, goalConflict } from './goal-conflict';
import { GoalFields } from './goal-fields';
import { checkGoal, goalFormOf, newGoalForm, type GoalForm } from './goal-form';
import { goalHints } from './goal-hints';
import { GoalTemplates } from './goal-templates';
import type { SettingsPageState } from './page';
import { useGoalSave } from './use-goal-save';

const text = messages.settings.goals;

interface GoalEditorProps {
  page: SettingsPageState;
  /** Null writes a new one. */
  goal: GoalView | null;
  /** The owners of all goals. */
  people: KnownPeople;
  onDone: () => void;
}

export function GoalEditor({ page, goal, people, onDone }: GoalEditorProps) {
  const format = useFormat();
  const { today, goals } = page.open;
  const [form, setForm] = useState<GoalForm>(() =>
    goal ? goalFormOf(goal, format) : newGoalForm(today),
  );
  // The goal the form began from: the list behind it changes with every save.
  const [start] = useState(goal);
  const save = useGoalSave(page, start, onDone);
  const root = useRef<HTMLFormElement>(null);
  useEffect(() => root.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const others = goals.filter(({ id }) => id !== goal?.id);
  const active = others.filter((other) => other.active).length;
  const change = (part: Partial<GoalForm>): void => {
    setForm({ ...form, ...part });
    save.setErrors({});
  };

  const conflict = save.met && goalConflict(save.met, form, format);

  function submit(typed: GoalForm): void {
    const checked = checkGoal(typed, format);
    save.setErrors(checked.ok ? {} : checked.errors);
    if (checked.ok) void save.send(checked.goal);
    else requestAnimationFrame(() => firstInvalid(root.current)?.focus());
  }

  return (
    <Card>
      <form
        ref={root}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // While there is something to choose, only the choice saves.
          if (!conflict) submit(form);
        }}
      >
        <Stack space="space.200">
          <Heading as="h3" size="xsmall">
            {goal ? text.editTitle : text.addTitle}
          </Heading>
          {!goal && active >= GOALS_AT_A_TIME ? (
            <SectionMessage appearance="warning">
              <p>{text.many.replace('{count}', format.number(active))}</p>
            </SectionMessage>
          ) : null}
          {goal ? null : <GoalTemplates onUse={change} />}
          <GoalFields
            form={form}
            errors={save.errors}
            me={page.me}
            hints={goalHints(form, others, { format, isNew: goal === null })}
            ownerName={people.nameOf(form.ownerAccountId)}
            ownerGone={people.goneOf(form.ownerAccountId)}
            onChange={change}
          />
          {save.trouble ? (
            <Failure
              trouble={save.trouble}
              title={messages.settings.failed}
              kept={messages.settings.kept}
              onRetry={() => submit(form)}
            />
          ) : null}
          {conflict ? (
            <GoalConflict
              conflict={conflict}
              form={form}
              me={page.me}
              nameOf={people.nameOf}
              saving={save.saving}
              onSave={(chosen) => {
                setForm(chosen);
                submit(chosen);
              }}
              onTakeTheirs={onDone}
            />
          ) : null}
          <Inline space="space.100">
            {conflict ? null : (
              <Button type="submit" appearance="primary" isLoading={save.saving}>
                {text.form.save}
              </Button>
            )}
            <Button appearance="subtle" onClick={onDone}>
              {text.form.cancel}
            </Button>
          </Inline>
        </Stack>
      </form>
    </Card>
  );
}
