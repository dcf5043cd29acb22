// What every tab rests on: goals and rules from one function run, the site's ids and the answered
// parents from Jira as the viewer.
import { useCallback, useEffect, useState } from 'react';
import type { OpenProject } from '../../../../src/contract/procedures';
import type { Frame } from '../../../../src/domain/band';
import { knownRules, undeliveredOf, type Rules } from '../../../../src/domain/rules';
import { troubleOf, type Trouble } from '../../components/failure';
import { call } from '../../forge';
import { readParents, readSite, type Site } from './gather/site';
import type { JiraCall } from './gather/jira-call';

export interface Opened {
  project: OpenProject;
  frame: Frame;
}

export type ProjectState =
  { kind: 'loading' } | { kind: 'failed'; trouble: Trouble } | { kind: 'ready'; opened: Opened };

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** The rules as far as this site can be searched by them. */
const searchable = (rules: Rules, { typeIds, resolutions, statuses }: Site): Rules =>
  knownRules(rules, {
    typeIds,
    resolutionIds: idsOf(resolutions),
    statusIds: idsOf(statuses),
  });

async function openProject(jira: JiraCall, projectId: string, zone: string): Promise<Opened> {
  const site = readSite(jira, projectId);
  const parents = site.then(({ aboveTypeIds }) =>
    readParents(jira, { projectId, zone, aboveTypeIds }),
  );
  const [project, found, answered] = await Promise.all([
    call('project.open', { projectId }),
    site,
    parents,
  ]);
  const rules = searchable(project.rules, found);
  const frame: Frame = {
    goals: project.goals,
    rules,
    standardTypeIds: found.standardTypeIds,
    undelivered: undeliveredOf(rules, found),
    parents: answered,
  };
  return { project, frame };
}

/** Opens the project, and again on `retry`. */
export function useProject(
  jira: JiraCall,
  projectId: string,
  zone: string,
): { state: ProjectState; retry: () => void } {
  const [state, setState] = useState<ProjectState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let alive = true;
    setState({ kind: 'loading' });
    openProject(jira, projectId, zone).then(
      (opened) => alive && setState({ kind: 'ready', opened }),
      (error: unknown) => alive && setState({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [jira, projectId, zone, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { state, retry };
}
