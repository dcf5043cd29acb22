// Taking back a decision that was applied: a killed item is moved back first, as this person, where
// its workflow has a way to the status it was in.
import type { DecisionView } from '../../contract/decision-procedures';
import { AppError } from '../../domain/errors';
import { exitBack } from '../../domain/exits';
import { refusalOf } from './begin';
import {
  codeOf,
  isBusy,
  isLost,
  putOff,
  settle,
  steadily,
  StoppedError,
  type Patience,
} from './calls';
import type { BackOutcome, NotApplied } from './outcome';
import type { ApplyPorts } from './ports';

const MOST_MOVES = 3;

/** What is to be taken back: the decision that stands, as the page shows it. */
export interface Standing {
  itemId: string;
  itemKey: string;
  view: DecisionView;
}

type Reopened = { kind: 'open'; keepsResolution: boolean } | NotApplied;

/** Brings a killed item back into the status that it was in. */
async function reopen(
  ports: ApplyPorts,
  patience: Patience,
  itemId: string,
  wasIn: string,
): Promise<Reopened> {
  for (let sent = 0; ; sent += 1) {
    const item = await steadily(patience, () => ports.look(itemId), sent > 0);
    if (item === null) return { kind: 'changed', changed: ['gone'] };
    if (!item.isDone) return { kind: 'open', keepsResolution: item.resolutionId !== null };
    if (sent === MOST_MOVES) return { kind: 'failed', code: 'jira_unavailable', words: '' };
    const exits = await steadily(patience, () => ports.exits(itemId), sent > 0);
    const choice = exitBack(exits, wasIn);
    if (!('exit' in choice)) return { kind: 'refused', why: choice };
    try {
      await ports.move(itemId, choice.exit.id, {});
    } catch (error) {
      if (isBusy(error)) {
        putOff(patience, error);
        await settle(patience);
      } else if (isLost(error)) await patience.sleep(1_000 * (sent + 1));
      else return refusalOf(error);
    }
  }
}

/** Takes one decision back. Never rejects. */
export async function takeBackOne(
  ports: ApplyPorts,
  patience: Patience,
  { itemId, view }: Standing,
): Promise<BackOutcome> {
  const { now } = view;
  try {
    if (patience.stopped) return { kind: 'left' };
    if (!now) return { kind: 'changed', changed: ['decision'] };
    const reopened: Reopened =
      now.kind === 'kill'
        ? await reopen(ports, patience, itemId, now.wasIn)
        : { kind: 'open', keepsResolution: false };
    if (reopened.kind !== 'open') return reopened;
    const after = await undo(ports, patience, itemId, view.rev);
    return { kind: 'undone', view: after, keepsResolution: reopened.keepsResolution };
  } catch (error) {
    if (error instanceof StoppedError) return { kind: 'left' };
    if (codeOf(error) === 'conflict') return { kind: 'changed', changed: ['decision'] };
    return error instanceof AppError
      ? refusalOf(error)
      : { kind: 'failed', code: 'internal', words: '' };
  }
}

/** A try whose reply was lost finds that nothing stands any more; so does one after the night. */
async function undo(
  ports: ApplyPorts,
  patience: Patience,
  itemId: string,
  rev: number,
): Promise<DecisionView | null> {
  let wasLost = false;
  const send = (): Promise<DecisionView> =>
    ports.undo(itemId, rev).catch((error: unknown) => {
      wasLost ||= isLost(error) || isBusy(error);
      throw error;
    });
  try {
    return await steadily(patience, send, true);
  } catch (error) {
    if (wasLost && codeOf(error) === 'not_found') return null;
    throw error;
  }
}
