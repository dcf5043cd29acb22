// Procedures about goals and what was agreed about them.
import { z } from 'zod';
import { SIGNATURES } from '../domain/agreement';
import { accountId, count, goalId, id, optionalText } from './fields';
import { agreementInput, goalInput } from './goals';
import { AGREED_WITH_LIMIT, NEXT_GOALS_LIMIT, TEXT_LIMIT } from './limits';
import type { Procedure } from './procedure';
import { openProject } from './shapes';

const project = z.object({ projectId: id });
/** Over the revision of the settings that the page showed. */
const overSettings = project.extend({ rev: count });
const ofAgreement = project.extend({ agreementId: goalId });

/** Fingerprint of what is agreed. */
const wording = z.string().min(1).max(64);

const signature = z.object({
  accountId,
  says: z.enum(SIGNATURES),
  wording,
  note: z.string().optional(),
  at: z.number(),
});
export type SignatureView = z.infer<typeof signature>;

const signatures = z.object({
  /** Of the people that the agreement names; who has said nothing is left out. */
  signatures: z.array(signature).max(AGREED_WITH_LIMIT),
  /** The caller's account, where the agreement names it. */
  mine: accountId.nullable(),
});

export const goalProcedures = {
  'goal.save': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({ goalId: goalId.optional(), goal: goalInput }),
    output: openProject,
  },
  'goal.end': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({ goalId, successorId: goalId.optional() }),
    output: openProject,
  },
  /** Takes an ending back: the goal counts again within its days. */
  'goal.resume': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({ goalId }),
    output: openProject,
  },
  /** Adds the goals of the next period at once, each noted on the goal that it follows. */
  'period.start': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({
      goals: z
        .array(z.object({ follows: goalId, goal: goalInput }))
        .min(1)
        .max(NEXT_GOALS_LIMIT),
    }),
    output: openProject,
  },
  /** With whom the goals of a period were agreed, and when. */
  'agreement.save': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({ agreementId: goalId.optional(), agreement: agreementInput }),
    output: openProject,
  },
  /** Takes out an agreement that was written by mistake. Saved again it is a new one, unsigned. */
  'agreement.remove': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: overSettings.extend({ agreementId: goalId }),
    output: openProject,
  },
  'signatures.read': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: ofAgreement,
    output: signatures,
  },
  /** What the caller says of the agreement; for the wording that the page showed, or it is a conflict. */
  'agreement.sign': {
    surfaces: ['project'],
    access: { on: 'agreement', right: 'sign' },
    input: ofAgreement.extend({
      says: z.enum(SIGNATURES),
      wording,
      note: optionalText(TEXT_LIMIT),
    }),
    output: signatures,
  },
} as const satisfies Record<string, Procedure>;
