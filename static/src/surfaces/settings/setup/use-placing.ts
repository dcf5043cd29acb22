// Placing the gate on the ticked transitions of one workflow, and what came of it.
import { useState } from 'react';
import type { Setup, SetupWorkflow } from '../../../../../src/contract/setup';
import { troubleOf, type Trouble } from '../../../components/failure';
import { call, CallError } from '../../../forge';
import { messages } from '../../../messages';
import type { SettingsPageState } from '../page';
import { carriedTicks, placedOn, suggestedTicks, undoOf, type Ticked } from './ticks';
import type { SetupState } from './use-setup';

const text = messages.settings.setup.gate;

const CHANGED: readonly string[] = ['conflict', 'not_found'];

const workflowIn = (setup: Setup, id: string): SetupWorkflow | undefined =>
  setup.gate.known ? setup.gate.workflows.find((workflow) => workflow.id === id) : undefined;

/** What the last press came to. */
type Outcome =
  | { kind: 'none' }
  | { kind: 'done'; undo: ReturnType<typeof undoOf>; count: number }
  | { kind: 'partly' }
  | { kind: 'conflict' };

export interface Placing {
  wanted: string[];
  /** Ticks were changed by hand. */
  touched: boolean;
  outcome: Outcome;
  trouble: Trouble | null;
  sending: boolean;
  tick: (id: string, on: boolean) => void;
  reset: () => void;
  /** Makes the gate stand on exactly these transitions. */
  place: (ids: string[]) => void;
}

interface PlacingOptions {
  page: SettingsPageState;
  setup: SetupState;
  workflow: SetupWorkflow;
  /** The project does not use this workflow any more. */
  onGone: () => void;
}

export function usePlacing({ page, setup, workflow, onGone }: PlacingOptions): Placing {
  const { id: workflowId, transitions, version } = workflow;
  const [ticked, setTicked] = useState<Ticked | null>(null);
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [sending, setSending] = useState(false);
  const base = placedOn(transitions);
  const wanted = ticked ? carriedTicks(ticked, transitions) : suggestedTicks(transitions);
  const { projectId } = page.open;

  async function send(ids: string[]): Promise<void> {
    try {
      const after = await call('gate.place', {
        projectId,
        workflowId,
        version,
        transitionIds: ids,
      });
      const now = workflowIn(after, workflowId);
      const stands = now ? placedOn(now.transitions) : [];
      const whole = now !== undefined && stands.join() === ids.join();
      setTicked(null);
      const undo = undoOf(transitions, ids);
      setOutcome(whole ? { kind: 'done', undo, count: ids.length } : { kind: 'partly' });
      setup.take(after);
      page.say(whole ? text.said : text.partly);
    } catch (error) {
      // The workflow changed, or this transition or the whole workflow is not there any more.
      if (!(error instanceof CallError) || !CHANGED.includes(error.code)) throw error;
      const fresh = await call('setup.look', { projectId });
      setTicked({ wanted: ids, base });
      setOutcome({ kind: 'conflict' });
      setup.take(fresh);
      if (!workflowIn(fresh, workflowId)) onGone();
    }
  }

  return {
    wanted,
    touched: ticked !== null,
    outcome,
    trouble,
    sending,
    tick(id, on) {
      const next = on ? [...wanted, id] : wanted.filter((other) => other !== id);
      setTicked({ wanted: next, base });
      setOutcome({ kind: 'none' });
    },
    reset() {
      setTicked(null);
      setOutcome({ kind: 'none' });
      setTrouble(null);
    },
    place(ids) {
      setSending(true);
      setTrouble(null);
      setOutcome({ kind: 'none' });
      send(ids)
        .catch((error: unknown) => setTrouble(troubleOf(error)))
        .finally(() => setSending(false));
    },
  };
}
