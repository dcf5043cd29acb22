// Shapes of what Jira answers, as far as the app reads them. Other keys are ignored.
import { z } from 'zod';
import { onDemand } from '../../contract/on-demand';

const statusCategory = onDemand(() => z.object({ key: z.string() }));
export const status = onDemand(() =>
  z.object({ id: z.string(), name: z.string(), statusCategory: statusCategory() }),
);
export const issueType = onDemand(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    subtask: z.boolean().optional(),
    hierarchyLevel: z.number().int(),
  }),
);

/** Fields that the app asks for; which of them are present depends on the request. Custom ones stay as they are. */
const fields = onDemand(() =>
  z
    .object({
      summary: z.string().optional(),
      issuetype: issueType().optional(),
      project: z.object({ id: z.string(), key: z.string() }).optional(),
      status: status().optional(),
      resolution: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
      duedate: z.string().nullish(),
      created: z.string().optional(),
      updated: z.string().optional(),
      statuscategorychangedate: z.string().nullable().optional(),
      labels: z.array(z.string()).optional(),
      components: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
      parent: z
        .object({
          id: z.string(),
          key: z.string(),
          fields: z.object({ summary: z.string().optional() }).optional(),
        })
        .nullable()
        .optional(),
    })
    .catchall(z.unknown()),
);

export const issue = onDemand(() =>
  z.object({
    id: z.string(),
    key: z.string(),
    fields: fields().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
  }),
);
export type JiraIssue = z.infer<ReturnType<typeof issue>>;

export const searchPage = onDemand(() =>
  z.object({
    issues: z.array(issue()),
    nextPageToken: z.string().nullish(),
    isLast: z.boolean().optional(),
  }),
);

/** Moments stand as milliseconds or as text. */
const moment = onDemand(() => z.union([z.number(), z.string()]));

export const histories = onDemand(() =>
  z.object({
    issueChangeLogs: z.array(
      z.object({
        issueId: z.string(),
        changeHistories: z.array(
          z.object({
            created: moment(),
            author: z
              .object({ accountId: z.string(), accountType: z.string().optional() })
              .optional(),
            items: z.array(
              z.object({
                field: z.string(),
                fieldId: z.string().optional(),
                from: z.string().nullish(),
                to: z.string().nullish(),
              }),
            ),
          }),
        ),
      }),
    ),
    nextPageToken: z.string().nullish(),
  }),
);
export type JiraHistories = z.infer<ReturnType<typeof histories>>;

/** Transitions that the caller can make now, with the fields of their screens. */
export const transitions = onDemand(() =>
  z.object({
    transitions: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        to: status(),
        hasScreen: z.boolean().optional(),
        fields: z
          .record(
            z.string(),
            z.object({
              required: z.boolean(),
              name: z.string(),
              hasDefaultValue: z.boolean().optional(),
              allowedValues: z
                .array(z.object({ id: z.string().optional(), name: z.string().optional() }))
                .optional(),
            }),
          )
          .optional(),
      }),
    ),
  }),
);

/** Bodies are Atlassian documents. */
export const comments = onDemand(() =>
  z.object({
    comments: z.array(
      z.object({
        author: z.object({ accountId: z.string() }).optional(),
        created: z.string(),
        body: z.unknown(),
      }),
    ),
  }),
);

export const task = onDemand(() =>
  z.object({
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
  }),
);

export const field = onDemand(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    schema: z.object({ type: z.string().optional(), custom: z.string().optional() }).optional(),
  }),
);
export type JiraField = z.infer<ReturnType<typeof field>>;

export const board = onDemand(() =>
  z.object({ id: z.number(), name: z.string(), type: z.string() }),
);

export const sprint = onDemand(() =>
  z.object({
    id: z.number(),
    name: z.string(),
    state: z.string(),
    startDate: z.string().optional(),
    endDate: z.string().optional(),
    goal: z.string().nullish(),
  }),
);
export type JiraSprint = z.infer<ReturnType<typeof sprint>>;

/** A rule of a transition; its parameters are as its maker likes. */
const rule = onDemand(() =>
  z.looseObject({
    ruleKey: z.string(),
    parameters: z.record(z.string(), z.unknown()).optional(),
  }),
);

const workflowTransition = onDemand(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    toStatusReference: z.string().nullish(),
    links: z.array(z.looseObject({ fromStatusReference: z.string().nullish() })).nullish(),
    validators: z.array(rule()).nullish(),
  }),
);
export type JiraTransition = z.infer<ReturnType<typeof workflowTransition>>;

const workflow = onDemand(() =>
  z.looseObject({
    id: z.string(),
    name: z.string(),
    scope: z.looseObject({ type: z.string().nullish() }).nullish(),
    isEditable: z.boolean().nullish(),
    /** A change of this workflow that is under way. */
    taskId: z.string().nullish(),
    version: z.object({ id: z.string(), versionNumber: z.number().int() }),
    statuses: z.array(z.looseObject({ statusReference: z.string() })),
    transitions: z.array(workflowTransition()),
  }),
);
export type JiraWorkflow = z.infer<ReturnType<typeof workflow>>;

/** Workflows as they are read; what the app does not know of them is kept and sent back unchanged. */
export const workflows = onDemand(() =>
  z.object({
    statuses: z.array(
      z.looseObject({
        name: z.string(),
        statusReference: z.string(),
        statusCategory: z.string(),
      }),
    ),
    workflows: z.array(workflow()),
  }),
);
export type JiraWorkflows = z.infer<ReturnType<typeof workflows>>;

export const panelPins = onDemand(() =>
  z.object({
    statuses: z.array(
      z.object({
        projectIdOrKey: z.string().optional(),
        pinned: z.boolean().optional(),
        error: z.string().nullish(),
      }),
    ),
  }),
);

export const taskStarted = onDemand(() => z.object({ taskId: z.string() }));

/** What became of a move in the rank, where Jira says it item by item (207); nothing on 204. */
export const rankOutcome = onDemand(() =>
  z
    .object({
      entries: z.array(
        z.object({ status: z.number().int(), errors: z.array(z.string()).optional() }),
      ),
    })
    .nullish(),
);
