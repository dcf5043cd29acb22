// The schema of manifest.yml, as far as the local host acts on it. Atlassian's own validator judges the
// file as a whole.
import { z } from 'zod';

const attributeType = z.enum(['string', 'integer', 'float', 'boolean', 'any']);

const index = z.union([
  // The short form names one attribute: it is the partition's whole key and the order.
  z.string().transform((name) => ({ name, partition: [] as string[], range: [name] })),
  z
    .object({
      name: z.string(),
      partition: z.array(z.string()).default([]),
      range: z.array(z.string()).max(1).default([]),
    })
    .strict(),
]);

const entity = z
  .object({
    name: z.string(),
    attributes: z.record(z.string(), z.object({ type: attributeType })),
    indexes: z.array(index).default([]),
  })
  .strict();

const uiModule = z.object({
  key: z.string(),
  title: z.string(),
  resource: z.string(),
  resolver: z.object({ function: z.string() }).optional(),
  viewportSize: z.enum(['small', 'medium', 'large', 'xlarge']).optional(),
  displayConditions: z.record(z.string(), z.unknown()).optional(),
  label: z.string().optional(),
  status: z
    .object({
      type: z.literal('lozenge'),
      value: z.object({
        label: z.string(),
        type: z.enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success']),
      }),
    })
    .optional(),
});

const valueType = z.enum(['string', 'integer', 'number', 'boolean']);

const actionModule = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  function: z.string(),
  config: z.object({ resource: z.string() }).strict().optional(),
  resolver: z.object({ function: z.string() }).optional(),
  inputs: z.record(
    z.string(),
    z.object({
      title: z.string(),
      type: valueType,
      required: z.boolean(),
      description: z.string().optional(),
    }),
  ),
  outputs: z
    .record(
      z.string(),
      z.object({ description: z.string(), type: valueType, nullable: z.boolean() }),
    )
    .default({}),
});

const entityProperty = z.object({
  key: z.string(),
  entityType: z.enum(['issue', 'project', 'user']).default('issue'),
  propertyKey: z.string(),
  values: z.array(
    z.object({
      path: z.string(),
      type: z.enum(['number', 'string', 'text', 'user', 'date']),
      searchAlias: z.string().optional(),
    }),
  ),
});

const validator = z.object({
  key: z.string(),
  name: z.string(),
  expression: z.string(),
  errorMessage: z.string(),
  projectTypes: z.array(z.string()).default(['company-managed']),
});

const modules = z.object({
  'jira:issuePanel': z.array(uiModule).default([]),
  'jira:issueContext': z.array(uiModule).default([]),
  'jira:projectPage': z.array(uiModule).default([]),
  'jira:projectSettingsPage': z.array(uiModule).default([]),
  'jira:entityProperty': z.array(entityProperty).default([]),
  'jira:workflowValidator': z.array(validator).default([]),
  action: z.array(actionModule).default([]),
  'automation:actionProvider': z
    .array(z.object({ key: z.string(), actions: z.array(z.string()).min(1) }))
    .default([]),
  scheduledTrigger: z
    .array(
      z.object({
        key: z.string(),
        function: z.string(),
        interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
      }),
    )
    .default([]),
  consumer: z
    .array(z.object({ key: z.string(), queue: z.string(), function: z.string() }))
    .default([]),
  function: z.array(
    z.object({
      key: z.string(),
      handler: z.string().regex(/^[\w/-]+\.\w+$/),
      timeoutSeconds: z.number().int().min(1).max(900).optional(),
    }),
  ),
});

/** The whole file; parts that the host does not act on are let through unread. */
export const manifestFile = z.object({
  app: z.object({
    id: z.string(),
    // https://developer.atlassian.com/platform/forge/limits-invocation/
    runtime: z.object({ memoryMB: z.number().int().min(128).max(1024).default(512) }).prefault({}),
    storage: z.object({ entities: z.array(entity).default([]) }).default({ entities: [] }),
  }),
  modules,
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
  permissions: z
    .object({
      scopes: z.array(z.string()).default([]),
      content: z
        .object({
          styles: z.array(z.literal('unsafe-inline')).optional(),
          scripts: z.array(z.string()).optional(),
        })
        .default({}),
    })
    .default({ scopes: [], content: {} }),
});

export type ManifestFile = z.infer<typeof manifestFile>;
export type Modules = z.infer<typeof modules>;
export type Entity = z.infer<typeof entity>;
export type AttributeType = z.infer<typeof attributeType>;
/** A module that shows a page. */
export type PageModule = z.infer<typeof uiModule>;
export type DeclaredAction = z.infer<typeof actionModule>;
