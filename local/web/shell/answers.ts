// What the shell reads out of Jira's answers, and nothing more.
import { z } from 'zod';

const named = z.object({ id: z.string(), name: z.string() });
const person = z.object({ displayName: z.string() }).nullish();
const category = z.enum(['new', 'indeterminate', 'done']);

const status = named.extend({ statusCategory: z.object({ key: category }) });
export type Status = z.infer<typeof status>;

export const projectSchema = z.object({ id: z.string(), key: z.string(), name: z.string() });
export type Project = z.infer<typeof projectSchema>;
export const projectPage = z.object({
  values: z.array(projectSchema),
  isLast: z.boolean().optional(),
});

const rowSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status,
    issuetype: named,
    parent: z.object({ key: z.string() }).nullish(),
    assignee: person,
    created: z.string(),
  }),
});
export type Row = z.infer<typeof rowSchema>;

export const searchPage = z.object({
  issues: z.array(rowSchema),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().optional(),
});

export const countAnswer = z.object({ count: z.number() });

export const itemSchema = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status,
    issuetype: named,
    project: projectSchema,
    priority: named.nullish(),
    resolution: named.nullish(),
    parent: z.object({ key: z.string() }).nullish(),
    reporter: person,
    assignee: person,
    labels: z.array(z.string()).default([]),
    components: z.array(named).default([]),
    description: z.unknown(),
    created: z.string(),
    updated: z.string(),
    resolutiondate: z.string().nullish(),
    duedate: z.string().nullish(),
  }),
});
export type Item = z.infer<typeof itemSchema>;

export const transitionsAnswer = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      to: status,
      fields: z.object({ resolution: z.object({ allowedValues: z.array(named) }).optional() }),
    }),
  ),
});
export type Transition = z.infer<typeof transitionsAnswer>['transitions'][number];

export const commentsAnswer = z.object({
  comments: z.array(
    z.object({
      id: z.string(),
      author: person,
      created: z.string(),
      body: z.unknown(),
      jsdPublic: z.boolean(),
    }),
  ),
});

export const changelogAnswer = z.object({
  values: z.array(
    z.object({
      id: z.string(),
      author: person,
      created: z.string(),
      items: z.array(
        z.object({
          field: z.string(),
          fromString: z.string().nullish(),
          toString: z.string().nullish(),
        }),
      ),
    }),
  ),
});

export const propertyAnswer = z.object({ key: z.string(), value: z.unknown() });
