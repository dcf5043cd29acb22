// Every procedure of the app: what it takes, what it answers, on which surface it is offered, and
// who may call it for which id. Both sides derive their types from this table; the guard enforces it.
import { z } from 'zod';
import { HINTS } from '../domain/advice';
import { draftTexts } from './drafts';
import { day, finite, goalId, httpsLink, id, optionalText, text } from './fields';
import { goalInput, rules } from './goals';
import {
  PASSES_AT_ONCE,
  RESULTS_AT_ONCE,
  SORT_RULES_LIMIT,
  TEXT_LIMIT,
  TRANSITIONS_LIMIT,
} from './limits';
import { answerProperty } from './properties';
import { setup } from './setup';
import {
  answerInput,
  givenPass,
  openItem,
  openProject,
  resultView,
  signalKey,
  sortRule,
} from './shapes';

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

/** Where a procedure is offered; each surface has a resolver function of its own. */
export type Surface = 'item' | 'project' | 'settings';

/**
 * Rights as the user, checked with Jira for the very ids that the input names:
 * `report` is being the goal's owner, or Administer Projects, and Browse on the project;
 * `result` is Edit, or Transition where a closed item can't be edited; `administerJira` is the site's
 * right and Browse on the project.
 */
export type Access =
  | { on: 'item'; right: 'browse' | 'edit' | 'result' }
  | { on: 'items'; right: 'browse' }
  | { on: 'goal'; right: 'report' }
  | { on: 'project'; right: 'browse' | 'administer' | 'administerJira' };

export interface Procedure {
  surfaces: readonly Surface[];
  access: Access;
  input: z.ZodType;
  output: z.ZodType;
}

const item = z.object({ itemId: id });
const project = z.object({ projectId: id });

/** Fingerprint of the property value that a page saw; null when there was none. */
const seen = z.string().max(64).nullable();

/** Revision of the result that a page showed; 0 when there was none. */
const resultRev = z.number().int().min(0);
/** A reading, by its goal and its day. */
const citedReading = z.object({ goalId, day });
const sorted = z.object({
  /** The property as it now stands, null without one, and its fingerprint. */
  answer: answerProperty.nullable(),
  seen,
  result: resultView.nullable(),
});

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
  'result.give': {
    surfaces: ['item', 'project'],
    access: { on: 'item', right: 'result' },
    input: item.extend({
      result: z.enum(['moved', 'flat', 'unclear']),
      note: optionalText(TEXT_LIMIT),
      /** A reading of the bet's goal that shows it. */
      reading: citedReading.optional(),
      rev: resultRev,
    }),
    output: resultView,
  },
  /** "Too early": the result is due on another day. */
  'result.later': {
    surfaces: ['item', 'project'],
    access: { on: 'item', right: 'result' },
    input: item.extend({
      checkBy: day,
      /** Whether it is out; no: there is nothing to look at yet. */
      delivered: z.boolean(),
      note: optionalText(TEXT_LIMIT),
      rev: resultRev,
    }),
    /** With the answer's property as it now stands, and its fingerprint. */
    output: z.object({ result: resultView, answer: answerProperty, seen: z.string() }),
  },
  /** What is kept of the results of items that the page has listed; items without any are left out. */
  'results.read': {
    surfaces: ['project'],
    access: { on: 'items', right: 'browse' },
    input: z.object({ itemIds: z.array(id).min(1).max(RESULTS_AT_ONCE) }),
    output: z.object({ results: z.array(resultView) }),
  },
  /** Items, as far as this user sees them, whose result Jira has not taken. */
  'results.unwritten': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project,
    output: z.object({ itemIds: z.array(id) }),
  },
  /** Tries again to show on their items what Jira has not taken. */
  'results.repair': {
    surfaces: ['project'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: z.object({ written: z.number().int(), left: z.number().int() }),
  },
  /** Says what became of a finished item, without a goal or a sentence. */
  'sort.give': {
    surfaces: ['project'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({
      sort: z.enum(['moved', 'tested', 'run']),
      reading: citedReading.optional(),
      seen,
      rev: resultRev,
    }),
    output: sorted,
  },
  /** Takes a sorting back: the answer is again what it was before, and there is no result. */
  'sort.undo': {
    surfaces: ['project'],
    access: { on: 'item', right: 'edit' },
    input: item.extend({ restore: answerProperty.nullable(), seen, rev: resultRev }),
    output: sorted,
  },
  'sortRules.save': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({ rules: z.array(sortRule).max(SORT_RULES_LIMIT).nullable() }),
    output: z.object({ rules: z.array(sortRule).nullable() }),
  },
  /** Dismisses a signal for oneself, or takes that back. */
  'signal.dismiss': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({ signal: signalKey, dismissed: z.boolean() }),
    output: z.object({ dismissed: z.array(z.string()) }),
  },
  /** Adds a reading, or corrects the one of that day. */
  'reading.save': {
    surfaces: ['project'],
    access: { on: 'goal', right: 'report' },
    input: project.extend({
      goalId,
      day,
      value: finite,
      note: optionalText(TEXT_LIMIT),
      link: httpsLink.optional(),
      /** Revision of the reading of that day that the page showed; 0 when there was none. */
      rev: z.number().int().min(0),
    }),
    output: openProject,
  },
  /** Takes a reading back, or the taking back. */
  'reading.withdraw': {
    surfaces: ['project'],
    access: { on: 'goal', right: 'report' },
    input: project.extend({
      goalId,
      day,
      withdrawn: z.boolean(),
      rev: z.number().int().min(1),
    }),
    output: openProject,
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
