// Every procedure of the app: what it takes, what it answers, on which surface it is offered, and
// who may call it for which id. Both sides derive their types from this table; the guard enforces it.
import { z } from 'zod';
import { HINTS } from '../domain/advice';
import { automationProcedures } from './automation-procedures';
import { dataProcedures } from './data-procedures';
import { decisionProcedures } from './decision-procedures';
import { digestProcedures } from './digest-procedures';
import { draftTexts } from './drafts';
import { accountId, count, id, seen, text } from './fields';
import { goalProcedures } from './goal-procedures';
import { rules } from './goals';
import { CURSOR_LIMIT, PASSES_AT_ONCE, TEXT_LIMIT, TRANSITIONS_LIMIT } from './limits';
import type { Procedure } from './procedure';
import { answerProperty } from './properties';
import { resultProcedures } from './result-procedures';
import { setup } from './setup';
import { answerInput, givenPass, openItem, openProject } from './shapes';

export type { Access, Procedure, Surface } from './procedure';

export {
  answerConflict,
  type AnswerConflict,
  type AnswerInput,
  type GivenPass,
  type OpenItem,
  type OpenProject,
  type ResultView,
  type SaidView,
} from './shapes';

const item = z.object({ itemId: id });
const project = z.object({ projectId: id });

export const procedures = {
  'item.open': {
    surfaces: ['item'],
    access: { on: 'item', right: 'browse' },
    input: item,
    output: openItem,
  },
  'answer.save': {
    surfaces: ['item', 'project'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({
      seen,
      answer: answerInput,
      /** What this person was typing on the item is in it, so that their draft is done with. */
      endsDraft: z.boolean().optional(),
    }),
    /** The property as it now stands, and its fingerprint. */
    output: z.object({ answer: answerProperty, seen: z.string() }),
  },
  /** Keeps what is being typed; nobody else sees it. Another window's draft is a conflict with it in `details`. */
  'draft.save': {
    surfaces: ['item'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({
      seen,
      texts: draftTexts,
      /** `at` of the draft that this window last kept or opened, null when there was none. */
      over: z.number().nullable(),
    }),
    output: z.object({ at: z.number() }),
  },
  'draft.discard': {
    surfaces: ['item'],
    access: { on: 'item', right: 'browse' },
    input: item,
    output: z.object({}),
  },
  /** Dismisses a hint for oneself on this item, or takes that back. */
  'hint.dismiss': {
    surfaces: ['item'],
    access: { on: 'item', right: 'browse' },
    input: item.extend({ hint: z.enum(HINTS), dismissed: z.boolean() }),
    output: z.object({ dismissed: z.array(z.enum(HINTS)) }),
  },
  /** Lets this one item pass the gate for seven days, for a reason that is listed. */
  'start.anyway': {
    surfaces: ['item'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({ reason: text(TEXT_LIMIT) }),
    output: givenPass,
  },
  'start.withdraw': {
    surfaces: ['item'],
    access: { on: 'item', right: 'edit' },
    input: item,
    output: givenPass,
  },
  /** Reasons of the passes of items that the page has listed; items without one are left out. */
  'passes.read': {
    surfaces: ['project'],
    access: { on: 'items', right: 'browse' },
    input: z.object({ itemIds: z.array(id).min(1).max(PASSES_AT_ONCE) }),
    output: z.object({ passes: z.array(givenPass) }),
  },
  ...resultProcedures,
  ...decisionProcedures,
  ...dataProcedures,
  ...automationProcedures,
  ...digestProcedures,
  'project.open': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project,
    output: openProject,
  },
  'settings.open': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: openProject,
  },
  ...goalProcedures,
  'rules.save': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ rev: count, rules }),
    output: openProject,
  },
  /** Who changed these parts of the rules, the latest change first, with the rules before and after it. */
  'settings.history': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      fields: z.array(rules.keyof()).min(1).max(40),
      after: z.string().max(CURSOR_LIMIT).optional(),
    }),
    output: z.object({
      changes: z.array(
        z.object({
          id: z.string(),
          by: accountId,
          /** Instant in milliseconds. */
          at: z.number(),
          before: rules,
          after: rules,
        }),
      ),
      next: z.string().max(CURSOR_LIMIT).nullable(),
    }),
  },
  /** What is in place, by asking Jira: the panel, the gate in the workflows, the scan. */
  'setup.look': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: setup,
  },
  'panel.pin': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administerJira' },
    input: project.extend({ pinned: z.boolean() }),
    output: setup,
  },
  /** Makes the gate stand on exactly these transitions of a workflow, if it is still that version. */
  'gate.place': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administerJira' },
    input: project.extend({
      workflowId: z.string().min(1).max(255),
      version: z.number().int(),
      transitionIds: z.array(z.string().min(1).max(64)).max(TRANSITIONS_LIMIT),
    }),
    output: setup,
  },
} as const satisfies Record<string, Procedure>;

export type ProcedureName = keyof typeof procedures;
/** What a caller may send. */
export type Payload<N extends ProcedureName> = z.input<(typeof procedures)[N]['input']>;
/** The payload once parsed. */
export type Input<N extends ProcedureName> = z.output<(typeof procedures)[N]['input']>;
/** What the procedure answers inside the envelope. */
export type Output<N extends ProcedureName> = z.output<(typeof procedures)[N]['output']>;
