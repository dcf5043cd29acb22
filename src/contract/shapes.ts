// What procedures take and answer beyond ids: answers, results, passes, and what a page opens with.
import { z } from 'zod';
import { HINTS } from '../domain/advice';
import { ERROR_CODES } from '../domain/errors';
import { draft } from './drafts';
import { day, finite, goalId, id, optionalText, said } from './fields';
import { agreement, goalView, rules } from './goals';
import { ITEM_KEY_LIMIT, LABEL_LIMIT, SENTENCE_LIMIT, TEXT_LIMIT } from './limits';
import { answerProperty } from './properties';

const itemKey = said('itemKey');

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
    .max(ITEM_KEY_LIMIT, itemKey)
    .regex(/^[A-Z][A-Z0-9_]*-[0-9]+$/, itemKey)
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

/** A reading that a result cites, as it was when it was cited. */
const citedReading = z.object({ goalId, day, value: finite });

/** What was said of a bet at one time. */
const saidOnce = z.object({
  result: z.enum(['moved', 'flat', 'unclear']),
  evidence: z.enum(['measured', 'judged']),
  at: day,
  note: z.string().optional(),
  by: z.string(),
  reading: citedReading.optional(),
});
export type SaidView = z.infer<typeof saidOnce>;

/** "Too early": a new check date. */
const postponement = z.object({
  from: day.nullable(),
  to: day,
  at: day,
  by: z.string(),
  /** Whether it was out already when somebody looked. */
  delivered: z.boolean(),
  note: z.string().optional(),
  /** False while the item's answer does not carry the new date. */
  written: z.boolean(),
});

/** All that is known of the result of one bet. */
export const resultView = z.object({
  itemId: id,
  /** Revision of what was said; showing it in Jira does not change it. */
  rev: z.number().int(),
  /** What stands; null when nothing was said, or when it was taken back. */
  given: saidOnce.nullable(),
  /** False when Jira did not take the property: the result is kept in storage only. */
  written: z.boolean(),
  /** What stood before, oldest first. */
  earlier: z.array(saidOnce),
  later: z.array(postponement),
});
export type ResultView = z.infer<typeof resultView>;

/** A rule that suggests what became of finished items. */
export const sortRule = z.object({
  field: z.enum(['type', 'label', 'parent', 'resolution']),
  /** Id of the type, the parent or the resolution; the label itself. */
  value: z.string().trim().min(1).max(LABEL_LIMIT),
  sort: z.enum(['moved', 'tested', 'run']),
});

/** What a signal is about, so that it can be dismissed: its kind, its goal, its quarter. */
export const signalKey = z.string().regex(/^[a-z-]{1,32}:[A-Za-z0-9-]{0,64}:[0-9]{4}-Q[1-4]$/);

/** How long this team's finished items took, in days, from a sample of `of` items. */
const pace = z.object({ day, of: z.number().int(), half: finite, most: finite });

const scanState = z.object({
  /** Instant of the last whole scan, milliseconds; null before the first. */
  lastAt: z.number().nullable(),
  /** The project's day it was made for. */
  lastDay: day.nullable(),
  listed: z.number().int(),
  changed: z.number().int(),
  warned: z.number().int(),
  candidates: z.number().int(),
  /** Items whose property said something else than storage when they were last compared. */
  differ: z.number().int(),
  /** Since when it is on, milliseconds; null while it is off, or since before that was kept. */
  onSince: z.number().nullable(),
  /** A scan that has begun and not ended: when it began, and how many of its steps are done. */
  running: z.object({ since: z.number(), done: z.number().int(), of: z.number().int() }).nullable(),
  /** It waits until this moment for Jira or for its own budget; null when it does not. */
  waitsUntil: z.number().nullable(),
  /** What stopped the last turn, or what it could not do: only the gate, or messages, were refused. */
  failed: z
    .object({ at: z.number(), part: z.enum(['scan', 'gate', 'notice']), code: z.enum(ERROR_CODES) })
    .nullable(),
  /** Null before the first sample. */
  pace: pace.nullable(),
  /** From when on a scan can be ordered by hand, milliseconds; null for at once. */
  byHandFrom: z.number().nullable(),
  /** When the next one is due, milliseconds; null while the scan is off. */
  nextAt: z.number().nullable(),
});

/** What one function run brings to a page: goals, rules and the project's day. */
export const openProject = z.object({
  projectId: id,
  today: day,
  goals: z.array(goalView),
  agreements: z.array(agreement),
  rules,
  rev: z.number().int(),
  scan: scanState,
  /** Signals that this person has dismissed. */
  dismissedSignals: z.array(z.string()),
  /** This person's rules for sorting; null until they make some. */
  sortRules: z.array(sortRule).nullable(),
  may: z.object({
    administer: z.boolean(),
    /** Belongs to the forum, or the forum names nobody. Jira decides on each item besides. */
    decide: z.boolean(),
    /** Goals that this person may add readings to. */
    report: z.array(goalId),
  }),
});
export type OpenProject = z.infer<typeof openProject>;

/** A "start anyway": who let the item pass, why, and until when. */
export const givenPass = z.object({
  itemId: id,
  /** Last day on which it holds, and the instant of its end (milliseconds). */
  until: day,
  untilAt: z.number(),
  reason: z.string(),
  by: z.string(),
  /** Instant in milliseconds. */
  at: z.number(),
  /** Somebody took it back before it had run out. */
  withdrawn: z.boolean(),
  /** False when Jira did not take the property, so that the gate does not know of it. */
  written: z.boolean(),
});
export type GivenPass = z.infer<typeof givenPass>;

export const openItem = z.object({
  itemId: id,
  projectId: id,
  today: day,
  goals: z.array(goalView),
  rules,
  /** What is kept of the result of this item; null when nothing was ever said. */
  result: resultView.nullable(),
  /** The direct parent as this user sees it; null without one, or when it is hidden or gone. */
  parent: z
    .object({
      id,
      key: z.string(),
      summary: z.string(),
      /** The parent's properties as they are, untrusted. */
      answer: z.unknown(),
      result: z.unknown(),
    })
    .nullable(),
  /** What this user was typing when the panel was closed. */
  draft: draft.nullable(),
  /** Hints that this user has dismissed for this item. */
  dismissed: z.array(z.enum(HINTS)),
  pass: givenPass.nullable(),
  /** Null before the first sample; `of` is 0 where too little was finished to tell. */
  pace: pace.nullable(),
  /** Somebody changed the answer past Ladder since this moment (milliseconds), when it was last saved here. */
  outsideSince: z.number().nullable(),
  may: z.object({ edit: z.boolean(), giveResult: z.boolean() }),
});
export type OpenItem = z.infer<typeof openItem>;
