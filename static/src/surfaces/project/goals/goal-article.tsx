// One goal as a part of the document: its sentence, its number, its readings.
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { daysLeft } from '../../../../../src/domain/goal';
import { CARD } from '../../../components/card';
import { goalSentence, goalStanding, goalWay } from '../../../components/goal-summary';
import { useFormat } from '../../../components/reader';
import { TextLink } from '../../../components/text-link';
import { fill, type Format } from '../../../format';
import { messages } from '../../../messages';
import { ReadingLine } from '../charts/reading-line';
import { GoalReadings } from './goal-readings';

const text = messages.project.goals;

function factsOf(goal: GoalView, { goals, today }: OpenProject, format: Format): string {
  const left = daysLeft(goal, today);
  const successor = goals.find(({ id }) => id === goal.successorId);
  return [
    fill(text.days, { from: format.day(goal.firstDay), to: format.day(goal.lastDay) }),
    ...(goal.active ? [left === 0 ? text.lastDay : format.plural(text.left, left)] : []),
    ...(successor ? [fill(text.successor, { goal: successor.achieve })] : []),
  ].join(' · ');
}

interface GoalArticleProps {
  goal: GoalView;
  project: OpenProject;
  nameOf: (accountId: string) => string | null;
  onProject: (next: OpenProject) => void;
  onDone: (said: string) => void;
}

export function GoalArticle(props: GoalArticleProps) {
  const { goal, project } = props;
  const format = useFormat();
  const standing = goalStanding(goal, project.today, format);
  const way = goalWay(goal, project.today, format);
  return (
    <article style={{ ...CARD, padding: token('space.250') }}>
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Heading size="xsmall" as="h3">
            {goalSentence(goal)}
          </Heading>
          {standing ? <Lozenge>{standing}</Lozenge> : null}
        </Inline>
        <Text>{way}</Text>
        <Text size="small" color="color.text.subtle">
          {factsOf(goal, project, format)}
        </Text>
        {goal.link ? (
          <TextLink href={goal.link} newTab>
            {messages.goal.link}
          </TextLink>
        ) : null}
        {goal.readings.length > 0 ? (
          <ReadingLine
            goal={goal}
            readings={goal.readings}
            summary={way}
            labels={{
              baseline: fill(text.start, { value: format.amount(goal.baseline, goal.unit) }),
              target: fill(text.target, { value: format.amount(goal.target, goal.unit) }),
            }}
          />
        ) : null}
        <GoalReadings {...props} />
      </Stack>
    </article>
  );
}
