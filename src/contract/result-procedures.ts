// Procedures about what became of finished work: results, sorting, readings, and what one person
// keeps beside them.
import { z } from 'zod';
import { count, day, finite, goalId, httpsLink, id, optionalText, seen } from './fields';
import { RESULTS_AT_ONCE, SORT_RULES_LIMIT, TEXT_LIMIT } from './limits';
import type { Procedure } from './procedure';
import { answerProperty } from './properties';
import { openProject, resultView, signalKey, sortRule } from './shapes';

const item = z.object({ itemId: id });
const project = z.object({ projectId: id });
/** Revision of what was said, as a page showed it; 0 when there was nothing. */
const resultRev = count;
/** A reading, by its goal and its day. */
const citedReading = z.object({ goalId, day });
const sorted = z.object({
  /** The property as it now stands, null without one, and its fingerprint. */
  answer: answerProperty.nullable(),
  seen,
  result: resultView.nullable(),
});

export const resultProcedures = {
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
  /** Tries again to show on their items what Jira has not taken: as many as one call has time for. */
  'results.repair': {
    surfaces: ['project'],
    access: { on: 'project', right: 'administer' },
    input: project.extend({
      /** The item that the call before tried last. */
      after: id.optional(),
    }),
    output: z.object({
      written: z.number().int(),
      left: z.number().int(),
      /** The item to go on after; null once all were tried. */
      next: id.nullable(),
      /** Items that are still to be tried. */
      remaining: z.number().int(),
    }),
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
      rev: count,
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
} as const satisfies Record<string, Procedure>;
