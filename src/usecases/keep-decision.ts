// Keeping a decision: in storage with its act, then on the item. What Jira does not take is kept all
// the same, and marked.
import type { DecisionView } from '../contract/decision-procedures';
import { canonical } from '../contract/properties';
import { PROPERTY_OF, type Decided, type Ended, type PastDecision } from '../domain/decision';
import { AppError } from '../domain/errors';
import { valueOf, type Decision, type Read } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import type { Act, KeptDecision, Ports } from '../ports';
import { showKept, stopsRound, type ShownBy } from './show-kept';

export interface DecisionPlace {
  itemId: string;
  projectId: string;
  /** Account of who acts; empty for the app. */
  by: string;
  /** Instant in milliseconds. */
  at: number;
}

/** What pages get of a kept decision. */
export const decisionViewOf = (
  itemId: string,
  { gone: _gone, ...kept }: KeptDecision,
): DecisionView => ({ itemId, ...kept });

export const NOTHING_KEPT: KeptDecision = {
  rev: 0,
  now: null,
  intent: null,
  written: true,
  past: [],
};

/** What the item's property says of a decision that stands. */
export function propertyOf(now: Decided | null): Decision | null {
  const decision = now && PROPERTY_OF[now.kind];
  if (!now || !decision) return null;
  return { decision, ...(now.until !== undefined && { until: now.until }) };
}

/**
 * Whether the item shows something else than what is kept and was written. Where this version can read
 * what is kept, no later one has written it, whatever the item says.
 */
export function isDecisionOverwritten(
  { now, written }: KeptDecision,
  shown: Read<Decision>,
): boolean {
  if (!written) return false;
  if (shown.kind === 'unreadable' || shown.kind === 'newer') return true;
  return canonical(valueOf(shown)) !== canonical(propertyOf(now));
}

const closed = (decided: Decided | null, ended: Ended): PastDecision[] =>
  decided ? [{ decided, ended }] : [];

/** The record after a new decision; the one that stood is replaced. */
export function withDecision(before: KeptDecision, next: Decided, at: number): KeptDecision {
  const replaced = closed(before.now, { how: 'replaced', by: next.by, at });
  return {
    rev: before.rev + 1,
    now: next,
    intent: null,
    written: false,
    past: [...before.past, ...replaced],
  };
}

/** The record after the decision that stood has ended. */
export const withoutDecision = (before: KeptDecision, ended: Ended): KeptDecision => ({
  rev: before.rev + 1,
  now: null,
  intent: before.intent,
  written: false,
  past: [...before.past, ...closed(before.now, ended)],
});

// A fix is done when it is made; another decision may stand beside it.
const afterOf = (kind: Act['kind'], { now, past }: KeptDecision): Decided | PastDecision | null =>
  (kind === 'decision.fix' ? null : now) ?? past.at(-1) ?? null;

/** Stores the next record with its act; a lost reply counts as stored. @throws AppError conflict */
export async function storeDecision(
  ports: Ports,
  { itemId, projectId, by, at }: DecisionPlace,
  kind: Act['kind'] | null,
  next: KeptDecision,
  before: KeptDecision,
): Promise<void> {
  const act: Act | null = kind && {
    projectId,
    subject: itemId,
    kind,
    by,
    at,
    // Given up is what was begun; it never stood.
    before: kind === 'decision.gone' ? (before.intent?.decided ?? null) : before.now,
    after: kind === 'decision.gone' ? null : afterOf(kind, next),
  };
  try {
    await ports.decisions.save(itemId, projectId, next, before.rev, act);
  } catch (error) {
    const kept = await ports.decisions.read(itemId).catch(() => null);
    if (kept && canonical(kept) === canonical(next)) return;
    if (error instanceof AppError && error.code === 'conflict')
      throw new AppError('conflict', MESSAGES.decision.changed, {
        details: { changed: ['decision'], view: kept && decisionViewOf(itemId, kept) },
        cause: error,
      });
    throw error;
  }
}

/**
 * Shows a kept decision on its item. What fails here is logged: the decision is kept already, and
 * the nightly round tries again.
 */
export async function showDecision(
  ports: Ports,
  { itemId, projectId }: Pick<DecisionPlace, 'itemId' | 'projectId'>,
  kept: KeptDecision,
  shownBy: ShownBy = 'page',
): Promise<KeptDecision> {
  try {
    return await showKept(
      {
        show: ({ now }) => ports.items.writeDecision(itemId, propertyOf(now)),
        mark: ({ gone: _gone, ...one }) => ({ ...one, written: true }),
        save: (next, over) => ports.decisions.save(itemId, projectId, next, over.rev, null),
        read: () => ports.decisions.read(itemId),
      },
      kept,
    );
  } catch (error) {
    if (stopsRound(shownBy, error)) throw error;
    ports.log.error('decision kept, not shown in Jira', error, { itemId });
    return kept;
  }
}
