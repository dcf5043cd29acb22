// A workflow as Jira's REST API writes it. Source: Atlassian, REST v3, group "Workflows".
import { createHash } from 'node:crypto';
import { z } from 'zod';

const ruleSchema = z.strictObject({
  ruleKey: z.string(),
  id: z.string().nullish(),
  parameters: z.record(z.string(), z.string()).optional(),
});
export type Rule = z.infer<typeof ruleSchema>;

const layout = z.strictObject({ x: z.number().optional(), y: z.number().optional() });

/** A transition as an update may send it: what is missing is told as an error of the workflow. */
const transitionSchema = z.strictObject({
  id: z.string().optional(),
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']).optional(),
  name: z.string().optional(),
  description: z.string().optional(),
  toStatusReference: z.string().optional(),
  links: z
    .array(
      z.strictObject({
        fromStatusReference: z.string().nullish(),
        fromPort: z.int().nullish(),
        toPort: z.int().nullish(),
      }),
    )
    .optional(),
  validators: z.array(ruleSchema).optional(),
  actions: z.array(ruleSchema).optional(),
  triggers: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.string()).optional(),
  conditions: z.unknown().optional(),
  transitionScreen: ruleSchema.nullish(),
  customIssueEventId: z.string().optional(),
});
export type SentTransition = z.infer<typeof transitionSchema>;
export interface Transition extends SentTransition {
  id: string;
  type: 'INITIAL' | 'GLOBAL' | 'DIRECTED';
  name: string;
  toStatusReference: string;
}

const sentStatus = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  statusCategory: z.enum(['TODO', 'IN_PROGRESS', 'DONE']),
  statusReference: z.string(),
});

const workflowUpdate = z.strictObject({
  id: z.string(),
  description: z.string().optional(),
  version: z.strictObject({ id: z.string(), versionNumber: z.int() }),
  statuses: z.array(
    z.strictObject({
      statusReference: z.string(),
      layout: layout.nullish(),
      properties: z.record(z.string(), z.string()),
    }),
  ),
  transitions: z.array(transitionSchema),
  startPointLayout: layout.nullish(),
  loopedTransitionContainerLayout: layout.nullish(),
});
export type WorkflowUpdate = z.infer<typeof workflowUpdate>;

/** The body of `POST workflows/update`; unknown members are refused. */
export const updateBody = z.strictObject({
  statuses: z.array(sentStatus),
  workflows: z.array(workflowUpdate).min(1),
});
export type UpdateBody = z.infer<typeof updateBody>;

/** A workflow as it is kept. */
export interface Workflow extends Omit<WorkflowUpdate, 'transitions'> {
  name: string;
  /** The team-managed project that owns it; null for one that company-managed projects may share. */
  projectId: string | null;
  transitions: Transition[];
  created: number;
  updated: number;
}

/** An id in the form of those that Jira gives out, always the same for the same thing. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** How workflows name a status: not by its id. */
export const referenceOf = (statusId: string): string => uuidOf(`status ${statusId}`);
