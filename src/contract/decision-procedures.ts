// Procedures about the kill list: decisions, their draft, the record of acts, a scan by hand.
import { z } from 'zod';
import { CHANGES, DECISION_KINDS, EFFORT_UNITS, ENTRY_STATES, FIXES } from '../domain/decision';
import { FLAG_REASONS } from '../domain/item';
import { MESSAGES } from '../domain/messages';
import { jsonBytes } from './bytes';
import { accountId, count, cursor, day, finite, id, seen, text } from './fields';
import {
  DECISIONS_AT_ONCE,
  DRAFT_DECISIONS_BYTES,
  DRAFT_DECISIONS_LIMIT,
  EFFORT_LIMIT,
  ITEM_KEY_LIMIT,
  LISTED_AT_ONCE,
  PARTS_LIMIT,
  TEXT_LIMIT,
} from './limits';
import type { Procedure } from './procedure';

const item = z.object({ itemId: id });
const project = z.object({ projectId: id });
const itemKey = z.string().max(ITEM_KEY_LIMIT);
/** https://support.atlassian.com/jira-cloud-administration/docs/change-the-project-key-format/ */
const ITEM_KEY = /^[A-Z][A-Z0-9_]*-[0-9]+$/;

const flagSeen = z.object({
  reason: z.enum(FLAG_REASONS),
  since: day,
});

const decided = z.object({
  kind: z.enum(DECISION_KINDS),
  until: day.optional(),
  reason: z.string(),
  by: accountId,
  at: z.number(),
  forum: z.string(),
  flag: flagSeen.nullable(),
  effort: finite.optional(),
  unit: z.enum(EFFORT_UNITS).optional(),
  wasIn: z.string(),
  fix: z.enum(FIXES).optional(),
  into: z.array(itemKey).optional(),
  attempt: z.string().optional(),
  offered: z.literal(true).optional(),
});

const ended = z.object({
  how: z.enum(['woken', 'reopened', 'undone', 'replaced']),
  by: accountId,
  at: z.number(),
});

/** All that is kept of the decisions about one item. */
export const decisionView = z.object({
  itemId: id,
  rev: z.number().int(),
  now: decided.nullable(),
  /** A kill that was begun and not seen to be done yet. */
  intent: z.object({ id: z.string(), decided }).nullable(),
  /** False when Jira did not take the property. */
  written: z.boolean(),
  /** Oldest first. */
  past: z.array(z.object({ decided, ended: ended.nullable() })),
});
export type DecisionView = z.infer<typeof decisionView>;

/** What the page showed of an item when somebody decided; anything else by now is a conflict. */
const seenItem = z.object({
  statusId: id,
  /** The flag it had; null for none. */
  flag: flagSeen.nullable(),
  /** Fingerprint of its answer; null without one. */
  answer: seen,
  /** Revision of what is kept of its decisions; 0 for nothing. */
  rev: count,
});

/** What is decided about one item. */
const decisionInput = z.object({
  kind: z.enum(DECISION_KINDS),
  /** Required for park and keep, and in the future. */
  until: day.optional(),
  reason: text(TEXT_LIMIT),
  // What the page states of the item's estimate: bounded and not read again (decision 0021).
  effort: finite.min(0).max(EFFORT_LIMIT).optional(),
  unit: z.enum(EFFORT_UNITS).optional(),
  fix: z.enum(FIXES).optional(),
  into: z.array(itemKey.regex(ITEM_KEY)).max(PARTS_LIMIT).optional(),
  // What the page states too: only numbers are made of it.
  offered: z.literal(true).optional(),
});

/** Why an item was not decided on: what has changed since the page showed it. */
export const decisionConflict = z.object({
  changed: z.array(z.enum(CHANGES)),
  view: decisionView.nullable(),
});
export type DecisionConflict = z.infer<typeof decisionConflict>;

/** One line of a draft: a decision that is not applied yet, or how applying it went. */
const draftEntry = z.object({
  itemId: id,
  itemKey,
  seen: seenItem,
  decision: decisionInput.extend({
    // While it is a draft, it may lack its reason and its date.
    reason: z.string().max(TEXT_LIMIT),
  }),
  state: z.enum(ENTRY_STATES),
  /** What was said when it did not go through. */
  note: z.string().max(TEXT_LIMIT).optional(),
});

