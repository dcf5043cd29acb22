// Where ids, lists and the like may stand in a payload, found in the contract's schema beside the payload itself: an
// id or a list that is added to the contract is attacked by itself, also where it may be left out.
import type { z } from 'zod';

export type Place = readonly (string | number)[];

/** As zod keeps a schema: https://zod.dev/packages/core */
export interface Parts {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  valueType?: z.ZodType;
}

/** A list of the contract, or what holds nothing else; and what stands there. */
export interface Found {
  place: Place;
  type: 'array' | Leaf;
  /** Undefined where the payload leaves it out. */
  value: unknown;
  /** Whether null says something there. */
  nullable: boolean;
}

const LEAVES = ['string', 'number', 'boolean', 'enum', 'literal'] as const;
type Leaf = (typeof LEAVES)[number];

/** All lists, texts, numbers and words of a payload: of a list the first place, of several shapes the one that fits. */
export function foundIn(
  schema: z.ZodType,
  value: unknown,
  place: Place = [],
  nullable = false,
): Found[] {
  const { type, shape, element, innerType, in: before, options } = schema.def as unknown as Parts;
  if (shape) {
    // What is left out has nothing in it that could be bent without the rest.
    if (typeof value !== 'object' || value === null) return [];
    const fields = value as Record<string, unknown>;
    return Object.entries(shape).flatMap(([key, one]) =>
      foundIn(one, fields[key], [...place, key]),
    );
  }
  if (element) {
    const inner = Array.isArray(value) && value.length > 0 ? value : [undefined];
    return [
      { place, type: 'array', value, nullable },
      ...foundIn(element, inner[0], [...place, 0]),
    ];
  }
  if (options) {
    const fitting = options.find((one) => one.safeParse(value).success);
    return fitting ? foundIn(fitting, value, place, nullable) : [];
  }
  const same = innerType ?? before;
  if (same) return foundIn(same, value, place, nullable || type === 'nullable');
  const leaf = LEAVES.find((one) => one === type);
  return leaf ? [{ place, type: leaf, value, nullable }] : [];
}

/** The key at which it stands; of a text in a list, the key of the list. */
export const keyOf = (place: Place): string =>
  String(place.findLast((part) => typeof part === 'string'));

/** The payload with something else in one place. */
export function withAt(value: unknown, [key, ...rest]: Place, next: unknown): unknown {
  if (key === undefined) return next;
  if (typeof key === 'number') {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    list[key] = withAt(list[key], rest, next);
    return list;
  }
  const fields = (value ?? {}) as Record<string, unknown>;
  return { ...fields, [key]: withAt(fields[key], rest, next) };
}
