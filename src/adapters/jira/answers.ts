// Shapes of what Jira answers, as far as the app reads them. Other keys are ignored.
import { z } from 'zod';

const statusCategory = z.object({ key: z.string() });
export const status = z.object({ id: z.string(), name: z.string(), statusCategory });
export const issueType = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean().optional(),
  hierarchyLevel: z.number().int(),
});

/** Fields that the app asks for; which of them are present depends on the request. */
const fields = z.object({
  summary: z.string().optional(),
  issuetype: issueType.optional(),
  project: z.object({ id: z.string(), key: z.string() }).optional(),
  status: status.optional(),
  resolution: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
  created: z.string().optional(),
  updated: z.string().optional(),
  statuscategorychangedate: z.string().nullable().optional(),
  labels: z.array(z.string()).optional(),
  parent: z
    .object({
      id: z.string(),
      key: z.string(),
      fields: z.object({ summary: z.string().optional() }).optional(),
    })
    .nullable()
    .optional(),
});

export const issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: fields.optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type JiraIssue = z.infer<typeof issue>;

export const searchPage = z.object({
  issues: z.array(issue),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().optional(),
});

export const task = z.object({
  id: z.string(),
  status: z.enum([
    'ENQUEUED',
    'RUNNING',
    'COMPLETE',
    'FAILED',
    'CANCEL_REQUESTED',
    'CANCELLED',
    'DEAD',
  ]),
});
