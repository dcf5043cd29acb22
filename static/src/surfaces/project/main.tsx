// The project page.
import { useLayoutEffect, useRef, useState } from 'react';
import { token } from '@atlaskit/tokens';
import { dayOf } from '../../../../src/domain/days';
import { Failure } from '../../components/failure';
import { Stack } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { SkeletonStack } from '../../components/skeleton';
import { jira } from '../../forge';
import { messages } from '../../messages';
import type { SurfaceProps } from '../../surface';
import { withAhead } from './gather/ahead';
import { SIDE_BY_SIDE } from './gather/bounds';
import { askFinished } from './gather/finished';
import { limitCalls } from './gather/jira-call';
import { beginOpening, type FirstOpening } from './gather/opening';
import { preloadTab } from './parts';
import { ProjectTabs } from './project-tabs';
import { useAddress } from './use-address';
import { useProject } from './use-project';
import { useStreams } from './use-streams';

const text = messages.project;
const PLACEHOLDERS = ['32px', '40px', '420px', '160px'] as const;

interface ProjectPageProps {
  project: { id: string; key: string };
  begun: FirstOpening | undefined;
}

function ProjectPage({ project, begun }: ProjectPageProps) {
  const zone = useFormat().timeZone;
  // One moment for the whole view: a page that is left open keeps telling the same story.
  const [now] = useState(() => Date.now());
  const today = dayOf(now, zone);
  const [first] = useState(() => begun ?? beginOpening(project.id, () => preloadTab('outcome')));
  const [early] = useState(() => withAhead(jira));
  const [openCalls] = useState(() => limitCalls(early.jira, SIDE_BY_SIDE));
  const [base] = useState(() => openCalls().jira);
  const { address, change } = useAddress(today, first.history);
  const { state, retry } = useProject({ jira: base, projectId: project.id, zone, first });
  const tab = address?.tab;
  // The first numbers rest on the types and the address alone; goals and parents only sort them.
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (!address || asked.current) return;
    asked.current = true;
    const { from, to, narrowing, weight } = address;
    if (address.tab !== 'outcome' || Object.keys(narrowing).length > 0 || weight !== 'count')
      return;
    first.types
      .then(({ standardTypeIds }) =>
        askFinished(early, { projectId: project.id, zone, days: { from, to }, standardTypeIds }),
      )
      .catch(() => undefined);
  }, [address, first, early, project.id, zone]);
  // Read beside the rest, because the numbers of the first tab wait for them.
  const [wantsStreams, setWantsStreams] = useState(false);
  if (tab === 'outcome' && !wantsStreams) setWantsStreams(true);
  const streams = useStreams({ jira: base, projectId: project.id, first, wanted: wantsStreams });
  useLayoutEffect(() => {
    if (tab !== undefined) preloadTab(tab);
  }, [tab]);
  return (
    <div className="lp-page" style={{ padding: token('space.300') }}>
      <Stack space="space.100">
        <h1 style={{ font: token('font.heading.large'), margin: 0 }}>{text.title}</h1>
        {state.kind === 'failed' ? (
          <Failure title={text.failed} trouble={state.trouble} onRetry={retry} />
        ) : null}
        {state.kind === 'loading' || (state.kind === 'ready' && !address) ? (
          <SkeletonStack heights={PLACEHOLDERS} />
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
          />
        ) : null}
      </Stack>
    </div>
  );
}

/** `begun` is what was asked while this code was fetched. */
export function ProjectSurface({ context, begun }: SurfaceProps & { begun?: FirstOpening }) {
  const { project } = context.extension;
  if (!project) return <p role="alert">{messages.errors.noSubject}</p>;
  return <ProjectPage project={project} begun={begun} />;
}
