// Conditions of transactions on one entity. What else Forge knows is refused.
import { z } from 'zod';

/** What an attribute of an entity can be compared with. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);

const condition = z.strictObject({
  property: z.string(),
  condition: z.enum(['EQUAL_TO', 'EXISTS', 'NOT_EXISTS']),
  values: z.array(scalar).length(1),
});

export const conditions = z.strictObject({ and: z.array(condition).min(1).max(100) });
export type Conditions = z.infer<typeof conditions>;

/** Whether an entity (undefined: there is none) meets the conditions. */
export function meets(value: Record<string, unknown> | undefined, wanted: Conditions): boolean {
  return wanted.and.every(({ property, condition: kind, values: [expected] }) => {
    const found = value?.[property];
    return kind === 'EQUAL_TO' ? found === expected : (found !== undefined) === (kind === 'EXISTS');
  });
}
