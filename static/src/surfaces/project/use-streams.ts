// The streams of a project, read once they are wanted. Until some are saved, one per component.
import { useLayoutEffect, useState } from 'react';
import { streamsOfComponents, type Stream } from '../../../../src/domain/filter';
import { readComponents } from './gather/components';
import type { JiraCall } from './gather/jira-call';

export interface StreamList {
  streams: readonly Stream[];
  /** They could not be read; what needs none of them goes on. */
  failed: boolean;
}

const NONE: StreamList = { streams: [], failed: true };

/** Null until they are known. */
export function useStreams(jira: JiraCall, projectId: string, wanted: boolean): StreamList | null {
  const [list, setList] = useState<StreamList | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    let alive = true;
    readComponents(jira, projectId).then(
      (components) => alive && setList({ streams: streamsOfComponents(components), failed: false }),
      () => alive && setList(NONE),
    );
    return () => {
      alive = false;
    };
  }, [jira, projectId, wanted]);
  return list;
}
