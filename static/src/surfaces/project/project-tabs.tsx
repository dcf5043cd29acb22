// The tabs of an opened project and the numbers they share.
import { useMemo, useState, type CSSProperties } from 'react';
import { token } from '@atlaskit/tokens';
import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { messages } from '../../messages';
import { TABS, type Address, type Days, type TabName } from './address';
import { adjustBacklog } from './backlog/adjust';
import { BacklogTab } from './backlog/backlog-tab';
import { useBacklogTab } from './backlog/use-backlog-tab';
import type { Calls } from './gather/jira-call';
import type { BacklogName } from './gather/names';
import { GoalsTab } from './goals/goals-tab';
import { KillTab } from './kill/kill-tab';
import { NumberLink } from './number-link';
import { OutcomeTab } from './outcome/outcome-tab';
import { backlogSearches } from './searches';
import { useBacklog, useReport, type Where } from './use-numbers';
import { useOpened, type Opened } from './use-project';

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
  const { openCalls, projectId, projectKey, zone, address, today, now, change } = props;
  const { opened, ...again } = useOpened(props.opened, { openCalls, projectId, zone });
  const { project, frame, aboveTypeIds } = opened;
  const { tab, from, to } = address;
  // What a tab needs is counted when it is first shown, and kept from then on.
  const [visited, setVisited] = useState<readonly TabName[]>([tab]);
  if (!visited.includes(tab)) setVisited([...visited, tab]);
  const where = useMemo<Where>(
    () => ({ openCalls, projectId, zone, frame }),
    [openCalls, projectId, zone, frame],
  );
  const { report, retry } = useReport(where, { from, to }, visited.includes('outcome'));
  // Also for the Backlog tab: what is answered there is added to numbers from before.
  const backlog = useBacklog(
    where,
    visited.some((name) => name !== 'goals'),
  );
  const model = useBacklogTab(where, { today: project.today, aboveTypeIds }, again, {
    wanted: visited.includes('backlog'),
    now,
  });
  const searches = useMemo(() => backlogSearches(model.place), [model.place]);
  // What was answered in the Backlog tab counts on the other tabs, too.
  const numbers = adjustBacklog(backlog.numbers, model.adjustment);
  const backlogNumber = (name: BacklogName) => (
    <NumberLink
      state={numbers[name]}
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
            backlog={numbers}
            backlogNumber={backlogNumber}
            change={change}
          />
        );
      case 'backlog':
        return (
          <BacklogTab
            where={where}
            project={project}
            hasParents={aboveTypeIds.length > 0}
            model={model}
          />
        );
      case 'kill':
        return (
          <KillTab
            where={where}
            project={project}
            projectKey={projectKey}
            numbers={numbers}
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
