// The answer to read: the goal, the sentence, and what can be done with it.
import { Stack, Text } from '@atlaskit/primitives/compiled';
import { Card } from '../../components/card';
import { GoalSummary } from '../../components/goal-summary';
import { ItemLink } from '../../components/text-link';
import { fill } from '../../format';
import { messages } from '../../messages';
import { AnswerProse } from './answer-prose';
import type { Exemption, ItemModel } from './view-model';

const text = messages.item;

function exemptionText(exemption: Exemption): string {
  const label = exemption.kind === 'label' ? exemption.label : '';
  return fill(text.exempt[exemption.kind], { label });
}

/** Nothing is drawn for an item without an answer; the form stands there. */
export function AnswerView({ model }: { model: ItemModel }) {
  const { answer, goal, parent, exemption, today } = model;
  if (exemption) return <Text as="p">{exemptionText(exemption)}</Text>;
  if (!answer) return null;
  return (
    <Stack space="space.150">
      {model.state === 'parent' && parent ? (
        <Text as="p">
          {text.from} <ItemLink itemKey={parent.key}>{`${parent.key} ${parent.summary}`}</ItemLink>
        </Text>
      ) : null}
      {goal && answer.why !== 'run' ? (
        <Card>
          <GoalSummary goal={goal} today={today} />
        </Card>
      ) : null}
      <AnswerProse answer={answer} goal={goal} today={today} />
    </Stack>
  );
}
