// The fields of the contract that take a text as somebody types it, found in its schemas: a field that is
// added to the contract is in this list by itself.
import type { z } from 'zod';
import { HOSTILE } from '../../support/hostile';
import type { Parts } from './contract-places';

/** A few hostile texts of all kinds, and all that are addresses: what takes none of them takes no texts. */
const PROBES = HOSTILE.filter((text, at) => at % 12 === 0 || text.startsWith('https'));

/** Kinds of values that are never a text that somebody types. */
const NO_TEXT = ['number', 'boolean', 'enum', 'literal', 'null'];

/**
 * Paths to them, with `*` for any place of a list and any key of a record.
 * @throws for a kind of schema that nobody has told this of
 */
export function textFields(schema: z.ZodType, path = ''): string[] {
  const {
    type,
    shape,
    element,
    innerType,
    in: before,
    options,
    valueType,
  } = schema.def as unknown as Parts;
  const at = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (type === 'string') return PROBES.some((text) => schema.safeParse(text).success) ? [path] : [];
  if (type === 'unknown') return [path];
  if (shape) return Object.entries(shape).flatMap(([key, one]) => textFields(one, at(key)));
  const inner = element ?? valueType;
  if (inner) return textFields(inner, at('*'));
  if (options) return options.flatMap((one) => textFields(one, path));
  const same = innerType ?? before;
  if (same) return textFields(same, path);
  if (NO_TEXT.includes(type)) return [];
  throw new Error(`${path} is a ${type}`);
}

/** Whether a place in a payload is one of this field. */
export function isOf(field: string, place: readonly (string | number)[]): boolean {
  const parts = field.split('.');
  return (
    parts.length === place.length &&
    parts.every((part, n) => part === '*' || part === String(place[n]))
  );
}