export const decisionDraft = z.object({
  entries: z
    .array(draftEntry)
    .max(DRAFT_DECISIONS_LIMIT)
    .refine((entries) => jsonBytes(entries) <= DRAFT_DECISIONS_BYTES, MESSAGES.input),
  /** When it was kept, milliseconds. */
  at: z.number(),
});

/** A record of an act with authority, as a page shows it. */
const actView = z.object({
  id: z.string(),
  subject: z.string(),
  kind: z.string(),
  by: accountId,
  at: z.number(),
  before: z.unknown(),
  after: z.unknown(),
});
export type ActView = z.infer<typeof actView>;

export const decisionProcedures = {
  /**
   * The decisions of a project about items that this person sees, newest first, page by page; where
   * items are named, those about them, in their order.
   */
  'decisions.list': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({
      after: cursor.optional(),
      itemIds: z.array(id).min(1).max(DECISIONS_AT_ONCE).optional(),
    }),
    output: z.object({
      decisions: z.array(decisionView).max(LISTED_AT_ONCE),
      next: cursor.nullable(),
    }),
  },
  /**
   * Decides about one item. Park, keep and fix are done with it; of a kill the intent is stored, and
   * the decider's browser makes the transition. `details` of a conflict is a DecisionConflict.
   */
  'decision.begin': {
    surfaces: ['project'],
    access: { on: 'item', right: 'decide' },
    input: item.extend({
      decision: decisionInput,
      seen: seenItem,
      /** Becomes the id of the intent, by which a lost reply is told from somebody else's act. */
      attempt: z.string().min(1).max(64).optional(),
    }),
    output: decisionView,
  },
  /**
   * After the transition: looks whether the item is closed and, if so, records the kill. `details` of
   * a conflict is a DecisionConflict: `status` for an item that is open, `closed` for one that
   * somebody else has closed, `decision` for an intent that is not there any more.
   */
  'decision.finish': {
    surfaces: ['project'],
    access: { on: 'item', right: 'browse' },
    input: item.extend({ intent: z.string().max(64) }),
    output: decisionView,
  },
  /** Gives up an intent of one's own whose transition was not made. */
  'decision.drop': {
    surfaces: ['project'],
    access: { on: 'item', right: 'browse' },
    input: item.extend({ intent: z.string().max(64) }),
    output: decisionView,
  },
  /** Takes a decision back; a killed item has to be open again by then. */
  'decision.undo': {
    surfaces: ['project'],
    access: { on: 'item', right: 'decide' },
    input: item.extend({ rev: z.number().int().min(1) }),
    output: decisionView,
  },
  /** What this person has decided and not applied, and how the last applying went. */
  'decisionDraft.open': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project,
    output: z.object({ draft: decisionDraft.nullable() }),
  },
  'decisionDraft.save': {
    surfaces: ['project'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({
      entries: decisionDraft.shape.entries,
      /** `at` of the draft that this window last kept or opened; null when there was none. */
      over: z.number().nullable(),
    }),
    output: z.object({ at: z.number() }),
  },
  /** Who did what, newest first; acts on items that this person does not see are left out. */
  'acts.list': {
    surfaces: ['project', 'settings'],
    access: { on: 'project', right: 'browse' },
    input: project.extend({
      kinds: z.array(z.string().max(40)).max(40).optional(),
      after: cursor.optional(),
    }),
    output: z.object({ acts: z.array(actView).max(LISTED_AT_ONCE), next: cursor.nullable() }),
  },
  /** Orders a scan now, at most once in a while. */
  'scan.now': {
    surfaces: ['project', 'settings'],
    access: { on: 'project', right: 'administer' },
    input: project,
    output: z.object({
      ordered: z.boolean(),
      /** From when on it can be ordered again, milliseconds. */
      nextAt: z.number(),
    }),
  },
} as const satisfies Record<string, Procedure>;
