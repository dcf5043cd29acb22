// What a rule holds for the action, as it is typed. Each input may hold a smart value, which only the
// running rule knows.
import { TEXT_LIMIT } from '../../../../src/contract/limits';
import { isDay } from '../../../../src/domain/days';
import { typedNumber } from '../../../../src/domain/typed-number';
import { automation as text } from '../../messages/automation';

/** Names of the action's inputs in manifest.yml. */
export const INPUTS = ['project', 'goal', 'day', 'value', 'note'] as const;
export type InputName = (typeof INPUTS)[number];
export type Inputs = Record<InputName, string>;
export type InputErrors = Partial<Record<InputName, string>>;

export const isSmart = (typed: string): boolean => /\{\{.*\}\}/s.test(typed);

/** What the rule holds; anything that is no text or number counts as nothing. */
export function inputsOf(given: Record<string, unknown>): Inputs {
  const read = (name: InputName): string => {
    const value = given[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    project: read('project'),
    goal: read('goal'),
    day: read('day'),
    value: read('value'),
    note: read('note'),
  };
}

/** What the rule is given: inputs without anything are left out. */
export const filledInputs = (inputs: Inputs): Partial<Inputs> =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => value.trim() !== ''));

const FITS: Record<InputName, (typed: string) => boolean> = {
  project: (typed) => typed !== '',
  goal: (typed) => typed !== '',
  day: (typed) => typed === '' || isDay(typed),
  value: (typed) => typedNumber(typed).kind === 'number',
  note: (typed) => typed.length <= TEXT_LIMIT,
};

/** A sentence for each input that no run of the rule could use. */
export function wantedOf(inputs: Inputs): InputErrors {
  const wrong = INPUTS.filter((name) => {
    const typed = inputs[name].trim();
    return !isSmart(typed) && !FITS[name](typed);
  });
  return Object.fromEntries(wrong.map((name) => [name, text.wanted[name]]));
}
