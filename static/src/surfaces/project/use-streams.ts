// The streams of a project, read once they are wanted. Until some are saved, one per component.
import { useLayoutEffect, useState } from 'react';
import { streamsOfComponents, type Stream } from '../../../../src/domain/filter';
import { readComponents } from './gather/components';
import type { JiraCall } from './gather/jira-call';
import type { FirstOpening } from './gather/opening';

/** A saved stream whose condition Jira does not take from this viewer, with Jira's words. */
export interface BrokenStream {
  id: string;
  name: string;
  why: string;
}

export interface StreamList {
  /** Those that can be counted. */
  streams: readonly Stream[];
  broken: readonly BrokenStream[];
  /** The project has saved its own. */
  saved: boolean;
  /** They could not be read; what needs none of them goes on. */
  failed: boolean;
}

interface StreamsOptions {
  jira: JiraCall;
  projectId: string;
  /** What is under way already. */
  first: Pick<FirstOpening, 'components' | 'project'>;
  wanted: boolean;
}

async function readStreams({ jira, projectId, first }: StreamsOptions): Promise<StreamList> {
  const { rules } = await first.project;
  if (rules.streams.length > 0) {
    const { readSaved } = await import('./gather/members');
    return readSaved(jira, rules.streams);
  }
  const components = (await first.components) ?? (await readComponents(jira, projectId));
  return { streams: streamsOfComponents(components), broken: [], saved: false, failed: false };
}

/** Null until they are known. */
export function useStreams(options: StreamsOptions): StreamList | null {
  const { jira, projectId, first, wanted } = options;
  const [list, setList] = useState<StreamList | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    let alive = true;
    readStreams({ jira, projectId, first, wanted }).then(
      (found) => alive && setList(found),
      () => alive && setList({ streams: [], broken: [], saved: false, failed: true }),
    );
    return () => {
      alive = false;
    };
  }, [jira, projectId, first, wanted]);
  return list;
}
