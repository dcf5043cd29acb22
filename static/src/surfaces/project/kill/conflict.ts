// What stands of an item that was decided on elsewhere meanwhile.
import {
  decisionConflict,
  type DecisionConflict,
} from '../../../../../src/contract/decision-procedures';
import { readBy } from '../../../../../src/contract/read-by';
import { CallError } from '../../../forge';

/** What a conflict says of the item; null for another failure. */
export function conflictOf(error: unknown): DecisionConflict | null {
  if (!(error instanceof CallError) || error.code !== 'conflict') return null;
  return readBy(decisionConflict, error.details).data ?? null;
}
