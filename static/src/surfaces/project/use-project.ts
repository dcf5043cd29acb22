// What every tab rests on: goals and rules from one function run, the site's ids and the answered
// parents from Jira as the viewer.
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { OpenProject } from '../../../../src/contract/procedures';
import type { Frame } from '../../../../src/domain/band';
import { completeAnswer } from '../../../../src/domain/inherit';
import type { ParentFacts } from '../../../../src/domain/item';
import { knownRules, undeliveredOf, type Named, type Rules } from '../../../../src/domain/rules';
import { troubleOf, type Trouble } from '../../components/failure';
import type { Calls, JiraCall } from './gather/jira-call';
import { openingOf, type Opening } from './gather/opening';
import { readParents } from './gather/parents';
import type { Site } from './gather/site';

export interface Opened {
  project: OpenProject;
  frame: Frame;
  /** Types whose items are parents of standard ones: epics and above. */
  aboveTypeIds: readonly string[];
  /** The standard types, as they are called. */
  types: readonly Named[];
}

export type ProjectState =
  | { kind: 'loading' }
  | { kind: 'failed'; trouble: Trouble }
  | { kind: 'ready'; opened: Opened };

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** The rules as far as this site can be searched by them. */
const searchable = (rules: Rules, { typeIds, resolutions, statuses }: Site): Rules =>
  knownRules(rules, {
    typeIds,
    resolutionIds: idsOf(resolutions),
    statusIds: idsOf(statuses),
  });

async function openProject(
  jira: JiraCall,
  projectId: string,
  zone: string,
  opening: Opening = openingOf(jira, projectId),
): Promise<Opened> {
  const parents = opening.types.then(({ aboveTypeIds }) =>
    readParents(jira, { projectId, zone, aboveTypeIds }),
  );
  const [project, found, answered] = await Promise.all([opening.project, opening.site, parents]);
  const rules = searchable(project.rules, found);
  const frame: Frame = {
    goals: project.goals,
    rules,
    standardTypeIds: found.standardTypeIds,
    undelivered: undeliveredOf(rules, found),
    parents: answered,
  };
  return { project, frame, aboveTypeIds: found.aboveTypeIds, types: found.standardTypes };
}

interface ProjectOptions {
  jira: JiraCall;
  projectId: string;
  zone: string;
  /** What is under way already; another try asks everything anew. */
  first: Opening;
}

/** Opens the project, and again on `retry`. */
export function useProject({ jira, projectId, zone, first }: ProjectOptions): {
  state: ProjectState;
  retry: () => void;
} {
  const [state, setState] = useState<ProjectState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  // Asked before the placeholders are painted.
  useLayoutEffect(() => {
    let alive = true;
    setState({ kind: 'loading' });
    openProject(jira, projectId, zone, round === 0 ? first : undefined).then(
      (opened) => alive && setState({ kind: 'ready', opened }),
      (error: unknown) => alive && setState({ kind: 'failed', trouble: troubleOf(error) }),
    );
    return () => {
      alive = false;
    };
  }, [jira, projectId, zone, first, round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { state, retry };
}

/** The frame with parents that were answered on this page; an answer that Jira listed counts more. */
function withParents(frame: Frame, answered: readonly ParentFacts[]): Frame {
  const answering = frame.parents.filter((one) => completeAnswer(one.answer, frame.goals));
  const listed = new Set(answering.map(({ id }) => id));
  const others = answered.filter(({ id }) => !listed.has(id));
  const ids = new Set(others.map(({ id }) => id));
  const rest = frame.parents.filter(({ id }) => !ids.has(id));
  return others.length === 0 ? frame : { ...frame, parents: [...rest, ...others] };
}

export interface OpenedAgain {
  opened: Opened;
  /** The frame as it is since parents were answered here. What was counted before rests on the old one. */
  frameNow: Frame;
  /** Remembers a parent that was answered here: Jira's search finds it only after a while. */
  remember: (parent: ParentFacts) => void;
  /** Opens the project anew behind what is shown. @throws {CallError} and shows the old one */
  openAgain: () => Promise<void>;
  /** Makes all numbers be counted again: opens the project anew, with the old one where it can't. */
  countAgain: () => void;
  /** Takes what a procedure answered, such as a saved reading. Nothing is counted again for it. */
  takeProject: (project: OpenProject) => void;
}

/** An opened project that can be opened again without leaving the view. */
export function useOpened(
  first: Opened,
  { openCalls, projectId, zone }: { openCalls: () => Calls; projectId: string; zone: string },
): OpenedAgain {
  const [opened, setOpened] = useState(first);
  const [answered, setAnswered] = useState<readonly ParentFacts[]>([]);
  const frameNow = useMemo(() => withParents(opened.frame, answered), [opened, answered]);
  const remember = useCallback(
    (parent: ParentFacts) =>
      setAnswered((before) => [...before.filter(({ id }) => id !== parent.id), parent]),
    [],
  );
  const openAgain = useCallback(async () => {
    const next = await openProject(openCalls().jira, projectId, zone);
    setOpened({ ...next, frame: withParents(next.frame, answered) });
  }, [openCalls, projectId, zone, answered]);
  const countAgain = useCallback(() => {
    openAgain().catch(() => setOpened((before) => ({ ...before, frame: { ...before.frame } })));
  }, [openAgain]);
  const takeProject = useCallback(
    (project: OpenProject) => setOpened((before) => ({ ...before, project })),
    [],
  );
  return { opened, frameNow, remember, openAgain, countAgain, takeProject };
}
