// The runner of each project for as long as the page is open, and the reader's account.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ApplyPorts } from '../../../../../../src/usecases/applying/ports';
import { readContext } from '../../../../forge';
import { guardLeaving } from '../../many/leaving';
import { browserPorts } from './browser-ports';
import { createApplyRunner, type ApplyRunner, type Listeners, type RunView } from './runner';

const runners = new Map<string, ApplyRunner>();

/** The one runner of a project. */
function runnerOf(projectId: string): ApplyRunner {
  const known = runners.get(projectId);
  if (known) return known;
  const made = createApplyRunner();
  guardLeaving(made.subscribe, () => made.view()?.running === true);
  runners.set(projectId, made);
  return made;
}

export interface Running {
  runner: ApplyRunner;
  view: RunView | null;
}

/** What runs in a project, told to whoever is shown. */
export function useRunner(projectId: string, listeners: Listeners): Running {
  const runner = runnerOf(projectId);
  const view = useSyncExternalStore(runner.subscribe, runner.view);
  const latest = useRef(listeners);
  latest.current = listeners;
  useEffect(
    () =>
      runner.listen({
        onEntry: (entry) => latest.current.onEntry(entry),
        onView: (one) => latest.current.onView(one),
      }),
    [runner],
  );
  return { runner, view };
}

/** Items that are being applied in this page now, and have not come to their end. */
export function useRunningItems(projectId: string): ReadonlySet<string> {
  const runner = runnerOf(projectId);
  const view = useSyncExternalStore(runner.subscribe, runner.view);
  const lines = view?.running ? view.lines : [];
  return new Set(lines.filter(({ state }) => state !== 'ended').map(({ itemId }) => itemId));
}

/** The ports of whoever reads the page; null until Jira has said who that is. */
export function usePorts(): ApplyPorts | null {
  const [ports, setPorts] = useState<ApplyPorts | null>(null);
  useEffect(() => {
    let alive = true;
    readContext().then(
      ({ accountId }) => alive && setPorts(browserPorts(accountId ?? '')),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, []);
  return ports;
}
