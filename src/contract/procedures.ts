// Every procedure of the app: what it takes, what it answers, on which surface it is offered, and
// who may call it for which id. Both sides derive their types from this table; the guard enforces it.
import { z } from 'zod';
import { day, finite, goalId, id, optionalText } from './fields';
import { goalInput, goalView, rules } from './goals';
import { answerProperty } from './properties';
import { ITEM_KEY_LIMIT, SENTENCE_LIMIT, TEXT_LIMIT } from './limits';
import { MESSAGES } from '../domain/messages';

/** Where a procedure is offered; each surface has a resolver function of its own. */
export type Surface = 'item' | 'project' | 'settings';

/**
 * Rights as the user, checked with Jira for the id that the input names:
 * `result` is Edit, or Transition where a closed item can't be edited.
 */
export type Access =
  | { on: 'item'; right: 'browse' | 'edit' | 'result' }
  | { on: 'project'; right: 'browse' | 'administer' };

export interface Procedure {
  surfaces: readonly Surface[];
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
}

const item = z.object({ itemId: id });
const project = z.object({ projectId: id });

/** What a person fills in; empty texts count as absent. */
export const answerInput = z.object({
  why: z.enum(['move', 'test', 'run']),
  goal: goalId.optional(),
  by: optionalText(SENTENCE_LIMIT),
  expect: optionalText(SENTENCE_LIMIT),
  measure: optionalText(TEXT_LIMIT),
  checkBy: day.optional(),
  delta: finite.optional(),
  whom: optionalText(TEXT_LIMIT),
  because: optionalText(TEXT_LIMIT),
  stopBy: day.optional(),
  stopValue: finite.optional(),
  enables: z
    .string()
    .trim()
    .max(ITEM_KEY_LIMIT, MESSAGES.field.itemKey)
    .regex(/^[A-Z][A-Z0-9_]*-[0-9]+$/, MESSAGES.field.itemKey)
    .optional(),
});
export type AnswerInput = z.input<typeof answerInput>;

/** What a refused save found on the item instead of what the page had seen. */
export const answerConflict = z.object({
  seen: z.string().nullable(),
  found: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('value'), answer: answerProperty }),
    z.object({ kind: z.literal('unreadable'), raw: z.unknown() }),
    z.object({ kind: z.literal('newer'), raw: z.unknown() }),
  ]),
  /** Who saved it through Ladder, and when (milliseconds); absent for a write from outside. */
  by: z.string().optional(),
  at: z.number().optional(),
});
export type AnswerConflict = z.infer<typeof answerConflict>;

/** Fingerprint of the property value that a page saw; null when there was none. */
const seen = z.string().max(64).nullable();

const givenResult = z.object({
  result: z.enum(['moved', 'flat', 'unclear']),
  evidence: z.enum(['measured', 'judged']),
  at: day,
  note: z.string().optional(),
  rev: z.number().int(),
  /** False when Jira did not take the property: the result is kept in storage only. */
  written: z.boolean(),
});
export type GivenResult = z.infer<typeof givenResult>;

const scanState = z.object({
  /** Instant of the last whole scan, milliseconds; null before the first. */
  lastAt: z.number().nullable(),
  /** The project's day it was made for. */
  lastDay: day.nullable(),
  listed: z.number().int(),
  changed: z.number().int(),
  warned: z.number().int(),
  candidates: z.number().int(),
  /** When the next one is due, milliseconds; null while the scan is off. */
  nextAt: z.number().nullable(),
});

/** What one function run brings to a page: goals, rules and the project's day. */
const openProject = z.object({
  projectId: id,
  today: day,
  goals: z.array(goalView),
  rules,
  rev: z.number().int(),
  scan: scanState,
  may: z.object({ administer: z.boolean() }),
});
export type OpenProject = z.infer<typeof openProject>;

const openItem = z.object({
  itemId: id,
  projectId: id,
  today: day,
  goals: z.array(goalView),
  rules,
  /** The result kept for this item's bet; null when none was given. */
  result: givenResult.nullable(),
  may: z.object({ edit: z.boolean(), giveResult: z.boolean() }),
});
export type OpenItem = z.infer<typeof openItem>;

export const procedures = {
  'item.open': {
    surfaces: ['item'],
    access: { on: 'item', right: 'browse' },
    input: item,
    output: openItem,
  },
  'answer.save': {
    surfaces: ['item'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({ seen, answer: answerInput }),
    /** The property as it now stands, and its fingerprint. */
    output: z.object({ answer: answerProperty, seen: z.string() }),
  },
  'result.give': {
    surfaces: ['item', 'project'],
    access: { on: 'item', right: 'result' },
    input: item.extend({
      result: z.enum(['moved', 'flat', 'unclear']),
      note: optionalText(TEXT_LIMIT),
      /** Revision of the result that the page showed; 0 when there was none. */
      rev: z.number().int().min(0),
    }),
    output: givenResult,
  },
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
  'goal.save': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      rev: z.number().int().min(0),
      goalId: goalId.optional(),
      goal: goalInput,
    }),
    output: openProject,
  },
  'goal.end': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      rev: z.number().int().min(0),
      goalId,
      successorId: goalId.optional(),
    }),
    output: openProject,
  },
  /** Takes an ending back: the goal counts again within its days. */
  'goal.resume': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ rev: z.number().int().min(0), goalId }),
    output: openProject,
  },
  'rules.save': {
    surfaces: ['settings'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({ rev: z.number().int().min(0), rules }),
    output: openProject,
  },
} as const satisfies Record<string, Procedure>;

export type ProcedureName = keyof typeof procedures;
/** What a caller may send. */
export type Payload<N extends ProcedureName> = z.input<(typeof procedures)[N]['input']>;
/** The payload once parsed. */
export type Input<N extends ProcedureName> = z.output<(typeof procedures)[N]['input']>;
/** What the procedure answers inside the envelope. */
export type Output<N extends ProcedureName> = z.output<(typeof procedures)[N]['output']>;
