// What is to be said for all chosen items, and what will become of them.
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import Textfield from '@atlaskit/textfield';
import type { GoalView } from '../../../../../../src/contract/goals';
import { TEXT_LIMIT } from '../../../../../../src/contract/limits';
import { CARD } from '../../../../components/card';
import { ChoiceCards } from '../../../../components/choice-cards';
import { Field } from '../../../../components/field';
import { goalNames } from '../../../../components/goal-names';
import { useFormat } from '../../../../components/reader';
import { BOX, SMALL_BLOCK } from '../../../../components/table-style';
import { lane } from '../../../../messages/project-lane';
import type { LaneItem } from './lane-item';
import { countPlan, planStep, type Act, type PlanSources, type Step } from './plan';
import { planSentence } from './plan-sentence';

const text = lane.act;

interface ActFormProps {
  kind: Act['kind'];
  items: readonly LaneItem[];
  /** The active goals. */
  goals: readonly GoalView[];
  sources: PlanSources;
  onStart: (steps: readonly Step[]) => void;
  onCancel: () => void;
}

type GoalAct = Extract<Act, { kind: 'goal' }>;

function GoalFields({
  act,
  goals,
  onChange,
}: {
  act: GoalAct;
  goals: readonly GoalView[];
  onChange: (act: GoalAct) => void;
}): ReactNode {
  const format = useFormat();
  return (
    <>
      <ChoiceCards
        legend={text.why}
        minWidth="160px"
        value={act.why}
        onChange={(why) => onChange({ ...act, why })}
        choices={[
          { value: 'move', content: text.move },
          { value: 'test', content: text.test },
        ]}
      />
      <ChoiceCards
        legend={text.goals}
        minWidth="240px"
        value={act.goal}
        onChange={(goal) => onChange({ ...act, goal })}
        choices={goalNames(goals, format).map(({ goal, name }) => ({
          value: goal.id,
          content: name,
        }))}
      />
      <div>
        <label>
          <input
            type="checkbox"
            checked={act.fromParent}
            onChange={(event) => onChange({ ...act, fromParent: event.target.checked })}
            style={{ ...BOX, verticalAlign: 'middle' }}
          />{' '}
          {text.fromParent}
        </label>
        <span style={SMALL_BLOCK}>{text.keeps}</span>
      </div>
    </>
  );
}

export function ActForm({ kind, items, goals, sources, onStart, onCancel }: ActFormProps) {
  const format = useFormat();
  const [because, setBecause] = useState('');
  const [goalAct, setGoalAct] = useState<GoalAct>(() => ({
    kind: 'goal',
    why: 'move',
    goal: goals[0]?.id ?? '',
    fromParent: true,
  }));
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input')?.focus(), [kind]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onCancel();
    };
    const form = box.current;
    form?.addEventListener('keydown', leave);
    return () => form?.removeEventListener('keydown', leave);
  }, [onCancel]);
  const act = useMemo<Act>(
    () => (kind === 'goal' ? goalAct : { kind: 'run', because }),
    [kind, goalAct, because],
  );
  const steps = useMemo(
    () => items.map((item) => planStep(item, act, sources)),
    [items, act, sources],
  );
  return (
    <section ref={box} aria-label={text.title[kind]} style={CARD}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onStart(steps);
        }}
      >
        <Stack space="space.150">
          <Heading size="xsmall" as="h3">
            {text.title[kind]}
          </Heading>
          {kind === 'goal' ? (
            <GoalFields act={goalAct} goals={goals} onChange={setGoalAct} />
          ) : (
            <Field label={text.because} optional>
              {(control) => (
                <Textfield
                  {...control}
                  value={because}
                  maxLength={TEXT_LIMIT}
                  onChange={(event) => setBecause(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          <span role="status">
            <Text>{planSentence(kind, countPlan(steps), format)}</Text>
          </span>
          <Inline space="space.100">
            <Button appearance="primary" type="submit">
              {format.plural(text.start, steps.length)}
            </Button>
            <Button appearance="subtle" onClick={onCancel}>
              {text.cancel}
            </Button>
          </Inline>
        </Stack>
      </form>
    </section>
  );
}
