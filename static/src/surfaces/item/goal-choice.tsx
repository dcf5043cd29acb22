// Which goal: a few cards, or the goal of the item that this one enables.
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
  change: (part: Partial<AnswerForm>) => void;
}

/** The form with another goal; a metric that an earlier choice filled in follows. */
function choose(form: AnswerForm, goals: readonly GoalView[], id: string): Partial<AnswerForm> {
  const metrics = goals.map(({ metric }) => metric);
  const follows = form.measure === '' || metrics.includes(form.measure);
  const measure = goals.find((goal) => goal.id === id)?.metric ?? '';
  return { goal: id, ...(follows ? { measure } : {}) };
}

export function GoalChoice({ form, error, goals, today, change }: GoalChoiceProps) {
  const enables = enabledKey(form);
  if (enables)
    return (
      <Stack space="space.050">
        <span style={LABEL}>{text.legend}</span>
        <Card>
          <Text as="p">{fill(item.takenOver, { key: enables })}</Text>
        </Card>
      </Stack>
    );
  if (goals.length === 0)
    return (
      <Stack space="space.050">
        <Notice>
          <Text as="p">{text.none}</Text>
        </Notice>
        <FieldError id="goal-error" message={error} />
      </Stack>
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
    />
  );
}
