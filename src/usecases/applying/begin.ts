// The first step: Ladder takes the decision, or says what stands in its way. Nothing is done to the
// item here.
import { decisionConflict, type DecisionView } from '../../contract/decision-procedures';
import { readBy } from '../../contract/read-by';
import type { Decided, DecisionInput, DraftEntry } from '../../domain/decision';
import { AppError } from '../../domain/errors';
import { codeOf, isBusy, isLost, settle, steadily, type Patience } from './calls';
import type { NotApplied } from './outcome';
import type { ApplyPorts } from './ports';

/** An intent of one's own that is older than this is nobody's any more: its page was closed. */
export const ABANDONED_MS = 60_000;

/** What an item needs while it is applied; `rev` and `attempt` are kept up. */
export interface Applying {
  ports: ApplyPorts;
  patience: Patience;
  entry: DraftEntry;
  projectId: string;
  /** Revision of what is kept of the item's decisions, as far as is known here. */
  rev: number;
  attempt: string;
  /** When it was begun at the earliest, by this browser's clock, milliseconds. */
  begunAt: number;
}

/** Whether nobody has decided in between, or ended a decision: only intents came and went. */
export const standsTheSame = (one: DecisionView, other: DecisionView): boolean =>
  one.now?.at === other.now?.at &&
  one.now?.by === other.now?.by &&
  one.past.length === other.past.length;

export type Begun = { kind: 'begun'; view: DecisionView } | NotApplied;

const same = (made: Decided | null | undefined, wanted: DecisionInput, by: string): boolean =>
  made?.by === by &&
  made.kind === wanted.kind &&
  made.reason === wanted.reason.trim() &&
  (wanted.kind === 'kill' || wanted.kind === 'fix' || made.until === wanted.until);

/** Whether a conflict only shows what this very try has done, before its reply was lost. */
function isDone({ entry, attempt, ports }: Applying, view: DecisionView): boolean {
  const { decision } = entry;
  if (decision.kind === 'kill') return view.intent?.id === attempt;
  const made = decision.kind === 'fix' ? view.past.at(-1)?.decided : view.now;
  return same(made, decision, ports.me);
}

/** The outcome of a refusal of Ladder itself. */
export function refusalOf(error: unknown): NotApplied {
  const code = codeOf(error);
  const words = error instanceof AppError ? error.message : '';
  const fields = error instanceof AppError ? Object.values(error.fields ?? {}) : [];
  switch (code) {
    case 'not_found':
      return { kind: 'changed', changed: ['gone'] };
    case 'invalid_input':
    case 'forbidden':
    case 'limit_reached':
      return { kind: 'refused', why: { kind: 'words', words: fields.join(' ') || words } };
    default:
      return { kind: 'failed', code, words };
  }
}

/** What to do about a conflict: it was done already, to be tried over the newer revision, or an end. */
function onConflict(applying: Applying, error: AppError, wasLost: boolean): Begun | 'again' {
  const parsed = readBy(decisionConflict, error.details);
  if (!parsed.success) return { kind: 'changed', changed: ['decision'] };
  const { changed, view } = parsed.data;
  const { ports, entry } = applying;
  if (wasLost && view && isDone(applying, view)) return { kind: 'begun', view };
  const own = view?.intent?.decided.by === ports.me ? view.intent : null;
  if (view && own) {
    // Another window of this person may be in the middle of it.
    if (own.id !== applying.attempt && ports.now() - own.decided.at < ABANDONED_MS)
      return { kind: 'failed', code: 'elsewhere', words: '' };
    if (entry.decision.kind === 'kill' && changed.includes('closed')) {
      applying.begunAt = -Infinity;
      return { kind: 'begun', view };
    }
    if (changed.every((part) => part === 'decision') && applying.rev !== view.rev) {
      applying.rev = view.rev;
      return 'again';
    }
  }
  return { kind: 'changed', changed, rev: view?.rev };
}

/** Begins; a try whose reply was lost is told from what others did. @throws {StoppedError} */
export async function beginOne(applying: Applying): Promise<Begun> {
  const { ports, patience, entry } = applying;
  const { itemId, decision, seen } = entry;
  let wasLost = false;
  const send = (): Promise<DecisionView> => {
    if (!wasLost) applying.begunAt = ports.now();
    return ports
      .begin(itemId, decision, { ...seen, rev: applying.rev }, applying.attempt)
      .catch((error: unknown) => {
        wasLost ||= isLost(error) || isBusy(error);
        throw error;
      });
  };
  for (;;) {
    await settle(patience);
    try {
      return { kind: 'begun', view: await steadily(patience, send) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'conflict') return refusalOf(error);
      const next = onConflict(applying, error, wasLost);
      if (next !== 'again') return next;
    }
  }
}
