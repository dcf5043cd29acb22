// What winning looks like, as a document to read: each goal with its readings.
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import SectionMessage from '@atlaskit/section-message';
import type { GoalView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { daysLeft } from '../../../../../src/domain/goal';
import type { Day } from '../../../../../src/domain/days';
import { goalSentence, goalStanding, goalWay } from '../../../components/goal-summary';
import { CARD } from '../../../components/card';
import { useFormat } from '../../../components/reader';
import { TextLink } from '../../../components/text-link';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { ReadingLine } from '../charts/reading-line';
import { SettingsWay } from '../settings-way';
import { groupGoals, periodOf } from './goal-list';
import { ReadingsTable } from './readings-table';

const text = messages.project.goals;

function GoalArticle({
  goal,
  goals,
  today,
}: {
  goal: GoalView;
  goals: readonly GoalView[];
  today: Day;
}) {
  const format = useFormat();
  const standing = goalStanding(goal, today, format);
  const left = daysLeft(goal, today);
  const successor = goals.find(({ id }) => id === goal.successorId);
  const facts = [
    fill(text.days, { from: format.day(goal.firstDay), to: format.day(goal.lastDay) }),
    ...(goal.active ? [left === 0 ? text.lastDay : format.plural(text.left, left)] : []),
    ...(successor ? [fill(text.successor, { goal: successor.achieve })] : []),
  ];
  const way = goalWay(goal, today, format);
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
          {facts.join(' · ')}
        </Text>
        {goal.link ? (
          <TextLink href={goal.link} newTab>
            {messages.goal.link}
          </TextLink>
        ) : null}
        {goal.readings.length > 1 ? (
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
        {goal.readings.length > 0 ? (
          <details>
            <summary>{format.plural(text.allReadings, goal.readings.length)}</summary>
            <ReadingsTable goal={goal} />
          </details>
        ) : null}
      </Stack>
    </article>
  );
}

interface GoalsTabProps {
  project: OpenProject;
  projectKey: string;
}

export function GoalsTab({ project, projectKey }: GoalsTabProps) {
  const format = useFormat();
  const { goals, today, may } = project;
  const groups = groupGoals(goals);
  const period = periodOf(groups.active);
  const way = (link: string) => (
    <SettingsWay projectKey={projectKey} administer={may.administer} link={link} ask={text.ask} />
  );
  if (goals.length === 0)
    return (
      <SectionMessage title={text.noneTitle}>
        <Stack space="space.100">
          <Text>{text.noneHere}</Text>
          {way(text.first)}
        </Stack>
      </SectionMessage>
    );
  const titled = [
    [text.active, groups.active],
    [text.later, groups.later],
    [text.over, groups.over],
  ] as const;
  return (
    <div style={{ maxWidth: '760px' }}>
      <Stack space="space.300">
        <Stack space="space.050">
          <Heading size="medium" as="h2">
            {text.document}
            {period
              ? `, ${fill(text.days, { from: format.day(period.from), to: format.day(period.to) })}`
              : ''}
          </Heading>
          {may.administer ? way(text.edit) : null}
        </Stack>
        {titled
          .filter(([, list]) => list.length > 0)
          .map(([title, list]) => (
            <Stack key={title} space="space.150">
              {list === groups.active ? null : (
                <Text weight="semibold" color="color.text.subtle">
                  {title}
                </Text>
              )}
              {list.map((goal) => (
                <GoalArticle key={goal.id} goal={goal} goals={goals} today={today} />
              ))}
            </Stack>
          ))}
      </Stack>
    </div>
  );
}
