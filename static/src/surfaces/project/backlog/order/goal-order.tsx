// The open items of one goal at a time, in the order of what they are expected to bring it.
import { useMemo, useState } from 'react';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../../src/contract/procedures';
import { gapOf, orderOfGoal } from '../../../../../../src/domain/order';
import { ChoiceCards } from '../../../../components/choice-cards';
import { Failure } from '../../../../components/failure';
import { goalNames } from '../../../../components/goal-names';
import { goalSentence } from '../../../../components/goal-summary';
import { LiveRegion } from '../../../../components/live-region';
import { useFormat } from '../../../../components/reader';
import { SkeletonStack } from '../../../../components/skeleton';
import { JqlLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { order as text } from '../../../../messages/project-order';
import { Section } from '../../section';
import type { Where } from '../../use-numbers';
import { ApartList } from './apart-list';
import { goalJql, type GoalItems } from './goal-items';
import { OrderTable } from './order-table';
import { useGoalItems } from './use-goal-items';
import { useMoves, type Moves } from './use-moves';

const PLACEHOLDERS = ['20px', '120px'] as const;

export interface GoalOrderProps {
  where: Where;
  project: OpenProject;
}

/** What the last act did, for those who hear the page. */
function movedWords({ made, undone, busy }: Moves): string {
  if (busy !== null) return text.moving;
  if (undone) return fill(undone.exact ? text.undone : text.undoneNear, { key: undone.key });
  const last = made[made.length - 1];
  return last ? fill(text.moved, { key: last.above }) : '';
}

/** What the order rests on, in a sentence. */
function gapWords(goal: GoalView, gap: number, unit: GoalItems['unit'], format: Format): string {
  if (gap <= 0) return text.reached;
  return fill(unit === null ? text.gapShare : text.gap, {
    gap: format.distance(gap, goal.unit),
  });
}

function MoveNotes({ moves }: { moves: Moves }) {
  return (
    <>
      <LiveRegion text={movedWords(moves)} />
      {moves.undone ? <Text size="small">{movedWords(moves)}</Text> : null}
      {moves.refused === null ? null : (
        <span role="alert">
          <Text>{moves.refused}</Text>
        </span>
      )}
      {moves.trouble ? <Failure title={text.moveFailed} trouble={moves.trouble} /> : null}
    </>
  );
}

function Items({
  where,
  goal,
  read,
  today,
}: {
  where: Where;
  goal: GoalView;
  read: GoalItems;
  today: string;
}) {
  const format = useFormat();
  const { items, unit, ranked, noFields, more } = read;
  const listed = useMemo(() => items.map(({ key }) => key), [items]);
  const moves = useMoves(where, listed);
  const gap = gapOf(goal, goal.readings, today);
  const { ordered, apart } = useMemo(() => orderOfGoal(items, goal, gap), [items, goal, gap]);
  if (items.length === 0) return <Text>{text.none}</Text>;
  const most = { count: format.number(items.length) };
  return (
    <Stack space="space.150">
      <Text>
        {gapWords(goal, gap, unit, format)} {noFields ? text.noFields : ''}
      </Text>
      {more ? (
        <Text size="small">
          {fill(ranked ? text.more : text.moreCreated, most)}{' '}
          <JqlLink jql={goalJql(where, goal)}>{text.seeAll}</JqlLink>
        </Text>
      ) : null}
      {ranked ? <MoveNotes moves={moves} /> : <Text size="small">{text.noRank}</Text>}
      {ordered.length > 0 ? (
        <OrderTable ordered={ordered} goal={goal} unit={unit} moves={ranked ? moves : null} />
      ) : null}
      <ApartList items={apart} />
    </Stack>
  );
}

function OneGoal({ where, goal, today }: { where: Where; goal: GoalView; today: string }) {
  const { read, trouble, retry } = useGoalItems(where, goal);
  if (trouble) return <Failure title={text.failed} trouble={trouble} onRetry={retry} />;
  if (read === null) return <SkeletonStack heights={PLACEHOLDERS} />;
  return <Items where={where} goal={goal} read={read} today={today} />;
}

export function GoalOrder({ where, project }: GoalOrderProps) {
  const format = useFormat();
  const goals = useMemo(() => project.goals.filter(({ active }) => active), [project]);
  const [wanted, setWanted] = useState<string | null>(null);
  const goal = goals.find(({ id }) => id === wanted) ?? goals[0];
  return (
    <Section title={text.title}>
      {goal ? (
        <Stack space="space.150">
          <Text color="color.text.subtle">{text.advice}</Text>
          {goals.length > 1 ? (
            <ChoiceCards
              legend={text.goals}
              minWidth="240px"
              value={goal.id}
              onChange={setWanted}
              choices={goalNames(goals, format).map((one) => ({
                value: one.goal.id,
                content: one.name,
              }))}
            />
          ) : (
            <Text weight="medium">{goalSentence(goal)}</Text>
          )}
          <OneGoal key={goal.id} where={where} goal={goal} today={project.today} />
        </Stack>
      ) : (
        <Text>{text.noGoal}</Text>
      )}
    </Section>
  );
}
