// The streams of a project, read once they are wanted. Until some are saved, one per component.
import { useLayoutEffect, useState } from 'react';
import { streamsOfComponents, type Stream } from '../../../../src/domain/filter';
import { readComponents } from './gather/components';
import type { JiraCall } from './gather/jira-call';
import type { FirstOpening } from './gather/opening';

export interface StreamList {
  streams: readonly Stream[];
  /** They could not be read; what needs none of them goes on. */
  failed: boolean;
}

const NONE: StreamList = { streams: [], failed: true };

interface StreamsOptions {
  jira: JiraCall;
  projectId: string;
  /** What is under way already. */
  first: Pick<FirstOpening, 'components'>;
  wanted: boolean;
}

/** Null until they are known. */
export function useStreams(options: StreamsOptions): StreamList | null {
  const { jira, projectId, first, wanted } = options;
  const [list, setList] = useState<StreamList | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    let alive = true;
    const components = first.components.then((begun) => begun ?? readComponents(jira, projectId));
    components.then(
      (found) => alive && setList({ streams: streamsOfComponents(found), failed: false }),
      () => alive && setList(NONE),
    );
    return () => {
      alive = false;
    };
  }, [jira, projectId, first, wanted]);
  return list;
}
