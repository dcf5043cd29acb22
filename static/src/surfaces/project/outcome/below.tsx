// What stands below the headline: months, bets, streams, signals, goals and the open backlog.
import { useEffect, useMemo, type CSSProperties, type ReactNode } from 'react';
import { token } from '@atlaskit/tokens';
import { Button } from '../../../components/button';
import { rich } from '../../../components/rich';
import { project as projectText } from '../../../messages/project';
import { below } from '../../../messages/project-below';
import { CoverageSentence } from '../backlog/coverage-sentence';
import { coverageOfBacklog } from '../backlog/coverage-view';
import { InView } from '../backlog/in-view';
import type { Numbers } from '../gather/counts';
import { betName, type WindowName } from '../gather/names';
import { goalsOfWindow } from '../goals/goal-list';
import { NumberLink } from '../number-link';
import { Section } from '../section';
import { sumOfBets } from './bet-counts';
import { BetsSection } from './bets-section';
import { numbersByCount } from './by-count';
import { DigestLine } from './digest-line';
import { Downloads } from './downloads';
import { GoalsOfTime } from './goals-of-time';
import type { Look } from './headline';
import { MonthsSection } from './months-section';
import type { OutcomeTabProps } from './outcome-tab';
import { SignalsSection, whatOf } from './signals-section';
import { StreamsSection } from './streams/streams-section';
import { useDismissed, useSignals } from './use-signals';
import { useStreamRows } from './use-stream-rows';
import { Words } from './words';

const text = projectText;

const GRID: CSSProperties = { display: 'grid', gap: token('space.200'), minWidth: 0 };
const COLUMNS: CSSProperties = {
  ...GRID,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
  alignItems: 'start',
};

export type NumberOf = (name: WindowName, look?: Look & { what?: string }) => ReactNode;

interface BelowProps extends OutcomeTabProps {
  number: NumberOf;
}

function SignalsPart({
  where,
  model,
  project,
  numbers,
}: BelowProps & { numbers: Numbers<WindowName> }) {
  const found = useSignals(where, project, { ...model, numbers });
  const { dismissed, dismiss } = useDismissed(project);
  return (
    <SignalsSection
      signals={found.signals}
      dismissed={dismissed}
      goals={project.goals}
      onDismiss={dismiss}
      number={(name) => (
        <NumberLink
          state={found.state(name)}
          jql={found.jql(name)}
          what={whatOf(name)}
          onRetry={() => found.retry(name)}
        />
      )}
    />
  );
}

/** Asks for a part of the numbers when it comes into view, and again for another question. */
function Asking({
  model,
  part,
  children,
}: Pick<BelowProps, 'model'> & {
  part: 'periods' | 'bets';
  children: ReactNode;
}) {
  const { ask, question } = model;
  useEffect(() => ask(part), [ask, part, question]);
  return children;
}

/** Months cost nothing where items are listed; where they are counted they wait to be looked at. */
function Later({
  isFree,
  height,
  children,
}: {
  isFree: boolean;
  height: string;
  children: () => ReactNode;
}) {
  return isFree ? children() : <InView height={height}>{children}</InView>;
}

export function Below(props: BelowProps) {
  const { project, address, model, number, change } = props;
  const { from, to } = address;
  const { numbers } = model.report;
  const unit = model.report.effort?.unit ?? null;
  const goals = useMemo(
    () =>
      goalsOfWindow(project.goals, { from, to }).filter(
        ({ id }) => model.narrowing.goal === undefined || id === model.narrowing.goal,
      ),
    [project, from, to, model.narrowing.goal],
  );
  const streams = useStreamRows(props.where, model);
  const counted = useMemo(
    () => numbersByCount(model.report, model.question, Date.now()),
    [model.report, model.question],
  );
  const opening: NumberOf = (name, look) => number(name, { first: true, ...look });
  return (
    <div style={GRID}>
      <Later isFree={model.report.mode === 'listed'} height="420px">
        {() => (
          <Asking model={model} part="periods">
            <MonthsSection
              days={{ from, to }}
              numbers={numbers}
              goals={goals}
              unit={unit}
              number={(name, what) => number(name, { what })}
              onOpen={({ from: first, to: last }) => change({ from: first, to: last })}
            />
          </Asking>
        )}
      </Later>
      <InView height="240px">
        {() => (
          <div style={COLUMNS}>
            <Asking model={model} part="bets">
              <BetsSection
                numbers={counted}
                number={(name, what) => (
                  <NumberLink
                    state={counted[name]}
                    jql={model.searchOf(name)}
                    what={what}
                    onRetry={() => model.retry(name)}
                  />
                )}
                list={(states, what) => (
                  <NumberLink
                    state={sumOfBets(counted, states)}
                    jql={model.betsSearch(states)}
                    what={what}
                    onRetry={() => model.retry(betName(states[0] ?? 'moved'))}
                  />
                )}
                onRetry={model.retry}
                onResults={() => change({ tab: 'results' })}
              />
            </Asking>
            <SignalsPart {...props} numbers={counted} />
          </div>
        )}
      </InView>
      <Section title={below.streams.title}>
        {model.streamsAre === 'failed' ? (
          <Words>{below.streams.failed}</Words>
        ) : (
          <InView height="160px">{() => <StreamsSection {...props} shown={streams} />}</InView>
        )}
      </Section>
      <div style={COLUMNS}>
        {goals.length > 0 ? (
          <Section title={text.goals.title}>
            <GoalsOfTime
              goals={goals}
              today={project.today}
              unit={unit}
              aimed={(goal) => opening(`goal.${goal.id}`)}
            />
            <div>
              <Button spacing="compact" onClick={() => change({ tab: 'goals' })}>
                {text.goals.see}
              </Button>
            </div>
          </Section>
        ) : null}
        <div style={goals.length > 0 ? GRID : { display: 'contents' }}>
          <Section title={text.backlog.title}>
            <CoverageSentence coverage={coverageOfBacklog(props.backlog)} />
            <Words>
              {rich(text.backlog.detail, {
                own: props.backlogNumber('coverage.own'),
                parent: props.backlogNumber('coverage.parent'),
                asked: props.backlogNumber('coverage.asked'),
              })}
            </Words>
          </Section>
          <Section title={text.flags.title}>
            <Words>
              {rich(text.flags.some, {
                candidate: props.backlogNumber('flag.candidate'),
                warned: props.backlogNumber('flag.warned'),
              })}
            </Words>
            <div>
              <Button spacing="compact" onClick={() => change({ tab: 'kill' })}>
                {text.flags.see}
              </Button>
            </div>
          </Section>
        </div>
      </div>
      <Downloads {...props} shown={streams} />
      <DigestLine project={props.project} />
    </div>
  );
}
