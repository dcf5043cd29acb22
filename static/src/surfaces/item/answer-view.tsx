// The answer to read: the sentence, what it is measured against, and the way to the goal.
import { token } from '@atlaskit/tokens';
import type { KeptAnswer } from '../../../../src/domain/answer';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { ItemLink } from '../../components/text-link';
import { fill } from '../../format';
import { item as text } from '../../messages/item';
import { AnswerDetails } from './answer-details';
import { AnswerProse } from './answer-prose';
import { Others } from './others';
import { Trail } from './trail';
import type { Exemption, ItemModel } from './view-model';

function exemptionText(exemption: Exemption): string {
  const label = exemption.kind === 'label' ? exemption.label : '';
  return fill(text.exempt[exemption.kind], { label });
}

const Chip = ({ children }: { children: string }) => (
  <span
    style={{
      font: token('font.body.small'),
      padding: `${token('space.025')} ${token('space.100')}`,
      border: `1px solid ${token('color.border')}`,
      borderRadius: token('radius.full', '9999px'),
      overflowWrap: 'anywhere',
    }}
  >
    {children}
  </span>
);

function Facts({ model, answer }: { model: ItemModel; answer: KeptAnswer }) {
  const format = useFormat();
  const { goal, today } = model;
  const { checkBy, when, answered } = answer;
  return (
    <Stack space="space.050">
      {answer.why === 'run' ? null : (
        <Inline space="space.075">
          {goal ? <Chip>{goal.metric}</Chip> : null}
          {checkBy ? (
            <Chip>{fill(text.check, { when: format.relative(checkBy, today) })}</Chip>
          ) : null}
        </Inline>
      )}
      {when && answered ? (
        <span style={SMALL}>{fill(text.when[when], { day: format.day(answered) })}</span>
      ) : null}
    </Stack>
  );
}

/** What was written before it was sorted stays in view. */
function SortedView({ model, answer }: { model: ItemModel; answer: KeptAnswer }) {
  const { sorted, goal } = model;
  const isWritten = answer.by !== undefined || answer.expect !== undefined;
  return (
    <Stack space="space.100">
      {sorted ? <Text as="p">{text.sortedAs[sorted]}</Text> : null}
      {answer.why === 'run' ? <AnswerDetails answer={answer} unit="" /> : null}
      {answer.why !== 'run' && isWritten ? (
        <AnswerProse answer={answer} goal={goal} isQuiet />
      ) : null}
    </Stack>
  );
}

interface AnswerViewProps {
  model: ItemModel;
  projectId: string;
  itemId: string;
  summary: string;
}

/** Nothing is drawn for an item without an answer; the form stands there. */
export function AnswerView({ model, projectId, itemId, summary }: AnswerViewProps) {
  const { answer, goal, exemption, today } = model;
  if (exemption) return <Text as="p">{exemptionText(exemption)}</Text>;
  if (!answer) return null;
  if (model.sorted) return <SortedView model={model} answer={answer} />;
  const parent = model.state === 'parent' ? model.parent : null;
  return (
    <Stack space="space.150">
      {parent ? (
        <Text as="p">
          {text.from} <ItemLink itemKey={parent.key}>{`${parent.key} ${parent.summary}`}</ItemLink>:
        </Text>
      ) : null}
      <AnswerProse answer={answer} goal={goal} />
      <Facts model={model} answer={answer} />
      {goal && answer.why !== 'run' ? (
        <>
          <Trail goal={goal} today={today} parent={parent} summary={summary} />
          <Others where={{ projectId, itemId, today }} goal={goal} />
        </>
      ) : null}
    </Stack>
  );
}
