// A number that arrives as text from somewhere that has no reader, and so no marks of a language.

/** What a text says: a number, two numbers, or none. */
export type TypedNumber =
  | { kind: 'number'; value: number }
  | { kind: 'two-ways' }
  | { kind: 'not-a-number' };

/** As smart values print numbers, large ones with an exponent. */
const POINT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const COMMA = /^[+-]?\d*,\d+$/;
/** The comma could stand between thousands: `1,234`, not `0,234`. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * Reads a number strictly: a point is the decimal mark, a comma is one where it can't be anything
 * else. Units, blanks between digits and two marks make it no number.
 */
export function typedNumber(text: string): TypedNumber {
  const plain = text.trim().replace(/^\u2212/, '-');
  if (THOUSANDS.test(plain)) return { kind: 'two-ways' };
  const pointed = COMMA.test(plain) ? plain.replace(',', '.') : plain;
  const value = POINT.test(pointed) ? Number(pointed) : NaN;
  return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'not-a-number' };
}
