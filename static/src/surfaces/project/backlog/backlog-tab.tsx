// The Backlog tab, from the share that answers the question down to the single item.
import { memo, useMemo, type CSSProperties } from 'react';
import { Stack } from '@atlaskit/primitives/compiled';
import { token } from '@atlaskit/tokens';
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { ParentFacts } from '../../../../../src/domain/item';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { projectBacklog } from '../../../messages/project-backlog';
import type { PartName } from '../gather/backlog-counts';
import type { CoverParent } from '../gather/cover';
import { groupGoals } from '../goals/goal-list';
import { NumberLink } from '../number-link';
import { nowSearches, partSearches } from '../searches';
import { Section } from '../section';
import type { Where } from '../use-numbers';
import { CountAgain } from './count-again';
import { CoverSection } from './cover/cover-section';
import { CoverageFigure } from './coverage-figure';
import { CoverageSentence, coverageSentence } from './coverage-sentence';
import { coverageOfParts, withMore } from './coverage-view';
import { InView } from './in-view';
import { UnansweredLane } from './lane/unanswered-lane';
import { GoalOrder } from './order/goal-order';
import { NowSection } from './sprints/now-section';
import { SprintsSection } from './sprints/sprints-section';
import type { BacklogModel } from './use-backlog-tab';

const text = projectBacklog;

// Both are long: what changes above them must not draw them anew.
const Lane = memo(UnansweredLane);
const Order = memo(GoalOrder);

const BESIDE: CSSProperties = {
  display: 'grid',
  gap: token('space.200'),
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 440px), 1fr))',
  alignItems: 'start',
};

interface BacklogTabProps {
  where: Where;
  project: OpenProject;
  /** Whether the project has types above the standard level. */
  hasParents: boolean;
  model: BacklogModel;
}

export function BacklogTab({ where, project, hasParents, model }: BacklogTabProps) {
  const format = useFormat();
  const { text: said, say } = useAnnouncer();
  const { place, numbers, cover, sprints, work, started, see } = model;
  const { today } = project;
  const goals = useMemo(() => groupGoals(project.goals).active, [project.goals]);
  const links = useMemo(() => partSearches(place), [place]);
  const nowLinks = useMemo(() => nowSearches(place, today), [place, today]);
  const coverage = coverageOfParts(numbers);
  const number = (name: PartName) => (
    <NumberLink
      state={numbers[name]}
      jql={links[name]}
      what={text.parts.what[name]}
      onRetry={() => model.retryPart(name)}
    />
  );
  const answerParent = (parent: CoverParent, facts: ParentFacts): void => {
    model.answerParent(parent, facts);
    const after =
      coverage.kind === 'known'
        ? coverageSentence(withMore(coverage.view, parent.covers), format)
        : '';
    say(`${format.plural(text.cover.said, parent.covers, { key: facts.key })} ${after}`);
  };
  return (
    <Stack space="space.200">
      <LiveRegion text={said} />
      <Section title={text.parts.title}>
        <CoverageSentence coverage={coverage} />
        <CoverageFigure numbers={numbers} number={number} />
        <CountAgain {...model.again} given={model.given} />
      </Section>
      <InView height="520px" onSeen={() => see('cover')}>
        {() => (
          <CoverSection
            cover={cover}
            place={place}
            goals={goals}
            coverage={coverage}
            hasParents={hasParents}
            onAnswered={answerParent}
          />
        )}
      </InView>
      <div style={BESIDE}>
        <InView height="240px" onSeen={() => see('sprints')}>
          {() => <SprintsSection sprints={sprints} place={place} goals={goals} today={today} />}
        </InView>
        <InView height="240px" onSeen={() => see('now')}>
          {() => (
            <NowSection
              frame={place.frame}
              numbers={work.numbers}
              links={nowLinks}
              retry={work.retry}
              started={started}
            />
          )}
        </InView>
      </div>
      <InView height="600px">
        {() => (
          <Lane
            where={where}
            project={project}
            frameNow={place.frame}
            covered={model.adjustment.inherited}
            onAnswered={model.answerItem}
          />
        )}
      </InView>
      <InView height="320px">{() => <Order where={where} project={project} />}</InView>
    </Stack>
  );
}
