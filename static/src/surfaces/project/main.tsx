// The project page.
import { useLayoutEffect, useState, type ComponentType } from 'react';
import { dayOf } from '../../../../src/domain/days';
import { Failure } from '../../components/failure';
import { useFormat } from '../../components/reader';
import { common } from '../../messages/common';
import { project as projectText } from '../../messages/project';
import type { SurfaceProps } from '../../surface';
import { FirstLook, PageFrame } from './first-look';
import { SIDE_BY_SIDE } from './gather/bounds';
import { limitCalls } from './gather/jira-call';
import { beginOpening, type FirstOpening } from './gather/opening';
import { preloadTab } from './parts';
import { ProjectTabs } from './project-tabs';
import { useAddress } from './use-address';
import { useProject } from './use-project';
import { useStreams } from './use-streams';

const text = projectText;

interface ProjectPageProps {
  project: { id: string; key: string };
  begun: FirstOpening | undefined;
}

function ProjectPage({ project, begun }: ProjectPageProps) {
  const format = useFormat();
  const zone = format.timeZone;
  const [first] = useState(() => begun ?? beginOpening(project.id, zone));
  // One moment for the whole view: a page that is left open keeps telling the same story.
  const { now } = first;
  const today = dayOf(now, zone);
  const [openCalls] = useState(() => limitCalls(first.early.jira, SIDE_BY_SIDE));
  const [base] = useState(() => openCalls().jira);
  const { address, change } = useAddress(today, first.history);
  const { state, retry } = useProject({ jira: base, projectId: project.id, zone, first });
  const tab = address?.tab;
  // Read beside the rest, because the numbers of the first tab wait for them.
  const [wantsStreams, setWantsStreams] = useState(false);
  if (tab === 'outcome' && !wantsStreams) setWantsStreams(true);
  const streams = useStreams({ jira: base, projectId: project.id, first, wanted: wantsStreams });
  useLayoutEffect(() => {
    if (tab !== undefined) preloadTab(tab);
  }, [tab]);
  return (
    <PageFrame>
      {state.kind === 'failed' ? (
        <Failure title={text.failed} trouble={state.trouble} onRetry={retry} />
      ) : null}
      {state.kind === 'loading' || (state.kind === 'ready' && !address) ? (
        <FirstLook finished={first.finished.known()} format={format} />
      ) : null}
      {state.kind === 'ready' && address ? (
        <ProjectTabs
          opened={state.opened}
          openCalls={openCalls}
          projectId={project.id}
          projectKey={project.key}
          zone={zone}
          address={address}
          today={today}
          now={now}
          change={change}
          streams={streams}
          firstFinished={first.finished.known()}
        />
      ) : null}
    </PageFrame>
  );
}

/** The page around what was asked while this code was fetched. */
export const projectSurface =
  (begun?: FirstOpening): ComponentType<SurfaceProps> =>
  ({ context: { extension } }) =>
    extension.project ? (
      <ProjectPage project={extension.project} begun={begun} />
    ) : (
      <p role="alert">{common.errors.noSubject}</p>
    );

/** The page by itself. */
export const ProjectSurface = projectSurface();
