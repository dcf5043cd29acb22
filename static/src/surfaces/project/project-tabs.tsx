// The tabs of an opened project and the numbers they share.
import { useMemo, useState } from 'react';
import { messages } from '../../messages';
import { TABS, type Address, type AddressChange, type TabName } from './address';
import { adjustBacklog } from './backlog/adjust';
import { useBacklogTab } from './backlog/use-backlog-tab';
import type { Calls } from './gather/jira-call';
import type { BacklogName } from './gather/names';
import { NumberLink } from './number-link';
import { PARTS } from './parts';
import { backlogSearches } from './searches';
import { Tabs } from './tabs';
import { useBacklog, useReport, type Where } from './use-numbers';
import { useOpened, type Opened } from './use-project';

const text = messages.project;

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
  change: (to: AddressChange) => void;
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
          <PARTS.outcome
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
          <PARTS.backlog
            where={where}
            project={project}
            hasParents={aboveTypeIds.length > 0}
            model={model}
          />
        );
      case 'results':
        return null;
      case 'kill':
        return (
          <PARTS.kill
            where={where}
            project={project}
            projectKey={projectKey}
            numbers={numbers}
            number={backlogNumber}
            now={now}
          />
        );
      case 'goals':
        return <PARTS.goals project={project} projectKey={projectKey} />;
    }
  };
  return (
    <Tabs
      label={text.tabsLabel}
      tabs={TABS.map((name) => ({ name, title: text.tabs[name] }))}
      selected={tab}
      onSelect={(name) => change({ tab: name })}
    >
      {panel(tab)}
    </Tabs>
  );
}
