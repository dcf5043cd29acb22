// The tabs of an opened project and the numbers they share.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { onDemand } from '../../../../src/contract/on-demand';
import { addDays } from '../../../../src/domain/days';
import { END_NEAR } from '../../../../src/domain/goal-period';
import { project as projectText } from '../../messages/project';
import { TABS, type Address, type AddressChange, type TabName } from './address';
import { adjustBacklog } from './backlog/adjust';
import { useBacklogTab } from './backlog/use-backlog-tab';
import type { Calls } from './gather/jira-call';
import type { BacklogName } from './gather/names';
import type { FirstFinished } from './gather/opening';
import { NumberLink } from './number-link';
import { PARTS, PeriodNote } from './parts';
import { backlogSearches } from './searches';
import { Tabs } from './tabs';
import { useOutcome } from './outcome/use-outcome';
import { useBacklog, type Where } from './use-numbers';
import { useOpened, type Opened } from './use-project';
import type { StreamList } from './use-streams';

const text = projectText;

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
  /** Null while they are read. */
  streams: StreamList | null;
  /** What was finished in the window that the page opens with; null where that is not known. */
  firstFinished: FirstFinished | null;
}

export function ProjectTabs(props: ProjectTabsProps) {
  const { openCalls, projectId, projectKey, zone, address, today, now, change } = props;
  const { opened, ...again } = useOpened(props.opened, { openCalls, projectId, zone });
  const { project, frame, aboveTypeIds, types } = opened;
  const { tab } = address;
  // What a tab needs is counted when it is first shown, and kept from then on.
  const [visited, setVisited] = useState<readonly TabName[]>([tab]);
  if (!visited.includes(tab)) setVisited([...visited, tab]);
  const where = useMemo<Where>(
    () => ({ openCalls, projectId, zone, frame }),
    [openCalls, projectId, zone, frame],
  );
  const outcome = useOutcome(where, {
    project,
    address,
    types,
    streams: props.streams,
    firstFinished: props.firstFinished,
    wanted: visited.includes('outcome'),
  });
  // What was said on other tabs is counted when the numbers are looked at again, and only then.
  const [stale, setStale] = useState(false);
  const onChanged = useCallback(() => setStale(true), []);
  const { countAgain } = again;
  const looksAtNumbers = tab === 'outcome' && address.view === null;
  useEffect(() => {
    if (!stale || !looksAtNumbers) return;
    setStale(false);
    countAgain();
  }, [stale, looksAtNumbers, countAgain]);
  // Also for the Backlog tab: what is answered there is added to numbers from before.
  const backlog = useBacklog(
    where,
    project.today,
    visited.some((name) => (name === 'outcome' ? outcome.begun : name !== 'goals')),
  );
  const model = useBacklogTab(where, { today: project.today, aboveTypeIds }, again, {
    wanted: visited.includes('backlog'),
    now,
  });
  const searches = useMemo(
    () => onDemand(() => backlogSearches(model.place, project.today)),
    [model.place, project.today],
  );
  // What was answered in the Backlog tab counts on the other tabs, too.
  const numbers = adjustBacklog(backlog.numbers, model.adjustment);
  const backlogNumber = (name: BacklogName) => (
    <NumberLink
      state={numbers[name]}
      jql={searches()[name]}
      what={text.what[name]}
      onRetry={() => backlog.retry(name)}
    />
  );
  // What exactly has to be said is known with its code, which on most days is not fetched.
  const active = project.goals.filter((goal) => goal.active);
  const near = addDays(project.today, END_NEAR);
  const endsSoon =
    active.length > 0
      ? active.some(({ lastDay }) => lastDay <= near)
      : project.goals.some(({ over }) => over);
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
            model={outcome}
            types={types}
            hasEpics={aboveTypeIds.length > 0}
            backlog={numbers}
            backlogNumber={backlogNumber}
            change={change}
            onChanged={onChanged}
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
        return (
          <PARTS.results
            where={where}
            project={project}
            projectKey={projectKey}
            aboveTypeIds={aboveTypeIds}
            now={now}
            onChanged={onChanged}
            address={{
              goalId: address.narrowing.goal,
              isMeeting: address.view === 'meeting',
              change,
            }}
          />
        );
      case 'kill':
        return (
          <PARTS.kill
            where={where}
            project={project}
            projectKey={projectKey}
            aboveTypeIds={aboveTypeIds}
            numbers={numbers}
            number={backlogNumber}
            now={now}
            address={{ view: address.view, change }}
          />
        );
      case 'goals':
        return (
          <PARTS.goals
            where={where}
            project={project}
            projectKey={projectKey}
            onProject={again.takeProject}
          />
        );
    }
  };
  return (
    <>
      {tab === 'goals' || !endsSoon ? null : (
        <PeriodNote project={project} projectKey={projectKey} isShort />
      )}
      <Tabs
        label={text.tabsLabel}
        tabs={TABS.map((name) => ({ name, title: text.tabs[name] }))}
        selected={tab}
        onSelect={(name) => change({ tab: name })}
      >
        {panel(tab)}
      </Tabs>
    </>
  );
}
