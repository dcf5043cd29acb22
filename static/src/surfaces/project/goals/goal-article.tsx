// One goal as a part of the document: its sentence, its number, its readings.
import { useState } from 'react';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { daysLeft } from '../../../../../src/domain/goal';
import { daysUnread } from '../../../../../src/domain/goal-period';
import { CARD } from '../../../components/card';
import { SMALL } from '../../../components/field';
import { Fold } from '../../../components/fold';
import { goalSentence, goalStanding, goalWay } from '../../../components/goal-summary';
import { useFormat } from '../../../components/reader';
import { SourceLink } from '../../../components/source-link';
import type { KnownPeople } from '../../../forge';
import { fill, type Format } from '../../../format';
import { common } from '../../../messages/common';
import { project as projectText } from '../../../messages/project';
import { agreement, inItsName, period } from '../../../messages/project-agreement';
import { drawnReadings, ReadingLine } from '../charts/reading-line';
import { InView } from '../backlog/in-view';
import type { Where } from '../use-numbers';
import { GoalReadings } from './goal-readings';
import { InItsName } from './in-its-name';

const text = projectText.goals;

function ownerWords(goal: GoalView, { nameOf, goneOf }: KnownPeople): string[] {
  const { ownerAccountId } = goal;
  if (ownerAccountId === undefined) return [];
  const gone = goneOf(ownerAccountId);
  const name = nameOf(ownerAccountId);
  if (gone === 'unknown') return [fill(period.ownerGone, { gone: agreement.gone.unknown })];
  if (name === null) return [];
  return [
    fill(period.owner, { name }),
    ...(gone === null || goal.over ? [] : [agreement.gone[gone]]),
  ];
}

function unreadWords(goal: GoalView, today: string, format: Format): string[] {
  const days = daysUnread(goal, goal.readings, today);
  if (days === null) return [];
  // One from before its first day is no reading of its time.
  const isRead = goal.readings.some(({ day }) => goal.firstDay <= day && day <= today);
  const words = isRead ? period.unread : period.unreadYet;
  return [fill(words, { ago: format.plural(common.days.ago, days) })];
}

function factsOf(
  goal: GoalView,
  { goals, today }: OpenProject,
  people: KnownPeople,
  format: Format,
): string {
  const left = daysLeft(goal, today);
  const successor = goals.find(({ id }) => id === goal.successorId);
  return [
    fill(text.days, { from: format.day(goal.firstDay), to: format.day(goal.lastDay) }),
    ...(goal.active ? [left === 0 ? text.lastDay : format.plural(text.left, left)] : []),
    ...ownerWords(goal, people),
    ...unreadWords(goal, today, format),
    ...(successor ? [fill(text.successor, { goal: goalSentence(successor) })] : []),
  ].join(' · ');
}

interface GoalArticleProps {
  goal: GoalView;
  project: OpenProject;
  where: Where;
  people: KnownPeople;
  onProject: (next: OpenProject) => void;
  onDone: (said: string) => void;
}

/** Counted at once for goals of now; for others when somebody wants to know. */
function Name({ goal, where }: Pick<GoalArticleProps, 'goal' | 'where'>) {
  const [isOpen, setOpen] = useState(goal.active);
  return (
    <Fold title={inItsName.title} isOpen={isOpen} onToggle={setOpen}>
      {isOpen ? (
        <InView height="44px" meanwhile={<span style={SMALL}>{inItsName.counting}</span>}>
          {() => <InItsName goal={goal} where={where} />}
        </InView>
      ) : null}
    </Fold>
  );
}

export function GoalArticle(props: GoalArticleProps) {
  const { goal, where, project, people, onProject, onDone } = props;
  const format = useFormat();
  const standing = goalStanding(goal, project.today, format);
  const way = goalWay(goal, project.today, format);
  const drawn = drawnReadings(goal, goal.readings);
  const earlier = goal.readings.length - drawn.length;
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
          {factsOf(goal, project, people, format)}
        </Text>
        {goal.link ? <SourceLink link={goal.link} /> : null}
        {drawn.length > 0 ? (
          <ReadingLine
            goal={goal}
            readings={drawn}
            summary={way}
            labels={{
              baseline: fill(text.start, { value: format.amount(goal.baseline, goal.unit) }),
              target: fill(text.target, { value: format.amount(goal.target, goal.unit) }),
            }}
          />
        ) : null}
        {earlier > 0 ? <span style={SMALL}>{format.plural(text.earlier, earlier)}</span> : null}
        <Name goal={goal} where={where} />
        <GoalReadings
          goal={goal}
          project={project}
          nameOf={people.nameOf}
          onProject={onProject}
          onDone={onDone}
        />
      </Stack>
    </article>
  );
}
