// Parks one old item, with its notice, and takes it back. Each can be called again for the same item:
// what is done by then is not done twice.
import type { DecisionView } from '../../../../../../src/contract/decision-procedures';
import { documentOf, textOfDocument } from '../../../../../../src/contract/document';
import type { Input } from '../../../../../../src/contract/procedures';
import type { Day } from '../../../../../../src/domain/days';
import { CallError } from '../../../../forge';
import { fill } from '../../../../format';
import { killOffer } from '../../../../messages/project-kill-offer';
import type { JiraCall } from '../../gather/jira-call';
import { busyOf, referenceOf } from '../../many/busy';
import type { Refused } from '../../many/engine';
import { conflictOf } from '../conflict';
import { readNow } from './old-items';

const text = killOffer.refused;

/** What is said for all of them. */
export interface ParkOrder {
  until: Day;
  reason: string;
  /** The comment on each; null for none. */
  comment: string | null;
}

export interface Refusal {
  reason: string;
  /** To be quoted; empty where the sentence says enough. */
  requestId: string;
  /** Whether trying again can help. */
  again: boolean;
  /** It is parked all the same, and only its comment is missing. */
  silent: boolean;
}

export interface ParkPorts {
  jira: JiraCall;
  begin: (input: Input<'decision.begin'>) => Promise<DecisionView>;
  undo: (input: Input<'decision.undo'>) => Promise<DecisionView>;
  /** The project's day. */
  today: Day;
}

/** What Ladder refuses for a reason of its own. */
class NotDone extends Error {
  constructor(
    readonly reason: string,
    readonly again = false,
  ) {
    super(reason);
    this.name = 'NotDone';
  }
}

/** The item is parked, and its comment is not written. */
class Silent extends Error {
  constructor(override readonly cause: unknown) {
    super('No comment');
    this.name = 'Silent';
  }
}

const isParkedSo = (view: DecisionView | null, { until, reason }: ParkOrder): boolean =>
  view?.now?.kind === 'park' && view.now.until === until && view.now.reason === reason;

async function decide(
  { jira, begin, today }: ParkPorts,
  itemId: string,
  order: ParkOrder,
  rev: number,
): Promise<DecisionView> {
  const now = await readNow(jira, itemId, today);
  if (now.isDone) throw new NotDone(text.closed);
  if (now.rests) throw new NotDone(text.parked);
  const { until, reason } = order;
  const decision = { kind: 'park' as const, until, reason, offered: true as const };
  const beginAt = (known: number) => begin({ itemId, decision, seen: { ...now.seen, rev: known } });
  try {
    return await beginAt(rev);
  } catch (error) {
    const conflict = conflictOf(error);
    if (!conflict) throw error;
    const { view, changed } = conflict;
    // The reply to an earlier try was lost, or another window of the same person was quicker.
    if (view && isParkedSo(view, order)) return view;
    if (view && view.now === null && view.intent === null && changed.join() === 'decision')
      return beginAt(view.rev);
    throw new NotDone(changed.includes('decision') ? text.decided : text.changed, true);
  }
}

async function hasComment(jira: JiraCall, itemId: string, comment: string): Promise<boolean> {
  const { comments } = await jira('getComments', {
    params: { issueIdOrKey: itemId },
    query: { orderBy: '-created', maxResults: 50 },
  });
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  return comments.some(({ body }) => plain(textOfDocument(body)) === plain(comment));
}

/** Makes the two acts for one run; `known` gives the revisions that are known, and takes new ones. */
export function createParker(ports: ParkPorts, known: Map<string, DecisionView>) {
  const triedComment = new Set<string>();
  const doneComment = new Set<string>();
  return {
    /** @throws what `refusedBy` understands */
    async park(itemId: string, order: ParkOrder): Promise<DecisionView> {
      const before = known.get(itemId) ?? null;
      const view =
        before && isParkedSo(before, order)
          ? before
          : await decide(ports, itemId, order, before?.rev ?? 0);
      known.set(itemId, view);
      const { comment } = order;
      if (comment === null || doneComment.has(itemId)) return view;
      try {
        const there = triedComment.has(itemId) && (await hasComment(ports.jira, itemId, comment));
        triedComment.add(itemId);
        if (!there)
          await ports.jira('addComment', {
            params: { issueIdOrKey: itemId },
            body: { body: documentOf(comment) },
          });
        doneComment.add(itemId);
      } catch (error) {
        throw new Silent(error);
      }
      return view;
    },
    /** @throws what `refusedBy` understands */
    async undo(itemId: string): Promise<DecisionView> {
      const view = known.get(itemId);
      if (!view) throw new NotDone(text.gone);
      const undoAt = (rev: number) => ports.undo({ itemId, rev });
      const take = (next: DecisionView): DecisionView => {
        known.set(itemId, next);
        return next;
      };
      try {
        return take(await undoAt(view.rev));
      } catch (error) {
        const current = conflictOf(error)?.view;
        if (!current) throw error;
        if (current.now === null) return take(current);
        // Only the note that Jira took it came in between.
        if (current.now.at === view.now?.at && current.now.kind === 'park')
          return take(await undoAt(current.rev));
        throw new NotDone(text.decided);
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof CallError)) return text.unknown;
  if (error.code === 'not_found') return text.gone;
  const fields = [...new Set(Object.values(error.fields))];
  return error.code === 'invalid_input' && fields.length > 0 ? fields.join(' ') : error.message;
}

/** What an act that threw means to the run. */
export function refusedBy(thrown: unknown): Refused<Refusal> {
  if (thrown instanceof NotDone)
    return {
      failure: { reason: thrown.reason, requestId: '', again: thrown.again, silent: false },
      busy: false,
    };
  const silent = thrown instanceof Silent;
  const error = silent ? thrown.cause : thrown;
  const plain = reasonOf(error);
  const reason = silent ? fill(text.comment, { reason: plain }) : plain;
  if (!(error instanceof CallError))
    return { failure: { reason, requestId: '', again: true, silent }, busy: false };
  const again = error.code !== 'not_found';
  return { failure: { reason, requestId: referenceOf(error), again, silent }, ...busyOf(error) };
}
