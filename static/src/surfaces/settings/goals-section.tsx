// The goals of the project: those that count, those that are over, and the way to a new one.
import { useEffect, useState } from 'react';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { GoalView } from '../../../../src/contract/goals';
import { Button } from '../../components/button';
import { lazyPart } from '../../components/lazy-part';
import { useFormat } from '../../components/reader';
import { useKnownPeople } from '../../forge';
import { messages } from '../../messages';
import { GoalRow } from './goal-row';
import type { SettingsPageState } from './page';
import { ResumeGoal } from './resume-goal';
import { SectionFrame } from './section-frame';

const text = messages.settings.goals;

const EndGoal = lazyPart(() => import('./end-goal').then((part) => part.EndGoal), ['160px']);

/** Fetched once the page is drawn, before anybody asks for it. */
const GoalEditor = lazyPart(
  () => import('./goal-editor').then((part) => part.GoalEditor),
  ['480px'],
);

type Busy = { kind: 'none' } | { kind: 'editing' | 'ending'; goalId: string };

const NextPeriod = lazyPart(() => import('./next-period').then((part) => part.NextPeriod), []);

export function GoalsSection({ page }: { page: SettingsPageState }) {
  const format = useFormat();
  const { goals } = page.open;
  const [busy, setBusy] = useState<Busy>({ kind: 'none' });
  const [adding, setAdding] = useState(false);
  const people = useKnownPeople(goals.flatMap(({ ownerAccountId }) => ownerAccountId ?? []));
  useEffect(() => GoalEditor.preload(), []);
  const done = () => setBusy({ kind: 'none' });
  // One that is being edited stays in the first list when somebody ends it meanwhile: moving it
  // would lose what is typed.
  const edited = (goal: GoalView) => busy.kind === 'editing' && busy.goalId === goal.id;
  const over = goals.filter((goal) => goal.over && !edited(goal));

  const row = (goal: GoalView) => {
    const mine = 'goalId' in busy && busy.goalId === goal.id;
    if (mine && busy.kind === 'editing')
      return <GoalEditor key={goal.id} page={page} goal={goal} people={people} onDone={done} />;
    return (
      <Stack key={goal.id} space="space.100">
        <GoalRow
          goal={goal}
          goals={goals}
          today={page.open.today}
          ownerName={people.nameOf(goal.ownerAccountId ?? '')}
          ownerGone={people.goneOf(goal.ownerAccountId ?? '')}
          // What is being typed in one goal must not be lost to another.
          locked={busy.kind === 'editing'}
          onEdit={() => setBusy({ kind: 'editing', goalId: goal.id })}
          onEnd={() => setBusy({ kind: 'ending', goalId: goal.id })}
        />
        {goal.endedOn === undefined ? null : <ResumeGoal page={page} goal={goal} />}
        {mine && busy.kind === 'ending' ? <EndGoal page={page} goal={goal} onDone={done} /> : null}
      </Stack>
    );
  };

  return (
    <SectionFrame id="goals" title={text.title} text={text.text}>
      <NextPeriod page={page} />
      {goals.length === 0 && !adding ? <Text as="p">{text.none}</Text> : null}
      {over.length < goals.length ? (
        <Stack space="space.150">{goals.filter((goal) => !over.includes(goal)).map(row)}</Stack>
      ) : null}
      {adding ? (
        <GoalEditor page={page} goal={null} people={people} onDone={() => setAdding(false)} />
      ) : (
        <Inline>
          <Button
            appearance={goals.length === 0 ? 'primary' : 'default'}
            onClick={() => setAdding(true)}
          >
            {text.add}
          </Button>
        </Inline>
      )}
      {over.length > 0 ? (
        <details>
          <summary style={{ cursor: 'pointer', color: token('color.text.subtle') }}>
            {format.plural(text.past, over.length)}
          </summary>
          <div style={{ display: 'grid', gap: token('space.150'), paddingTop: token('space.100') }}>
            {over.map(row)}
          </div>
        </details>
      ) : null}
    </SectionFrame>
  );
}
