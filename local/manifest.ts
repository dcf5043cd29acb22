// Reads manifest.yml into what the local host needs to know of the app.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENVIRONMENT_ID } from './forge/site';
import {
  manifestFile,
  type DeclaredAction,
  type Entity,
  type ManifestFile,
  type Modules,
  type PageModule,
} from './manifest-file';
import { demandWithinLimits } from './manifest-limits';
import { readTranslations, translated, type Translations } from './translations';

export type { AttributeType, Entity } from './manifest-file';
export type ScheduledTrigger = Modules['scheduledTrigger'][number];

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
export type UiModule = PageModule & { type: UiModuleType; ari: string };

/** An action that rules of Jira automation can use. */
export type ActionModule = DeclaredAction & { title: string };

export interface Manifest {
  appId: string;
  /** What the names of the app's modules begin with. */
  ari: string;
  /** The folder of the manifest; paths and handlers are relative to it. */
  root: string;
  /** What the process of a function may use. */
  memoryMB: number;
  scopes: readonly string[];
  content: ManifestFile['permissions']['content'];
  modules: Modules;
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
