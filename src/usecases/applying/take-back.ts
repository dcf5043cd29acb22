// Taking back a decision that was applied. Ladder is asked first: only a kill that stands as the page
// shows it, and may be taken back, has its item moved back, as this person.
import { decisionConflict, type DecisionView } from '../../contract/decision-procedures';
import { readBy } from '../../contract/read-by';
import type { Decided } from '../../domain/decision';
import { AppError } from '../../domain/errors';
import { exitBack } from '../../domain/exits';
import { SKEW_MS } from '../../domain/moves';
import { refusalOf, standsTheSame } from './begin';
import { isBusy, isLost, putOff, settle, steadily, StoppedError, type Patience } from './calls';
import type { BackOutcome, NotApplied } from './outcome';
import type { ApplyPorts } from './ports';

const MOST_MOVES = 3;
/** Revisions in between, by kills that were begun and given up, that one try follows. */
const MOST_REVISIONS = 3;

/** What is to be taken back: the decision that stands, as the page shows it. */
export interface Standing {
  itemId: string;
  itemKey: string;
  view: DecisionView;
}

type Reopened = { kind: 'open'; keepsResolution: boolean } | NotApplied;

/** What Ladder says; `none` when nothing stands any more, `closed` when the item is in the way. */
type Asked =
  | { kind: 'undone'; view: DecisionView | null }
  | { kind: 'none' }
  | { kind: 'closed'; view: DecisionView }
  | NotApplied;

const OTHERWISE: NotApplied = { kind: 'changed', changed: ['decision'] };

/** Brings an item back into the status that it was killed in. */
async function reopen(
  ports: ApplyPorts,
  patience: Patience,
  itemId: string,
  { by, at, wasIn }: Decided,
): Promise<Reopened> {
  for (let sent = 0; ; sent += 1) {
    const item = await steadily(patience, () => ports.look(itemId), sent > 0);
    if (item === null) return { kind: 'changed', changed: ['gone'] };
    if (!item.isDone) return { kind: 'open', keepsResolution: item.resolutionId !== null };
    if (sent === MOST_MOVES) return { kind: 'failed', code: 'jira_unavailable', words: '' };
    // Reopened and closed again since, it is not the kill that closed it.
    const isKill = () => ports.movedBy(itemId, by, at - SKEW_MS);
    if (sent === 0 && !(await steadily(patience, isKill)))
      return { kind: 'changed', changed: ['status'] };
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

/** Asks Ladder to take back what stands. A try whose reply was lost finds that nothing does. */
async function ask(
  ports: ApplyPorts,
  patience: Patience,
  { itemId, view }: Pick<Standing, 'itemId' | 'view'>,
): Promise<Asked> {
  let { rev } = view;
  let wasLost = false;
  const send = (): Promise<DecisionView> =>
    ports.undo(itemId, rev).catch((error: unknown) => {
      wasLost ||= isLost(error) || isBusy(error);
      throw error;
    });
  for (let revisions = 0; ; revisions += 1) {
    try {
      return { kind: 'undone', view: await steadily(patience, send, true) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'not_found') return await nothingThere(ports, patience, itemId, wasLost);
      if (error.code !== 'conflict') return refusalOf(error);
      const known = readBy(decisionConflict, error.details);
      const now = known.success ? known.data.view : null;
      if (!known.success || !now || !standsTheSame(now, view)) return OTHERWISE;
      if (known.data.changed.includes('closed')) return { kind: 'closed', view: now };
      if (now.rev === rev || revisions === MOST_REVISIONS) return OTHERWISE;
      ({ rev } = now);
    }
  }
}

async function nothingThere(
  ports: ApplyPorts,
  patience: Patience,
  itemId: string,
  wasLost: boolean,
): Promise<Asked> {
  if (wasLost) return { kind: 'undone', view: null };
  const item = await steadily(patience, () => ports.look(itemId), true);
  return item === null ? { kind: 'changed', changed: ['gone'] } : { kind: 'none' };
}

/** Takes one decision back. Never rejects. */
export async function takeBackOne(
  ports: ApplyPorts,
  patience: Patience,
  { itemId, view }: Standing,
): Promise<BackOutcome> {
  const { now } = view;
  try {
    await settle(patience);
    if (!now) return OTHERWISE;
    const first = await ask(ports, patience, { itemId, view });
    if (first.kind === 'none') return OTHERWISE;
    if (first.kind === 'undone') return { ...first, keepsResolution: false };
    if (first.kind !== 'closed') return first;
    const reopened = await reopen(ports, patience, itemId, now);
    if (reopened.kind !== 'open') return reopened;
    const { keepsResolution } = reopened;
    const second = await ask(ports, patience, { itemId, view: first.view }).catch(() => null);
    if (second?.kind === 'undone') return { ...second, keepsResolution };
    // The night was there in between and found the item open.
    if (second?.kind === 'none') return { kind: 'undone', view: null, keepsResolution };
    return { kind: 'failed', code: 'reopened', words: '' };
  } catch (error) {
    if (error instanceof StoppedError) return { kind: 'left' };
    return error instanceof AppError
      ? refusalOf(error)
      : { kind: 'failed', code: 'internal', words: '' };
  }
}
