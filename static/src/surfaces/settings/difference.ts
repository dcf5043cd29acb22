// What two people made of the same settings, field by field.
import { canonical } from '../../../../src/contract/properties';

export type Side = 'theirs' | 'yours';

export interface Difference<K> {
  field: K;
  /** Who changed it since the start; with both, somebody has to choose. */
  by: Side | 'both';
}

/** The side each differing field is taken from. */
export type Choices<T> = { [K in keyof T]?: Side };

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * The fields in which `theirs` and `yours` differ, in the order of `fields`.
 * @param was what both began from
 */
export function differences<T, K extends keyof T>(
  fields: readonly K[],
  was: T,
  theirs: T,
  yours: T,
): Difference<K>[] {
  return fields
    .filter((field) => !same(theirs[field], yours[field]))
    .map((field) => ({
      field,
      by: same(was[field], theirs[field])
        ? 'yours'
        : same(was[field], yours[field])
          ? 'theirs'
          : 'both',
    }));
}

/** What is taken unless the reader says otherwise: each person's own change, and yours where both changed. */
export const usualChoice = ({ by }: Difference<unknown>): Side => (by === 'theirs' ? by : 'yours');

/** `yours`, with the fields that were chosen to be theirs. */
export function merged<T extends object>(theirs: T, yours: T, choices: Choices<T>): T {
  const result = { ...yours };
  for (const field of Object.keys(choices) as (keyof T)[])
    if (choices[field] === 'theirs') result[field] = theirs[field];
  return result;
}
