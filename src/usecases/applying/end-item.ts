// A kill after its intent is stored: look again, one transition with the comment as the decider, then
// the record. Whatever stops it before the transition gives the intent up; after it nothing does.
import {
  decisionConflict,
  type DecisionConflict,
  type DecisionView,
} from '../../contract/decision-procedures';
import { readBy } from '../../contract/read-by';
import { changesSince } from '../../domain/decision';
import { AppError } from '../../domain/errors';
import { chooseExit, type ExitChoice } from '../../domain/exits';
import { isBusy, isLost, putOff, steadily } from './calls';
import { SKEW_MS } from '../../domain/moves';
import { ABANDONED_MS, refusalOf, standsTheSame, type Applying } from './begin';
import type { ApplyOutcome, ChangedPart, NotApplied } from './outcome';
import type { ApplyOptions, ItemLook } from './ports';

/** A transition whose reply is lost is made so often, each time after another look. */
const MOST_MOVES = 3;
/** A record that somebody overtakes is made so often. */
const MOST_FINISHES = 3;
/**
 * An intent that is older than this, in milliseconds, is begun anew before the transition: it leaves
 * the call half a minute until another window of this person may take the intent for forgotten.
 */
const FRESH_MS = ABANDONED_MS / 2;

export interface Intended extends Applying {
  intent: string;
  /** What stood when it was begun. */
  begun: DecisionView;
  /** When it was stored, milliseconds. */
  since: number;
}

/** `again`: it had to wait, and the item is begun anew. */
export type Ended = ApplyOutcome | { kind: 'again' };

/** What a conflict says of the item; null for another failure. */
function conflictOf(error: unknown): DecisionConflict | null {
  if (!(error instanceof AppError) || error.code !== 'conflict') return null;
  return readBy(decisionConflict, error.details).data ?? null;
}

/** Gives the intent up; where that fails the night does. */
export async function drop(intended: Intended): Promise<void> {
  const { ports, patience, entry, intent } = intended;
  try {
    intended.rev = (await steadily(patience, () => ports.drop(entry.itemId, intent), true)).rev;
  } catch (error) {
    // Dropped already, by a call whose reply was lost or by another window.
    const known = conflictOf(error);
    if (known?.view && standsTheSame(known.view, intended.begun)) intended.rev = known.view.rev;
  }
}

async function giveUp(intended: Intended, outcome: NotApplied): Promise<NotApplied> {
  await drop(intended);
  return { ...outcome, rev: intended.rev };
}

/** Adds the comment where it is not there and records the kill; the item is closed by now. */
async function record(intended: Intended, words: string): Promise<ApplyOutcome> {
  const { ports, patience, entry } = intended;
  const since = intended.since - SKEW_MS;
  const commented = await steadily(
    patience,
    () => ports.comment(entry.itemId, words, since),
    true,
  ).then(
    () => true,
    () => false,
  );
  const told = await finish(intended);
  if (told === 'never') await drop(intended);
  if (told === 'open') return giveUp(intended, { kind: 'changed', changed: ['status'] });
  const [view, unrecorded] = typeof told === 'string' ? [null, told] : [told, false as const];
  return { kind: 'applied', view, unrecorded, uncommented: !commented };
}

/** Asks for the record; otherwise why there is none, `open` for an item that is not closed. */
async function finish({
  ports,
  patience,
  entry: { itemId },
  intent,
}: Intended): Promise<DecisionView | 'night' | 'never' | 'open'> {
  for (let asked = 0; asked < MOST_FINISHES; asked += 1) {
    try {
      return await steadily(patience, () => ports.finish(itemId, intent), true);
    } catch (error) {
      const known = conflictOf(error);
      if (!known) return 'night';
      const { changed, view } = known;
      if (changed.includes('status')) return 'open';
      if (changed.includes('closed')) return 'never';
      // Somebody else may have written beside it; without the intent nobody records it.
      if (view?.intent?.id !== intent && view?.now?.attempt !== intent) return 'never';
    }
  }
  return 'night';
}

