// Procedures that the customer's own automation calls, and the form in which a rule is written.
import { z } from 'zod';
import { day, finite, goalId, id, optionalText } from './fields';
import { goal } from './goals';
import { TEXT_LIMIT } from './limits';
import type { Procedure } from './procedure';

const project = z.object({ projectId: id });

export const automationProcedures = {
  /** What a rule can name: the goals of a project as they are kept, and the day it is there. */
  'goals.list': {
    surfaces: ['automation'],
    access: { on: 'project', right: 'browse' },
    input: project,
    output: z.object({ today: day, goals: z.array(goal) }),
  },
  /** Makes the reading of a day this value, whatever stood there. */
  'reading.report': {
    surfaces: ['automation'],
    access: { on: 'goal', right: 'report' },
    input: project.extend({
      goalId,
      /** Today in the project's zone without one. */
      day: day.optional(),
      value: finite,
      note: optionalText(TEXT_LIMIT),
    }),
    output: z.object({
      goal: z.string(),
      day,
      value: finite,
      change: z.enum(['added', 'corrected', 'restored', 'unchanged']),
    }),
  },
} as const satisfies Record<string, Procedure>;
