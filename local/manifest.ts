// Reads manifest.yml into what the local host needs to know of the app. Atlassian's own validator
// judges the file as a whole; here only the parts that the host acts on are parsed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENVIRONMENT_ID } from './forge/site';
import { demandWithinLimits } from './manifest-limits';
import { readTranslations, translated, type Translations } from './translations';

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

/** What the host acts on. */
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

export type Entity = z.infer<typeof entity>;
export type AttributeType = z.infer<typeof attributeType>;
export type ScheduledTrigger = z.infer<typeof modules>['scheduledTrigger'][number];

/** The module types that show a page in Jira, and where Jira shows them. */
const UI_MODULE_TYPES = [
  'jira:issuePanel',
  'jira:issueContext',
  'jira:projectPage',
  'jira:projectSettingsPage',
] as const;
/** Besides, the form of an action, where a rule is written. */
export type UiModuleType = (typeof UI_MODULE_TYPES)[number] | 'action';
/** `ari` is the name by which Jira knows the module. */
export type UiModule = z.infer<typeof uiModule> & { type: UiModuleType; ari: string };

/** An action that rules of Jira automation can use. */
export type ActionModule = z.infer<typeof actionModule> & { title: string };

export interface Manifest {
  appId: string;
  /** What the names of the app's modules begin with. */
  ari: string;
  /** The folder of the manifest; paths and handlers are relative to it. */
  root: string;
  /** What the process of a function may use. */
  memoryMB: number;
  scopes: readonly string[];
  content: z.infer<typeof manifestFile>['permissions']['content'];
  modules: z.infer<typeof modules>;
  entities: readonly Entity[];
  uiModules: readonly UiModule[];
  actions: readonly ActionModule[];
  /** @throws Error when the manifest has no such function. */
  functionByKey(key: string): { key: string; handler: string; timeoutSeconds?: number | undefined };
  uiModule(key: string): UiModule | undefined;
  /** Absolute folder of a resource. @throws Error when the manifest has no such resource. */
  resourceFolder(key: string): string;
  /** Null where the manifest declares none. */
  translations: Translations | null;
  /** The same with Jira's own texts of the modules in a reader's language. */
  inLocale(locale: string): Manifest;
}

/**
 * Parses the manifest at `file`, with the texts of the default language or of `locale`.
 * @throws Error that names what in it cannot be used.
 */
export function readManifest(file: string, locale?: string): Manifest {
  const text = readFileSync(file, 'utf8');
  const written: unknown = parse(text);
  const translations = readTranslations(file, written);
  const parsed = manifestFile.safeParse(translated(written, translations, locale));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  demandWithinLimits(file, parsed.data, Buffer.byteLength(text));
  const { app, modules: found, resources, permissions } = parsed.data;
  const root = path.dirname(path.resolve(file));
  const appId = app.id.split('/').pop() ?? app.id;
  const ari = `ari:cloud:ecosystem::extension/${appId}/${ENVIRONMENT_ID}/static`;
  const offered = new Set(found['automation:actionProvider'].flatMap(({ actions }) => actions));
  const actions = found.action
    .filter(({ key }) => offered.has(key))
    .map((entry): ActionModule => ({ ...entry, title: entry.name }));
  const uiModules: UiModule[] = [
    ...UI_MODULE_TYPES.flatMap((type) =>
      found[type].map((entry) => ({ ...entry, type, ari: `${ari}/${entry.key}` })),
    ),
    ...actions.flatMap(({ key, title, resolver, config }) =>
      config
        ? [{ key, title, resolver, ...config, type: 'action' as const, ari: `${ari}/${key}` }]
        : [],
    ),
  ];
  return {
    appId,
    ari,
    root,
    memoryMB: app.runtime.memoryMB,
    scopes: permissions.scopes,
    content: permissions.content,
    modules: found,
    entities: app.storage.entities,
    uiModules,
    actions,
    functionByKey: (key) => named(found.function, key, 'function'),
    uiModule: (key) => uiModules.find((entry) => entry.key === key),
    resourceFolder: (key) => path.join(root, named(resources, key, 'resource').path),
    translations,
    inLocale: (other) => readManifest(file, other),
  };
}

function named<T extends { key: string }>(list: readonly T[], key: string, kind: string): T {
  const entry = list.find((candidate) => candidate.key === key);
  if (!entry) throw new Error(`The manifest has no ${kind} "${key}".`);
  return entry;
}