/** Undefined when Jira does not say. */
const look = (
  { ports, patience, entry }: Applying,
  toTheEnd = false,
): Promise<ItemLook | null | undefined> =>
  steadily(patience, () => ports.look(entry.itemId), toTheEnd).catch((error: unknown) => {
    if (error instanceof AppError) return undefined;
    throw error;
  });

function changesOf({ entry, projectId }: Applying, item: ItemLook): ChangedPart[] {
  if (item.projectId !== projectId) return ['project'];
  const { seen } = entry;
  return changesSince(seen, { ...item, rev: seen.rev });
}

/** What came of a transition that was sent. */
async function move(
  intended: Intended,
  { exit, resolutionId }: ExitChoice,
  words: string,
): Promise<'made' | 'look' | Ended> {
  const { ports, patience, entry } = intended;
  try {
    await ports.move(entry.itemId, exit.id, {
      ...(resolutionId !== null && { resolutionId }),
      ...(exit.hasScreen && { comment: words }),
    });
    return 'made';
  } catch (error) {
    if (isLost(error)) return 'look';
    if (isBusy(error)) {
      putOff(patience, error);
      await drop(intended);
      return { kind: 'again' };
    }
    // Refused for what it is, or because the item has changed just now.
    const item = await look(intended, true);
    if (item === null || (item && changesOf(intended, item).length > 0)) return 'look';
    return giveUp(intended, refusalOf(error));
  }
}

/** The item is closed: by this person, since the intent, or by somebody else. */
async function settleClosed(
  intended: Intended,
  { wasSent, changed }: { wasSent: boolean; changed: ChangedPart[] },
  words: string,
): Promise<ApplyOutcome> {
  const { ports, patience, entry } = intended;
  const since = intended.since - SKEW_MS;
  const mine = await steadily(
    patience,
    () => ports.movedBy(entry.itemId, ports.me, since),
    true,
  ).catch(() => wasSent);
  return mine ? record(intended, words) : giveUp(intended, { kind: 'changed', changed });
}

const UNSURE: NotApplied = { kind: 'failed', code: 'jira_unavailable', words: '' };

/** @throws {StoppedError} before a transition was sent; the intent is still there */
export async function endItem(intended: Intended, options: ApplyOptions): Promise<Ended> {
  const { ports, patience, entry } = intended;
  const words = options.comment(entry.decision.reason.trim());
  const { itemId } = entry;
  for (let sent = 0; ; sent += 1) {
    const wasSent = sent > 0;
    const item = await look(intended, wasSent);
    // Where nobody can say whether it was closed, the intent stays for the night to look at.
    if (item === undefined)
      return wasSent ? { ...UNSURE, rev: intended.rev } : giveUp(intended, UNSURE);
    if (item === null) return giveUp(intended, { kind: 'changed', changed: ['gone'] });
    const changed = changesOf(intended, item);
    if (item.isDone) return settleClosed(intended, { wasSent, changed }, words);
    if (changed.length > 0) return giveUp(intended, { kind: 'changed', changed });
    if (sent === MOST_MOVES || (wasSent && patience.stopped)) return giveUp(intended, UNSURE);
    const exits = await steadily(patience, () => ports.exits(itemId), wasSent).catch(
      (error: unknown) => {
        if (error instanceof AppError) return null;
        throw error;
      },
    );
    if (exits === null) return giveUp(intended, UNSURE);
    const choice = chooseExit(exits, options.kill, options.undelivered);
    if (!('exit' in choice)) return giveUp(intended, { kind: 'refused', why: choice });
    if (ports.now() - intended.begunAt > FRESH_MS) {
      await drop(intended);
      return { kind: 'again' };
    }
    const made = await move(intended, choice, words);
    if (made === 'made') return record(intended, words);
    if (made !== 'look') return made;
    // What was lost on the way back may still be under way.
    await patience.sleep(1_000 * (sent + 1));
  }
}
