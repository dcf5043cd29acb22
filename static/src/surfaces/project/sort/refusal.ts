// Why a sorting was not saved, and what can be mended without asking anybody: when only marks of what
// the page had seen are old, and what somebody else said would not be lost.
import {
  answerConflict,
  resultView,
  type AnswerConflict,
} from '../../../../../src/contract/shapes';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import type { ErrorCode } from '../../../../../src/domain/errors';
import { resultOfSorting, sortingOf, type Sorting } from '../../../../../src/domain/sort';
import { CallError } from '../../../forge';
import { sort } from '../../../messages/project-sort';
import { busyOf, referenceOf } from '../many/busy';
import type { Refused } from '../many/engine';

const text = sort.refused;

export interface SortFailure {
  reason: string;
  /** To be quoted when asking for help; empty when that would not help. */
  requestId: string;
  /** Whether trying the same again can help. */
  again: boolean;
  /** The viewer may not edit the item. */
  forbidden: boolean;
}

/** What the page has to know anew before it tries again; `done` when there is nothing left to do. */
export type Adopted =
  | { kind: 'done' }
  | { kind: 'again'; seen?: string | null; rev?: number; before?: KeptAnswer | null };

/** What was to be done, and what the page believed. */
export interface Tried {
  /** Null to take a sorting back. */
  to: Sorting | null;
  /** The sorting that stands there, as far as this page knows. */
  now: Sorting | null;
  rev: number;
}

function adoptAnswer({ seen, found }: AnswerConflict, { to, now }: Tried): Adopted | null {
  if (found.kind === 'none')
    return to === null ? { kind: 'done' } : { kind: 'again', seen, before: null };
  if (found.kind !== 'value') return null;
  const { answer } = found;
  const sorting = sortingOf(answer);
  // The same sorting: a save of this page whose answer was lost on the way.
  if (sorting !== null) return sorting === to || sorting === now ? { kind: 'again', seen } : null;
  if (answer.state === 'answered') return null;
  return to === null ? { kind: 'done' } : { kind: 'again', seen, before: answer };
}

/** What a conflict allows to be taken over in silence; null for anything that has to be told. */
export function adopt(error: unknown, tried: Tried): Adopted | null {
  if (!(error instanceof CallError) || error.code !== 'conflict') return null;
  const answer = answerConflict.safeParse(error.details);
  if (answer.success) return adoptAnswer(answer.data, tried);
  if (error.details === null || error.details === undefined)
    return tried.rev === 0 ? null : { kind: 'again', rev: 0 };
  const kept = resultView.safeParse(error.details);
  if (!kept.success) return null;
  const { rev, given } = kept.data;
  const own = [tried.to, tried.now].flatMap((one) => (one ? [resultOfSorting(one)] : []));
  return given === null || own.includes(given.result) ? { kind: 'again', rev } : null;
}

function conflictReason(details: unknown): string {
  const answer = answerConflict.safeParse(details);
  if (!answer.success) return text.result;
  const { found } = answer.data;
  if (found.kind !== 'value') return found.kind === 'none' ? text.gone : text.locked;
  return sortingOf(found.answer) === null ? text.answered : text.sorted;
}

function reasonOf(error: CallError): string {
  if (error.code === 'conflict') return conflictReason(error.details);
  const known: Partial<Record<ErrorCode, string>> = text.code;
  return known[error.code] ?? error.message;
}

/** These say something about the item that trying again does not change. */
const FINAL: readonly ErrorCode[] = ['invalid_input', 'not_found', 'conflict', 'forbidden'];

/** What a save that threw means to those that follow. */
export function refusedBy(error: unknown): Refused<SortFailure> {
  if (!(error instanceof CallError))
    return {
      failure: { reason: text.unknown, requestId: '', again: true, forbidden: false },
      busy: false,
    };
  return {
    failure: {
      reason: reasonOf(error),
      requestId: referenceOf(error),
      again: !FINAL.includes(error.code),
      forbidden: error.code === 'forbidden',
    },
    ...busyOf(error),
  };
}
