// What this window knows of one item's draft: what the app holds, and what only stands here.
import { draft as draftShape } from '../../../../src/contract/drafts';
import { readBy } from '../../../../src/contract/read-by';
import type { OpenItem } from '../../../../src/contract/procedures';
import { call, CallError } from '../../forge';
import { sameDraft, type StandIn, type TypedDraft } from './draft-stand-in';

export type KeptDraft = NonNullable<OpenItem['draft']>;

/** Another window of the same person keeps something else. */
export class RivalDraft extends Error {
  constructor(readonly draft: KeptDraft) {
    super('Another window keeps a different draft');
    this.name = 'RivalDraft';
  }
}

export interface DraftStore {
  /** The newer of the app's draft and the copy in this browser; null when there is neither. */
  opened: KeptDraft | null;
  /** What was typed and is not with the app yet. */
  unsent: () => TypedDraft | null;
  /** Takes down what is typed, before any call. */
  note: (draft: TypedDraft) => void;
  /** @throws {RivalDraft} for another window's draft; {CallError} when it was not kept */
  send: (draft: TypedDraft) => Promise<void>;
  /** This window goes on from that draft: it may be written over. */
  goOnFrom: (rival: KeptDraft) => void;
  /** What was typed is of no use any more. */
  forget: () => void;
}

/** As many of this window's own texts as may be with the app without its answer having come back. */
const REMEMBERED = 4;

function rivalOf(error: unknown): KeptDraft | null {
  if (!(error instanceof CallError) || error.code !== 'conflict') return null;
  return readBy(draftShape, error.details).data ?? null;
}

/** Makes the store of one window from what the app gave at its opening. */
export function createDraftStore(
  itemId: string,
  kept: KeptDraft | null,
  standIn: StandIn,
  now: () => number,
): DraftStore {
  const copy = standIn.read();
  // Of the copy's own ground it is newer for sure; otherwise two clocks have to do.
  const takesCopy = copy && (!kept || kept.at === copy.over || copy.at > kept.at);
  let unsent: TypedDraft | null = takesCopy ? { texts: copy.texts, seen: copy.seen } : null;
  let over = takesCopy ? copy.over : (kept?.at ?? null);
  let mine: TypedDraft[] = unsent ? [unsent] : [];
  if (copy && !takesCopy) standIn.remove();

  async function send(draft: TypedDraft): Promise<void> {
    mine = [...mine, draft].slice(-REMEMBERED);
    const { texts, seen } = draft;
    const save = () => call('draft.save', { itemId, texts, seen, over });
    const { at } = await save().catch((error: unknown) => {
      const rival = rivalOf(error);
      if (!rival) throw error;
      // Its own text, whose answer never came back or comes later.
      if (!mine.some((one) => sameDraft(one, rival))) throw new RivalDraft(rival);
      over = rival.at;
      return save();
    });
    over = Math.max(at, over ?? at);
    if (unsent && sameDraft(unsent, draft)) unsent = null;
    standIn.removeIf(draft);
  }

  return {
    opened: takesCopy ? { texts: copy.texts, seen: copy.seen, at: copy.at } : kept,
    unsent: () => unsent,
    note(draft) {
      unsent = draft;
      standIn.write({ ...draft, at: now(), over });
    },
    send,
    goOnFrom(rival) {
      over = rival.at;
    },
    forget() {
      unsent = null;
      standIn.remove();
    },
  };
}
