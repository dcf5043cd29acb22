// The first tab: outcome against output for a time, and what stands beside it.
import { useMemo, type CSSProperties, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { CARD } from '../../../components/card';
import { LiveRegion } from '../../../components/live-region';
import { useReader } from '../../../components/reader';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import type { Address, Days, TabName } from '../address';
import { CoverageSentence } from '../backlog/coverage-sentence';
import { coverageOfBacklog } from '../backlog/coverage-view';
import type { Numbers } from '../gather/counts';
import type { BacklogName, WindowName } from '../gather/names';
import { isKnown, valueOfNumber } from '../gather/number-state';
import type { WindowReport } from '../gather/window-report';
import { goalsOfWindow } from '../goals/goal-list';
import { GoalsCard } from '../goals/goals-card';
import { NumberLink } from '../number-link';
import { rich } from '../rich';
import { canOpen, windowSearches } from '../searches';
import { Section } from '../section';
import { SettingsWay } from '../settings-way';
import type { Where } from '../use-numbers';
import { WindowControl } from '../window-control';
import { BandsFigure } from './bands-figure';
import { Headline, type Look } from './headline';
import { Notes } from './notes';
import { doneSentence, whenPhrase } from './sentence';

const text = messages.project;

const BESIDE: CSSProperties = { display: 'grid', gap: token('space.200') };
const COLUMNS: CSSProperties = {
  ...BESIDE,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 320px), 1fr))',
  alignItems: 'start',
};
/** Without goals the boxes stand in the columns themselves. */
const ALONE: CSSProperties = { display: 'contents' };

interface OutcomeTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  address: Address;
  today: string;
  report: WindowReport;
  retry: (name: WindowName) => void;
  backlog: Numbers<BacklogName>;
  backlogNumber: (name: BacklogName) => ReactNode;
  change: (to: Partial<Days> & { tab?: TabName }) => void;
}

export function OutcomeTab(props: OutcomeTabProps) {
  const { where, project, projectKey, address, today, report, retry, change } = props;
  const { from, to, problem } = address;
  const { format, siteUrl } = useReader();
  const searches = useMemo(() => windowSearches(where, { from, to }), [where, from, to]);
  const goals = useMemo(() => goalsOfWindow(project.goals, { from, to }), [project, from, to]);
  const { numbers } = report;
  const number = (name: WindowName, look: Look = {}) => (
    <NumberLink
      state={numbers[name]}
      jql={searches[name] ?? ''}
      what={name in text.what ? text.what[name as keyof typeof text.what] : text.what.goal}
      onRetry={() => retry(name)}
      {...look}
    />
  );
  const opening = (name: WindowName) => number(name, { first: true });
  const unopened = Object.values(searches).some((jql) => !canOpen(siteUrl, jql));
  const nothing =
    isKnown(numbers.output) && valueOfNumber(numbers.output) === 0 && goals.length > 0;
  return (
    <Stack space="space.200">
      <LiveRegion text={doneSentence(numbers, format)} />
      {problem ? (
        <SectionMessage appearance="warning">
          <Text>{fill(text.window.wrongAddress, { problem: text.window.problems[problem] })}</Text>
        </SectionMessage>
      ) : null}
      <WindowControl days={{ from, to }} today={today} onChange={change} />
      {project.goals.length === 0 ? (
        <SectionMessage title={text.goals.noneTitle}>
          <Stack space="space.100">
            <Text>{text.goals.none}</Text>
            <SettingsWay
              projectKey={projectKey}
              administer={project.may.administer}
              link={text.goals.first}
              ask={text.goals.ask}
            />
          </Stack>
        </SectionMessage>
      ) : null}
      <section style={{ ...CARD, padding: token('space.300') }} aria-label={text.tabs.outcome}>
        <Stack space="space.200">
          <Headline
            numbers={numbers}
            when={whenPhrase({ from, to }, today, format)}
            withGoals={project.goals.length > 0}
            number={number}
          />
          {nothing ? <Text>{text.outcome.nothing}</Text> : null}
          <BandsFigure numbers={numbers} number={(name) => number(name)} />
          <Notes report={report} number={opening} unopened={unopened} />
        </Stack>
      </section>
      <div style={COLUMNS}>
        {goals.length > 0 ? (
          <Section title={text.goals.title}>
            <GoalsCard
              goals={goals}
              today={project.today}
              aimed={(goal) => opening(`goal.${goal.id}`)}
            />
            <Inline>
              <Button spacing="compact" onClick={() => change({ tab: 'goals' })}>
                {text.goals.see}
              </Button>
            </Inline>
          </Section>
        ) : null}
        <div style={goals.length > 0 ? BESIDE : ALONE}>
          <Section title={text.backlog.title}>
            <CoverageSentence coverage={coverageOfBacklog(props.backlog)} />
            <Text color="color.text.subtle">
              {rich(text.backlog.detail, {
                own: props.backlogNumber('coverage.own'),
                parent: props.backlogNumber('coverage.parent'),
                asked: props.backlogNumber('coverage.asked'),
              })}
            </Text>
          </Section>
          <Section title={text.flags.title}>
            <Text>
              {rich(text.flags.some, {
                candidate: props.backlogNumber('flag.candidate'),
                warned: props.backlogNumber('flag.warned'),
              })}
            </Text>
            <Inline>
              <Button spacing="compact" onClick={() => change({ tab: 'kill' })}>
                {text.flags.see}
              </Button>
            </Inline>
          </Section>
        </div>
      </div>
    </Stack>
  );
}
