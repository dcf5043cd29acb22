// How much of each sprint serves a goal, beside what its team wrote as the sprint's goal.
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../../src/contract/goals';
import { dayOf, type Day } from '../../../../../../src/domain/days';
import { namesAGoal } from '../../../../../../src/domain/sprint-goal';
import { Failure } from '../../../../components/failure';
import { SMALL } from '../../../../components/field';
import { useFormat } from '../../../../components/reader';
import { SkeletonStack } from '../../../../components/skeleton';
import { fill } from '../../../../format';
import { projectBacklog } from '../../../../messages/project-backlog';
import type { Place } from '../../gather/backlog-counts';
import { BOARDS_READ } from '../../gather/bounds';
import type { Sprint } from '../../gather/sprints';
import { sprintSearches } from '../../searches';
import { Section } from '../../section';
import type { Sprints } from './use-sprints';
import { WorkSentence } from './work-sentence';

const text = projectBacklog.sprints;
const PLACEHOLDERS = ['64px', '64px'] as const;

interface SprintsSectionProps {
  sprints: Sprints;
  place: Place;
  /** The project's active goals. */
  goals: readonly GoalView[];
  /** The project's day. */
  today: Day;
}

function SprintRow({
  sprint,
  sprints,
  place,
  goals,
  today,
}: SprintsSectionProps & { sprint: Sprint }) {
  const format = useFormat();
  const { id, name, active, from, to, goal } = sprint;
  const day = (ms: number): string => format.day(dayOf(ms, format.timeZone));
  const when =
    from !== null && to !== null ? fill(text.days, { from: day(from), to: day(to) }) : '';
  const { numbers, retryNumber } = sprints;
  return (
    <li
      style={{
        margin: 0,
        padding: `${token('space.100')} 0`,
        borderBottom: `1px solid ${token('color.border')}`,
      }}
    >
      <Stack space="space.050">
        <Inline space="space.100" alignBlock="baseline" shouldWrap>
          <Text weight="semibold">{name}</Text>
          <span style={SMALL}>
            {[active ? text.active : text.next, when].filter(Boolean).join(', ')}
          </span>
        </Inline>
        <Text>
          <WorkSentence
            name={name}
            numbers={{ serves: numbers[`${id}.serves`], calendar: numbers[`${id}.calendar`] }}
            links={sprintSearches(place, id, today)}
            retry={(which) => retryNumber(`${id}.${which}`)}
          />
        </Text>
        <Text size="small" color="color.text.subtle">
          {goal ? fill(text.goal, { goal }) : text.noGoalText}{' '}
          {goal && goals.length > 0 && !namesAGoal(goal, goals) ? text.namesNone : ''}
        </Text>
      </Stack>
    </li>
  );
}

function List(props: SprintsSectionProps) {
  const { state } = props.sprints;
  if (state.kind === 'failed')
    return <Failure title={text.failed} trouble={state.trouble} onRetry={props.sprints.retry} />;
  if (state.kind === 'loading') return <SkeletonStack heights={PLACEHOLDERS} />;
  const { list } = state;
  const boards = { count: BOARDS_READ };
  switch (list.kind) {
    case 'no-board':
      return <Text color="color.text.subtle">{text.noBoard}</Text>;
    case 'no-sprints':
      return (
        <Text color="color.text.subtle">
          {list.more ? fill(text.noSprintsFirst, boards) : text.noSprints}
        </Text>
      );
    case 'hidden':
      return <Text color="color.text.subtle">{text.hidden}</Text>;
    case 'sprints':
      return (
        <>
          <ul aria-label={text.title} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {list.sprints.map((sprint) => (
              <SprintRow key={sprint.id} sprint={sprint} {...props} />
            ))}
          </ul>
          <span style={SMALL}>
            {list.more ? `${fill(text.first, boards)} ` : ''}
            {props.goals.length > 0 ? text.means : text.noGoals}
          </span>
        </>
      );
  }
}

export const SprintsSection = (props: SprintsSectionProps) => (
  <Section title={text.title}>
    <List {...props} />
  </Section>
);
