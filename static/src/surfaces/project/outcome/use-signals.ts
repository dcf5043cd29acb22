// What stands out in the project: counted once somebody looks, whatever window is shown.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { signalNumbers } from '../../../../../src/domain/signal-numbers';
import { signalsOf, type EvidenceName, type Signal } from '../../../../../src/domain/signals';
import { call } from '../../../forge';
import { printSums } from '../gather/backlog-counts';
import type { Numbers } from '../gather/counts';
import { isKnown, type NumberState } from '../gather/number-state';
import type { WindowName } from '../gather/names';
import { useCounts, type Where } from '../use-numbers';
import { searchOf } from './number-searches';

/** Numbers that the window has anyway. */
const isOfWindow = (name: EvidenceName): name is EvidenceName & WindowName =>
  name === 'aimed' ||
  name === 'answered' ||
  name === 'answeredAfterDone' ||
  name.startsWith('goal.');

export interface Signals {
  /** Null while their numbers are counted. */
  signals: readonly Signal[] | null;
  state: (name: EvidenceName) => NumberState | undefined;
  jql: (name: EvidenceName) => string | null;
  retry: (name: EvidenceName) => void;
}

interface OfWindow {
  numbers: Numbers<WindowName>;
  searchOf: (name: WindowName) => string | null;
  retry: (name: WindowName) => void;
}

const isWaiting = (state: NumberState | undefined): boolean =>
  state === undefined || state.kind === 'counting';

export function useSignals(where: Where, project: OpenProject, window: OfWindow): Signals {
  const { frame, zone, projectId, openCalls } = where;
  const { goals, today } = project;
  const readings = useMemo(() => goals.flatMap((goal) => goal.readings), [goals]);
  const asked = useMemo(
    () => signalNumbers({ frame, readings, today, zone }),
    [frame, readings, today, zone],
  );
  const sums = useMemo(
    () => printSums(asked, { projectId, zone, frame }),
    [asked, projectId, zone, frame],
  );
  const counted = useCounts<string>(openCalls, sums);
  const search = useMemo(
    () => searchOf<string>(asked, { projectId, zone, frame }),
    [asked, projectId, zone, frame],
  );
  const state = (name: EvidenceName): NumberState | undefined =>
    isOfWindow(name) ? window.numbers[name] : counted.numbers[name];
  const number = (name: EvidenceName): number | null => {
    const found = state(name);
    return isKnown(found) ? found.value : null;
  };
  const waits =
    Object.keys(asked).some((name) => isWaiting(counted.numbers[name])) ||
    isWaiting(window.numbers.aimed);
  return {
    signals: waits ? null : signalsOf({ goals, readings, today, number }),
    state,
    jql: (name) => (isOfWindow(name) ? window.searchOf(name) : search(name)),
    retry: (name) => (isOfWindow(name) ? window.retry(name) : counted.retry(name)),
  };
}

/** Signals that this person dismissed, shown at once and taken back where it could not be saved. */
export function useDismissed(project: Pick<OpenProject, 'projectId' | 'dismissedSignals'>) {
  const { projectId, dismissedSignals } = project;
  const [dismissed, setDismissed] = useState<readonly string[]>(dismissedSignals);
  useEffect(() => setDismissed(dismissedSignals), [dismissedSignals]);
  // One after the other: they are kept in one list, and two at a time would lose one another.
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const dismiss = useCallback(
    async (signal: string, away: boolean) => {
      const put = (to: boolean) =>
        setDismissed((keys) =>
          to
            ? [...keys.filter((key) => key !== signal), signal]
            : keys.filter((key) => key !== signal),
        );
      put(away);
      waiting.current += 1;
      const sent = before.current.then(() =>
        call('signal.dismiss', { projectId, signal, dismissed: away }),
      );
      before.current = sent.catch(() => undefined);
      try {
        const answer = await sent;
        // An answer knows nothing of what was pressed after it was asked for.
        if (waiting.current === 1) setDismissed(answer.dismissed);
      } catch (error) {
        put(!away);
        throw error;
      } finally {
        waiting.current -= 1;
      }
    },
    [projectId],
  );
  return { dismissed, dismiss };
}
