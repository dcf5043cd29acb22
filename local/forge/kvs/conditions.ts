// Conditions of queries and transactions, on one value.
import { z } from 'zod';

export const condition = z
  .object({
    condition: z.enum([
      'BEGINS_WITH',
      'BETWEEN',
      'EQUAL_TO',
      'NOT_EQUAL_TO',
      'GREATER_THAN',
      'GREATER_THAN_EQUAL_TO',
      'LESS_THAN',
      'LESS_THAN_EQUAL_TO',
      'CONTAINS',
      'NOT_CONTAINS',
      'EXISTS',
      'NOT_EXISTS',
    ]),
    values: z
      .array(z.union([z.string(), z.number(), z.boolean()]))
      .min(1)
      .max(2),
  })
  .strict();

export const propertyCondition = condition.extend({ property: z.string() });

export const conditions = z.union([
  z.object({ and: z.array(propertyCondition).min(1).max(100) }).strict(),
  z.object({ or: z.array(propertyCondition).min(1).max(100) }).strict(),
]);

export type Condition = z.infer<typeof condition>;
export type Conditions = z.infer<typeof conditions>;

type Scalar = string | number | boolean;
const isScalar = (value: unknown): value is Scalar =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** Negative, zero or positive; values of different types never compare. */
function compare(a: unknown, b: Scalar | undefined): number | null {
  if (!isScalar(a) || b === undefined || typeof a !== typeof b) return null;
  return a < b ? -1 : a > b ? 1 : 0;
}

const contains = (value: unknown, part: Scalar | undefined): boolean =>
  Array.isArray(value)
    ? value.includes(part)
    : typeof value === 'string' && value.includes(String(part));

function holds(value: unknown, { condition: kind, values }: Condition): boolean {
  const [first, second] = values;
  const order = compare(value, first);
  switch (kind) {
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'BETWEEN': {
      const upper = compare(value, second);
      return order !== null && order >= 0 && upper !== null && upper <= 0;
    }
    case 'EQUAL_TO':
      return order === 0;
    case 'NOT_EQUAL_TO':
      return order !== 0;
    case 'GREATER_THAN':
      return order !== null && order > 0;
    case 'GREATER_THAN_EQUAL_TO':
      return order !== null && order >= 0;
    case 'LESS_THAN':
      return order !== null && order < 0;
    case 'LESS_THAN_EQUAL_TO':
      return order !== null && order <= 0;
    case 'CONTAINS':
      return contains(value, first);
    case 'NOT_CONTAINS':
      return !contains(value, first);
    case 'EXISTS':
      return value !== undefined;
    case 'NOT_EXISTS':
      return value === undefined;
  }
}

/** Whether an entity (undefined: there is none) meets the conditions. */
export function meets(value: Record<string, unknown> | undefined, wanted: Conditions): boolean {
  const test = (item: z.infer<typeof propertyCondition>) => holds(value?.[item.property], item);
  return 'and' in wanted ? wanted.and.every(test) : wanted.or.some(test);
}
