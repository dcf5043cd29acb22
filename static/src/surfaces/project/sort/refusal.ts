// Why a sorting was not saved, and what can be mended without asking anybody: when only marks of what
// the page had seen are old, and what somebody else said would not be lost.
import { fingerprint } from '../../../../../src/contract/fingerprint';
import { readBy } from '../../../../../src/contract/read-by';
import { writeAnswer } from '../../../../../src/contract/properties';
import {
  answerConflict,
  resultView,
  type AnswerConflict,
} from '../../../../../src/contract/shapes';
import type { KeptAnswer } from '../../../../../src/domain/answer';
import type { ErrorCode } from '../../../../../src/domain/errors';
import {
  resultOfSorting,
  sortedAnswer,
  sortingOf,
  type Sorting,
} from '../../../../../src/domain/sort';
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
  /** Somebody else wrote there: a look at the item may show that it can be sorted all the same. */
  stale: boolean;
  /** The viewer may not edit the item. */
  forbidden: boolean;
  /** It may have been saved all the same. */
  unsure: boolean;
}

/** What the page has to know anew before it tries again; `done` when there is nothing left to do. */
export type Adopted =
  | { kind: 'done' }
  | {
      kind: 'again';
      seen?: string | null;
      rev?: number;
      before?: KeptAnswer | null;
      stands?: KeptAnswer | null;
    };

/** What was to be done, and what the page believed. */
export interface Tried {
  /** Null to take a sorting back. */
  to: Sorting | null;
  /** Sortings that this page may have put there: what it knows of, what it tries, what got lost. */
  own: readonly Sorting[];
  /** What was written there before this page sorted it, and after. */
  before: KeptAnswer | null;
  stands: KeptAnswer | null;
  rev: number;
}

const sameAnswer = (a: KeptAnswer, b: KeptAnswer): boolean =>
  fingerprint(writeAnswer(a)) === fingerprint(writeAnswer(b));

/** Whether that is nothing but what this page listed, or made of it by sorting it like this. */
function isOwn(found: KeptAnswer, { before, stands }: Tried, sorting: Sorting | null): boolean {
  const known = [before, stands].flatMap((one) => (one ? [one] : []));
  if (known.some((one) => sameAnswer(one, found))) return true;
  if (sorting === null) return false;
  // The day is said by the app.
  const made = [before, stands].map((one): KeptAnswer => {
    const { answered } = found;
    return { ...sortedAnswer(one, sorting, answered ?? '2000-01-01'), answered };
  });
  return made.some((one) => sameAnswer(one, found));
}

function adoptAnswer({ seen, found }: AnswerConflict, tried: Tried): Adopted | null {
  const { to, own } = tried;
  if (found.kind === 'none')
    return to === null ? { kind: 'done' } : { kind: 'again', seen, before: null, stands: null };
  if (found.kind !== 'value') return null;
  const { answer } = found;
  const sorting = sortingOf(answer);
  // The same sorting of the same words: a save of this page whose answer was lost on the way.
  if (sorting !== null)
    return own.includes(sorting) && isOwn(answer, tried, sorting)
      ? { kind: 'again', seen, stands: answer }
      : null;
  if (answer.state === 'answered') return null;
  if (to === null) return { kind: 'done' };
  // Other words than were listed are somebody's: they are told, never sorted over.
  return isOwn(answer, tried, null)
    ? { kind: 'again', seen, before: answer, stands: answer }
    : null;
}

/** What a conflict allows to be taken over in silence; null for anything that has to be told. */
export function adopt(error: unknown, tried: Tried): Adopted | null {
  if (!(error instanceof CallError) || error.code !== 'conflict') return null;
  const answer = readBy(answerConflict, error.details);
  if (answer.success) return adoptAnswer(answer.data, tried);
  if (error.details === null || error.details === undefined)
    return tried.rev === 0 ? null : { kind: 'again', rev: 0 };
  const kept = readBy(resultView, error.details);
  if (!kept.success) return null;
  const { rev, given } = kept.data;
  const own = tried.own.map(resultOfSorting);
  return given === null || own.includes(given.result) ? { kind: 'again', rev } : null;
}

function conflictReason(details: unknown): string {
  const answer = readBy(answerConflict, details);
  if (!answer.success) return text.result;
  const { found } = answer.data;
  if (found.kind !== 'value') return found.kind === 'none' ? text.gone : text.locked;
  if (sortingOf(found.answer) !== null) return text.sorted;
  return found.answer.state === 'answered' ? text.answered : text.typed;
}

function reasonOf(error: CallError): string {
  if (error.code === 'conflict') return conflictReason(error.details);
  const known: Partial<Record<ErrorCode, string>> = text.code;
  return known[error.code] ?? error.message;
}

/** These say something about the item that trying again does not change. */
const FINAL: readonly ErrorCode[] = ['invalid_input', 'not_found', 'conflict', 'forbidden'];

/** After these nobody can tell whether the save went through: the answer may have been lost. */
const isUnsure = (error: unknown): boolean =>
  !(error instanceof CallError) || ['jira_unavailable', 'internal'].includes(error.code);

/** An undo for the case that something stands there finds that nothing does. */
export const isNotSorted = (error: unknown): boolean =>
  error instanceof CallError && error.reason === 'not_sorted';

/** What a save that threw means to those that follow. */
export function refusedBy(error: unknown): Refused<SortFailure> {
  if (!(error instanceof CallError))
    return {
      failure: {
        ...{ reason: text.unknown, requestId: '' },
        ...{ again: true, stale: false, forbidden: false, unsure: true },
      },
      busy: false,
    };
  return {
    failure: {
      reason: reasonOf(error),
      requestId: referenceOf(error),
      again: !FINAL.includes(error.code),
      stale: error.code === 'conflict',
      forbidden: error.code === 'forbidden',
      unsure: isUnsure(error),
    },
    ...busyOf(error),
  };
}
