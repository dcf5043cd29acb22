// Procedures about messages: whether oneself gets them, and how many people would.
import { z } from 'zod';
import { id } from './fields';
import type { Procedure } from './procedure';

const project = z.object({ projectId: id });

export const digestProcedures = {
  /** Whether Ladder writes to the caller about this project; with `off` says whether it may. */
  'digest.mine': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({ off: z.boolean().optional() }),
    output: z.object({ off: z.boolean() }),
  },
  /**
   * How many people would be told tonight of due results, and how many a summary would go to; more
   * where `atLeast`, because not all results were looked at.
   */
  'digest.preview': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: z.object({
      tonight: z.number().int(),
      week: z.number().int(),
      atLeast: z.boolean(),
    }),
  },
} as const satisfies Record<string, Procedure>;
