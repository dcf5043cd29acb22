// The tabs of an opened project and the numbers they share.
import { useMemo, useState, type CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { messages } from '../../messages';
import { TABS, type Address, type Days, type TabName } from './address';
import { CoverageFigure, CoverageSentence } from './backlog/coverage-figure';
import type { Calls } from './gather/jira-call';
import type { BacklogName } from './gather/names';
import { GoalsTab } from './goals/goals-tab';
import { KillTab } from './kill/kill-tab';
import { NumberLink } from './number-link';
import { OutcomeTab } from './outcome/outcome-tab';
import { backlogSearches } from './searches';
import { Section } from './section';
import { useBacklog, useReport, type Where } from './use-numbers';
import type { Opened } from './use-project';

const text = messages.project;

/** A tab panel is a flex box; its content takes the whole width. */
const PANEL: CSSProperties = { flex: 1, minWidth: 0, paddingBlockStart: token('space.200') };

interface ProjectTabsProps {
  opened: Opened;
  openCalls: () => Calls;
  projectId: string;
  projectKey: string;
  /** The viewer's zone. */
  zone: string;
  address: Address;
  today: string;
  now: number;
  change: (to: Partial<Days> & { tab?: TabName }) => void;
}

export function ProjectTabs(props: ProjectTabsProps) {
  const { opened, openCalls, projectId, projectKey, zone, address, today, now, change } = props;
  const { project, frame } = opened;
  const { tab, from, to } = address;
  // What a tab needs is counted when it is first shown, and kept from then on.
  const [visited, setVisited] = useState<readonly TabName[]>([tab]);
  if (!visited.includes(tab)) setVisited([...visited, tab]);
  const where = useMemo<Where>(
    () => ({ openCalls, projectId, zone, frame }),
    [openCalls, projectId, zone, frame],
  );
  const { report, retry } = useReport(where, { from, to }, visited.includes('outcome'));
  const backlog = useBacklog(
    where,
    visited.some((name) => name !== 'goals'),
  );
  const searches = useMemo(() => backlogSearches(where), [where]);
  const backlogNumber = (name: BacklogName) => (
    <NumberLink
      state={backlog.numbers[name]}
      jql={searches[name]}
      what={text.what[name]}
      onRetry={() => backlog.retry(name)}
    />
  );
  const panel = (name: TabName) => {
    switch (name) {
      case 'outcome':
        return (
          <OutcomeTab
            where={where}
            project={project}
            projectKey={projectKey}
            address={address}
            today={today}
            report={report}
            retry={retry}
            backlog={backlog.numbers}
            backlogNumber={backlogNumber}
            change={change}
          />
        );
      case 'backlog':
        return (
          <Section title={text.backlog.title}>
            <CoverageSentence numbers={backlog.numbers} />
            <CoverageFigure
              numbers={backlog.numbers}
              number={backlogNumber}
              rest={(value, about) => (
                <NumberLink
                  state={{ kind: 'known', value, about }}
                  jql={searches.unanswered}
                  what={text.backlog.open}
                  onRetry={() => undefined}
                />
              )}
            />
          </Section>
        );
      case 'kill':
        return (
          <KillTab
            where={where}
            project={project}
            projectKey={projectKey}
            numbers={backlog.numbers}
            number={backlogNumber}
            now={now}
          />
        );
      case 'goals':
        return <GoalsTab project={project} projectKey={projectKey} />;
    }
  };
  return (
    <Tabs
      id="ladder"
      selected={TABS.indexOf(tab)}
      onChange={(index) => change({ tab: TABS[index] ?? 'outcome' })}
      shouldUnmountTabPanelOnChange
    >
      <TabList>
        {TABS.map((name) => (
          <Tab key={name}>{text.tabs[name]}</Tab>
        ))}
      </TabList>
      {TABS.map((name) => (
        <TabPanel key={name}>
          <div style={PANEL}>{panel(name)}</div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
