// The runner of each project, for as long as the page is open.
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../../../forge';
import { guardLeaving, sleep } from '../../many/leaving';
import { createLaneRunner, type Answered, type LaneRunner, type RunView } from './lane-run';

const runners = new Map<string, LaneRunner>();

/** The one runner of a project. */
export function runnerOf(projectId: string): LaneRunner {
  const known = runners.get(projectId);
  if (known) return known;
  const made = createLaneRunner({
    save: (payload) => call('answer.save', payload),
    sleep,
    now: () => Date.now(),
  });
  guardLeaving(made.subscribe, () => made.view()?.running === true);
  runners.set(projectId, made);
  return made;
}

/** What the runner shows; what became whole is told once each, also what did while nobody looked. */
export function useRun(
  runner: LaneRunner,
  onAnswered: (answered: Answered) => void,
): RunView | null {
  const view = useSyncExternalStore(runner.subscribe, runner.view);
  useEffect(() => {
    for (const answered of runner.takeAnswered()) onAnswered(answered);
  });
  return view;
}
