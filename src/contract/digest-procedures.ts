// Procedures about messages: whether oneself gets them, and how many people would.
import { z } from 'zod';
import { DIGEST_MODES } from '../domain/digest';
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
   * How many people would be told in this mode: tonight of due results, and by a summary; more where
   * `atLeast`, because not all results were looked at. `unplaced` are owners of goals whom a summary
   * leaves out, because there is no item to write to them at.
   */
  'digest.preview': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ mode: z.enum(DIGEST_MODES) }),
    output: z.object({
      tonight: z.number().int(),
      week: z.number().int(),
      unplaced: z.number().int(),
      atLeast: z.boolean(),
    }),
  },
} as const satisfies Record<string, Procedure>;
