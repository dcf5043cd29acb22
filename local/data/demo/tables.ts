// The demo's tables, read from the JSON files beside this one: what the people of the shop talk
// about, what they decided, and what became of it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const words = z.array(z.string()).min(1);

const goalName = z.enum(['conversion', 'contacts', 'speed']);
export type GoalName = z.infer<typeof goalName>;

/** Where an item stands: nobody wanted it, lately added, in work, finished lately, finished before. */
const phase = z.enum(['old', 'open', 'running', 'recent', 'past']);
export type Phase = z.infer<typeof phase>;

/** "By [by] we expect [expect]": the two halves that a person types. */
const betText = z.strictObject({ by: z.string(), expect: z.string() });
export type BetText = z.infer<typeof betText>;

/** What a part of the product is talked about with. */
const theme = z.strictObject({
  component: z.string(),
  /** Which of the demo's goals this part of the product serves by nature. */
  serves: goalName.nullable(),
  epics: z.array(betText.extend({ title: z.string() })),
  stories: words,
  bugs: words,
  bets: z.array(betText),
});
export type Theme = z.infer<typeof theme>;

/** A result; whether it cites a reading is left to chance where the table does not say. */
const said = z.strictObject({
  value: z.enum(['moved', 'flat', 'unclear']),
  daysAgo: z.int(),
  cites: z.boolean().optional(),
});

/** What somebody answered and what came of it. Days count from the demo's present. */
const story = {
  component: z.string(),
  answer: z
    .strictObject({
      why: z.enum(['move', 'test', 'run', 'half']),
      goal: goalName.default('conversion'),
      when: z.enum(['before', 'started', 'done']).default('before'),
      checkIn: z.int().default(30),
    })
    .optional(),
  result: said.optional(),
  /** What was said before that. */
  earlier: said.optional(),
  /** Found too early to tell, each time until this day. */
  postponed: z.array(z.int()).optional(),
  /** A name under which tests and pictures find the item. */
  notable: z.string().nullable().default(null),
};

/** An epic; the numbers are items of the standard level beneath it. */
const recipe = z.strictObject({
  ...story,
  /** Place of the epic in its part's list. */
  epic: z.int(),
  /** Set when the epic is finished: its last child was done this many days ago. */
  finished: z.int().optional(),
  children: z.partialRecord(phase, z.int()),
});
export type Recipe = z.infer<typeof recipe>;
export type Story = Pick<Recipe, 'answer' | 'result' | 'earlier' | 'postponed'>;

/** A single item that shows one thing; its moments are days before the demo's present. */
const special = z.strictObject({
  ...story,
  kind: z.enum(['story', 'task', 'bug']),
  summary: z.string(),
  created: z.int(),
  started: z.int().optional(),
  finished: z.int().optional(),
  /** A goal of another project: an item that was moved or cloned from there still names it. */
  foreignGoal: z.string().optional(),
  /** Content of the answer property that the app did not write. */
  foreignAnswer: z.unknown().optional(),
  restricted: z.boolean().default(false),
});
export type Special = z.infer<typeof special>;

/** A goal; `first`, `last` and `ended` are days from the demo's present. */
const goal = z.strictObject({
  goal: z.strictObject({
    id: z.string(),
    achieve: z.string(),
    by: z.string(),
    metric: z.string(),
    unit: z.string(),
    direction: z.enum(['up', 'down']),
    baseline: z.number(),
    target: z.number(),
  }),
  owner: z.enum(['admin', 'po', 'dev']),
  link: z.string().optional(),
  first: z.int(),
  last: z.int(),
  ended: z.int().optional(),
  successorId: z.string().optional(),
  /** What one item may hope to add, in the goal's unit. */
  deltas: z.array(z.number()),
  /** Day, value and, now and then, a note; last the value that stood there by mistake. */
  readings: z.array(z.tuple([z.int(), z.number(), z.string().optional(), z.number().optional()])),
});

const phrases = z.strictObject({
  chores: words,
  /** Steps of one item: never asked, never counted. */
  steps: words,
  /** First sentences of descriptions, and what they may go on with. */
  reasons: words,
  details: words,
  forWhom: words,
  because: words,
  /** Why it was too early to tell. */
  tooEarly: words,
  results: z.strictObject({ moved: words, flat: words, unclear: words }),
});

function table<T extends z.ZodType>(name: string, schema: T): z.output<T> {
  const file = path.join(__dirname, 'tables', `${name}.json`);
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export const THEMES = table('themes', z.array(theme));
/** Nouns for the slots of the texts. */
export const NOUNS = table('nouns', z.record(z.string(), words));
export const PHRASES = table('phrases', phrases);
export const RECIPES = table('epics', z.array(recipe));
export const SPECIALS = table('singles', z.array(special));
export const GOALS = table('goals', z.record(goalName, goal));
