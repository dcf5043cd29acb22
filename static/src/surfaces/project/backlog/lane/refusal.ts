// Why an item of a bulk answer was not saved, and whether trying again can help.
import { answerConflict, type AnswerConflict } from '../../../../../../src/contract/shapes';
import { readBy } from '../../../../../../src/contract/read-by';
import type { ErrorCode } from '../../../../../../src/domain/errors';
import { CallError } from '../../../../forge';
import { fill } from '../../../../format';
import { lane as text } from '../../../../messages/project-lane';
import { standingOf, type LaneItem } from './lane-item';
import { busyOf, referenceOf } from '../../many/busy';
import type { Refused } from '../../many/engine';
import type { Act, Step } from './plan';

export interface Refusal {
  reason: string;
  /** To be quoted when asking for help; empty when the call never reached the app. */
  requestId: string;
  /** What the item holds now, for a conflict. */
  found: AnswerConflict | null;
  /** Whether the same act can be tried again without losing what somebody wrote. */
  again: boolean;
}

const again = (found: AnswerConflict, act: Act): boolean =>
  found.found.kind === 'none' ||
  (found.found.kind === 'value' && found.found.answer.state === 'half' && act.kind === 'goal');

function conflictReason({ found }: AnswerConflict): string {
  switch (found.kind) {
    case 'none':
      return text.refused.gone;
    case 'value':
      return found.answer.state === 'answered' ? text.refused.answered : text.refused.written;
    case 'newer':
    case 'unreadable':
      return text.refused.locked;
  }
}

/** Sentences for the fields that the app names; the plain one where it names none. */
function detailed({ message, fields }: CallError): string {
  const sentences = [...new Set(Object.values(fields))];
  return sentences.length > 0 ? sentences.join(' ') : message;
}

function reasonOf(error: CallError): string {
  const known: Partial<Record<ErrorCode, string>> = text.refused.code;
  if (error.code === 'invalid_input' || error.code === 'limit_reached') return detailed(error);
  return known[error.code] ?? error.message;
}

/** What a save of this step that threw means. */
export function refusedBy(error: unknown, act: Act): Refused<Refusal> {
  if (!(error instanceof CallError))
    return {
      failure: { reason: text.refused.unknown, requestId: '', found: null, again: true },
      busy: false,
    };
  const { code, details } = error;
  const conflict = code === 'conflict' ? readBy(answerConflict, details) : null;
  const found = conflict?.success ? conflict.data : null;
  return {
    failure: {
      reason: found
        ? fill(text.refused.conflict, { what: conflictReason(found) })
        : reasonOf(error),
      requestId: referenceOf(error),
      found,
      again: found ? again(found, act) : true,
    },
    ...busyOf(error),
  };
}

/** The item as the refusal found it, to plan its next try on what is there now. */
export function itemNow(
  { item }: Step,
  { found }: Refusal,
  goalIds: ReadonlySet<string>,
): LaneItem {
  if (found === null) return item;
  const own = found.found.kind === 'value' ? found.found.answer : null;
  const locked = found.found.kind === 'newer' || found.found.kind === 'unreadable';
  return { ...item, seen: found.seen, own, standing: locked ? 'locked' : standingOf(own, goalIds) };
}
