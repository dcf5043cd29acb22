// What the gate does now, in one line: its mode, where it stands, and whether a goal counts.
import type { GateMode } from '../../../../../src/domain/rules';
import type { Setup } from '../../../../../src/contract/setup';
import type { Format } from '../../../format';
import { messages } from '../../../messages';
import { placedOn } from './ticks';

const text = messages.settings.setup.now;

/** On how many transitions the gate stands; null while that is not known. */
export const placedCount = (setup: Setup | null): number | null =>
  setup?.gate.known
    ? setup.gate.workflows.reduce((sum, { transitions }) => sum + placedOn(transitions).length, 0)
    : null;

/** Whether the gate stands on a transition that creates items, where it belongs nowhere. */
export const onCreate = ({ gate }: Setup): boolean =>
  gate.known &&
  gate.workflows.some(({ transitions }) =>
    transitions.some(({ creates, placed }) => creates && placed),
  );

/** @param placed on how many transitions the gate stands; null when that is not known */
export function gateNow(
  mode: GateMode,
  placed: number | null,
  activeGoals: number,
  format: Format,
): string {
  if (mode === 'block') {
    if (placed === null) return text.blockUnknown;
    if (placed === 0) return text.blockNowhere;
    return activeGoals === 0 ? text.blockNoGoal : format.plural(text.blockPlaced, placed);
  }
  const placedText = mode === 'off' ? text.offPlaced : text.warnPlaced;
  return placed ? format.plural(placedText, placed) : text[mode];
}
