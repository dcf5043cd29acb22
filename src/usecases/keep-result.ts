// Keeping a result: in storage with its act, then on the item. What Jira does not take is kept all
// the same, and marked.
import type { ResultView } from '../contract/procedures';
import { canonical } from '../contract/properties';
import { AppError } from '../domain/errors';
import { valueOf, type Read, type Result } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import type { Act, KeptResult, Ports, Said } from '../ports';
import { showKept, stopsRound, type ShownBy } from './show-kept';

export interface ResultPlace {
  itemId: string;
  projectId: string;
  by: string;
  /** Instant in milliseconds. */
  at: number;
}

/** What pages get of a kept result. */
export function resultView(itemId: string, kept: KeptResult): ResultView {
  const { writes: _writes, saidAt: _saidAt, unsorted: _unsorted, gone: _gone, ...said } = kept;
  return { itemId, ...said };
}

/** What the item's property says. */
export const shownOf = (given: Said | null): Result | null =>
  given && { result: given.result, evidence: given.evidence, at: given.at };

/**
 * Whether the item shows something else than what is kept and was written. Where this version can read
 * what is kept, no later one has written it, whatever the item says.
 */
export function isOverwritten({ given, written }: KeptResult, shown: Read<Result>): boolean {
  if (!written) return false;
  if (shown.kind === 'unreadable' || shown.kind === 'newer') return true;
  return canonical(valueOf(shown)) !== canonical(shownOf(given));
}

/** @throws AppError conflict, with what is kept in `details`, when the page showed another revision */
export function expectResultRevision(itemId: string, kept: KeptResult | null, rev: number): void {
  if ((kept?.rev ?? 0) !== rev)
    throw new AppError('conflict', MESSAGES.result.changed, {
      details: kept && resultView(itemId, kept),
    });
}

/**
 * The record after somebody said something new, or took it back; what stood before is kept.
 * @param at instant in milliseconds
 */
export function withGiven(before: KeptResult | null, given: Said | null, at: number): KeptResult {
  const stood = before?.given;
  return {
    rev: (before?.rev ?? 0) + 1,
    writes: (before?.writes ?? 0) + 1,
    given,
    written: false,
    earlier: [...(before?.earlier ?? []), ...(stood ? [stood] : [])],
    later: before?.later ?? [],
    saidAt: at,
  };
}

/**
 * Shows a kept result on its item. What fails here is logged: the result is kept already, and the
 * nightly round tries again.
 */
export async function showResult(
  ports: Ports,
  { itemId, projectId }: Pick<ResultPlace, 'itemId' | 'projectId'>,
  kept: KeptResult,
  shownBy: ShownBy = 'page',
): Promise<KeptResult> {
  try {
    return await showKept(
      {
        show: ({ given }) => ports.items.writeResult(itemId, shownOf(given)),
        mark: ({ gone: _gone, ...one }) => ({ ...one, written: true, writes: one.writes + 1 }),
        save: (next, { writes }) => ports.results.save(itemId, projectId, next, writes, null),
        read: () => ports.results.read(itemId),
      },
      kept,
    );
  } catch (error) {
    if (stopsRound(shownBy, error)) throw error;
    ports.log.error('result kept, not shown in Jira', error, { itemId });
    return kept;
  }
}

/** How often a record is made anew because it was marked as shown meanwhile. */
const MADE_AT_MOST = 5;

/**
 * Stores the next record with its act; a lost reply counts as stored.
 * @param make the next record over the one before; called again when that was only marked as shown
 * @returns the record as it is stored
 * @throws AppError conflict when somebody else said something meanwhile
 */
export async function storeResult(
  ports: Ports,
  { itemId, projectId, by, at }: ResultPlace,
  kind: Act['kind'],
  make: (before: KeptResult | null) => KeptResult,
  before: KeptResult | null,
): Promise<KeptResult> {
  let over = before;
  for (let made = 1; ; made += 1) {
    const next = make(over);
    const act: Act = {
      projectId,
      subject: itemId,
      kind,
      by,
      at,
      before: over && { given: over.given, later: over.later.at(-1) ?? null },
      after: { given: next.given, later: next.later.at(-1) ?? null },
    };
    try {
      await ports.results.save(itemId, projectId, next, over?.writes ?? 0, act);
      return next;
    } catch (error) {
      const kept = await ports.results.read(itemId).catch(() => null);
      if (kept && canonical(kept) === canonical(next)) return next;
      const overtaken = error instanceof AppError && error.code === 'conflict';
      if (!overtaken || !kept || made === MADE_AT_MOST) throw error;
      // Somebody else said something in the same moment: the page shows what.
      expectResultRevision(itemId, kept, before?.rev ?? 0);
      over = kept;
    }
  }
}
