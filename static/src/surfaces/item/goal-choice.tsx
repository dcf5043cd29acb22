// Which goal: a few cards, or the goal of the item that this one enables.
import type { ReactNode } from 'react';
import type { GoalView } from '../../../../src/contract/goals';
import type { Day } from '../../../../src/domain/days';
import { Card } from '../../components/card';
import { ChoiceCards } from '../../components/choice-cards';
import { FieldError, LABEL } from '../../components/field';
import { GoalSummary } from '../../components/goal-summary';
import { Stack, Text } from '../../components/layout';
import { Notice } from '../../components/notice';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { enabledKey, type AnswerForm } from './form';

const text = item.goals;

interface GoalChoiceProps {
  form: AnswerForm;
  error: string | undefined;
  goals: readonly GoalView[];
  today: Day;
  readOnly: boolean;
  change: (part: Partial<AnswerForm>) => void;
}

/** The form with another goal; a metric that an earlier choice filled in follows. */
function choose(form: AnswerForm, goals: readonly GoalView[], id: string): Partial<AnswerForm> {
  const metrics = goals.map(({ metric }) => metric);
  const follows = form.measure === '' || metrics.includes(form.measure);
  const measure = goals.find((goal) => goal.id === id)?.metric ?? '';
  return { goal: id, ...(follows ? { measure } : {}) };
}

/** Stands where the goals would, and takes the focus in their place when the goal is refused. */
const Instead = ({ error, children }: { error: string | undefined; children: ReactNode }) => (
  <div
    tabIndex={-1}
    data-invalid={error ? true : undefined}
    aria-describedby={error ? 'goal-error' : undefined}
    style={{ outline: 'none' }}
  >
    <Stack space="space.050">
      {children}
      <FieldError id="goal-error" message={error} />
    </Stack>
  </div>
);

export function GoalChoice({ form, error, goals, today, readOnly, change }: GoalChoiceProps) {
  const enables = enabledKey(form);
  if (enables)
    return (
      <Instead error={error}>
        <span style={LABEL}>{text.legend}</span>
        <Card>
          <Text as="p">{fill(item.takenOver, { key: enables })}</Text>
        </Card>
      </Instead>
    );
  if (goals.length === 0)
    return (
      <Instead error={error}>
        <Notice>
          <Text as="p">{text.none}</Text>
        </Notice>
      </Instead>
    );
  return (
    <ChoiceCards
      legend={text.legend}
      choices={goals.map((goal) => ({
        value: goal.id,
        content: <GoalSummary goal={goal} today={today} />,
      }))}
      value={form.goal || undefined}
      onChange={(id) => change(choose(form, goals, id))}
      minWidth="260px"
      error={error}
      readOnly={readOnly}
    />
  );
}
