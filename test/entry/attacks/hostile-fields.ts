// Sends hostile texts in the fields of a procedure: each is taken as text, or refused in words.
import { expect } from '@jest/globals';
import { procedures, type ProcedureName } from '../../../src/contract/procedures';
import { ALLOWED } from '../allowed';
import { answerOf } from '../calls';
import { idOf } from '../payloads';
import type { Target } from './attack';
import { fullPayload } from './full-payloads';
import { isOf, textFields } from './text-fields';

type Place = readonly string[];

/** Where texts stand in a value. */
function textsIn(value: unknown, place: Place = []): Place[] {
  if (typeof value === 'string') return [place];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...place, key]));
}

function withText(value: unknown, [key, ...rest]: Place, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((one: unknown, at) => (String(at) === key ? withText(one, rest, text) : one));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: withText(fields[key], rest, text) };
}

/** The first item is open, the second is done. */
const itemFor = (name: ProcedureName) =>
  idOf(name.startsWith('result') || name.startsWith('sort.') ? 2 : 1);

/** Each field of the procedure that takes a text, with its place in the payload; null without one. */
export async function placesOf({ loop, goals }: Target, name: ProcedureName) {
  const places = textsIn(await fullPayload(loop, goals, name, itemFor(name)));
  return textFields(procedures[name].input).map((field) => ({
    field,
    place: places.find((one) => isOf(field, one)) ?? null,
  }));
}

/**
 * @param texts for each field
 * @param refused whether what the schema does not take is sent, too
 * @returns how many were sent
 */
export async function sendHostile(
  target: Target,
  name: ProcedureName,
  texts: () => readonly string[],
  refused: boolean,
): Promise<number> {
  const { loop, goals } = target;
  const who = ALLOWED[name].at(-1) ?? 'admin';
  let sent = 0;
  const fresh = () => fullPayload(loop, goals, name, itemFor(name));
  const first = await fresh();
  for (const { place } of await placesOf(target, name)) {
    if (!place) continue;
    for (const text of texts()) {
      // Which texts a field takes does not hang on what else has changed meanwhile.
      const takes = procedures[name].input.safeParse(withText(first, place, text)).success;
      if (!takes && !refused) continue;
      const payload = withText(await fresh(), place, text);
      const answer = await answerOf(loop, who, name, payload);
      const code = answer.ok ? 'taken' : answer.error.code;
      const said = [name, place, text, code];
      expect(said).not.toEqual([name, place, text, expect.stringMatching(/internal|forbidden/)]);
      if (!takes) expect(said).toEqual([name, place, text, 'invalid_input']);
      sent += 1;
    }
  }
  return sent;
}
