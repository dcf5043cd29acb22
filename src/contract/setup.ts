// What the settings page says is in place, as Jira answered it a moment ago.
import { z } from 'zod';

/** Jira did not say: the user may not look, or Jira did not answer. */
const unknown = z.object({ known: z.literal(false), why: z.enum(['forbidden', 'unavailable']) });

const transition = z.object({
  id: z.string(),
  name: z.string(),
  /** Names of the statuses it starts from; empty for one that starts anywhere. */
  from: z.array(z.string()),
  to: z.string(),
  /** It leads into the category In Progress from outside it, or from anywhere: work starts with it. */
  starts: z.boolean(),
  /** It creates items. The gate belongs on none of these; it is listed only to be taken off. */
  creates: z.boolean(),
  /** The gate stands on it. */
  placed: z.boolean(),
});

const workflow = z.object({
  id: z.string(),
  name: z.string(),
  /** Counts the changes of the workflow; a write that names an old one is refused. */
  version: z.number().int(),
  /** Other projects may use it as well. */
  shared: z.boolean(),
  /** False while Jira does not let it be changed. */
  editable: z.boolean(),
  transitions: z.array(transition),
});
export type SetupWorkflow = z.infer<typeof workflow>;

export const setup = z.object({
  panel: z.union([z.object({ known: z.literal(true), pinned: z.boolean() }), unknown]),
  gate: z.union([z.object({ known: z.literal(true), workflows: z.array(workflow) }), unknown]),
  may: z.object({ administerJira: z.boolean() }),
});
export type Setup = z.infer<typeof setup>;
