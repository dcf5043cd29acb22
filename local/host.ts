// The local host in one piece: database, Jira, Forge and web on one port.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { runningClock, type Clock } from './clock';
import { DEFAULT_ISSUES, DEFAULT_PROJECTS } from './data/demo';
import type { Survey } from './data/import';
import { openDb, type Db } from './db';
import { createFaults } from './faults';
import { readAhead } from './fill';
import { createForge } from './forge';
import type { FunctionSource } from './forge/functions/protocol';
import type { Host } from './host-parts';
import { createJira } from './jira';
import type { PriceList } from './jira/prices';
import { readManifest, type Manifest } from './manifest';
import { createSiteFilling } from './site-filling';
import { openSiteState, sourceText, type SiteSource, type SiteState } from './site-state';
import { createUploads } from './uploads';
import { createRoutes, isUpload } from './web/routes';
import { startServer, type WebServer } from './web/server';

export type { Host } from './host-parts';

export interface HostOptions {
  /** Database file; without it the site lives in memory. */
  db?: string | undefined;
  /** 0, the default, takes a free port. */
  port?: number | undefined;
  /** What a new site is filled with; an existing one keeps its own. Default: the demo shop. */
  source?: SiteSource | undefined;
  /** Whether the caller asked for exactly this source; then another one in the file is an error. */
  sourceAsked?: boolean | undefined;
  /** Forgets what is in the database file. */
  fresh?: boolean | undefined;
  /** Where the clock starts, in milliseconds. */
  now?: number | undefined;
  /** A clock of the test's own; it is not moved at the start. */
  clock?: Clock | undefined;
  /** Where the app's functions come from; by default its sources. */
  functions?: FunctionSource | undefined;
  /** How long a write stays invisible to search, in milliseconds of the host clock. */
  lagMs?: number | undefined;
  /** Prices of Jira calls: what is most likely, or the dearest where nobody publishes one. */
  prices?: PriceList | undefined;
  /** The app's folder: the one with manifest.yml. */
  root?: string | undefined;
  report?: ((line: string) => void) | undefined;
  /** Ends with its process instead of keeping it alive. */
  background?: boolean | undefined;
}

/** The database holds something else than what was asked for. */
export class OtherSourceError extends Error {
  constructor(found: SiteSource) {
    super(
      `The database holds ${sourceText(found)}. Add --fresh to replace it, or choose another --db.`,
    );
    this.name = 'OtherSourceError';
  }
}

const silent = () => undefined;
const ROOT = path.join(__dirname, '..');
export const DEMO = {
  kind: 'demo',
  issues: DEFAULT_ISSUES,
  projects: DEFAULT_PROJECTS,
} as const satisfies SiteSource;

/**
 * Starts the local host on 127.0.0.1 and fills a new site.
 *
 * @throws PortInUseError, DatabaseInUseError, OtherSourceError, DataError
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const root = options.root ?? ROOT;
  const manifest = readManifest(path.join(root, 'manifest.yml'));
  const server = await startServer(options.port ?? 0, options.background);
  try {
    const { db, found } = await openSite(options);
    try {
      return await assemble({ options, root, manifest, server, db, found });
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    await server.close();
    throw error;
  }
}

interface OpenSite {
  db: Db;
  /** What the data of a fresh site holds, where it comes from a file. */
  found?: Survey | undefined;
}

async function openSite(options: HostOptions): Promise<OpenSite> {
  const { db: file = ':memory:', fresh = false, source = DEMO, report = silent } = options;
  const db = openDb(file);
  if (!fresh || file === ':memory:') return { db };
  // Opening the old file makes sure that nobody else uses it; it goes when the new data is known.
  const found = await readAhead(source, report).finally(() => db.close());
  rmSync(file, { force: true });
  return { db: openDb(file), found };
}

interface Parts extends OpenSite {
  options: HostOptions;
  root: string;
  manifest: Manifest;
  server: WebServer;
}

async function assemble({ options, root, manifest, server, db, found }: Parts): Promise<Host> {
  const { report = silent } = options;
  const state = openSiteState(db);
  const clock = options.clock ?? runningClock(Date.now() + state.ahead());
  const url = `http://localhost:${server.port}`;
  const jira = createJira({
    db,
    clock,
    app: {
      ari: manifest.ari,
      scopes: manifest.scopes,
      entityProperties: manifest.modules['jira:entityProperty'],
      validators: manifest.modules['jira:workflowValidator'],
      panels: manifest.modules['jira:issuePanel'].map(({ key }) => key),
    },
    lagMs: options.lagMs ?? 1000,
    baseUrl: url,
    prices: options.prices,
  });
  const functions = options.functions ?? { kind: 'sources', folder: path.join(root, 'src') };
  const faults = createFaults({ clock, quota: jira.quota });
  const forge = createForge({ manifest, db, clock, jira, source: functions, faults });

  function moveClock(ms: number): void {
    clock.set(ms);
    state.setAhead(ms - Date.now());
    forge.pump.wake();
  }

  const now = options.now ?? (options.clock ? clock.now() : null);
  const site = createSiteFilling({ db, clock, state, jira, forge, faults, moveClock, now, report });
  await ready(options, state, (source) => site.fill(source, { known: found }), moveClock, report);
  const held = state.source();
  const uploads = createUploads(options.db);
  uploads.keepOnly(held?.kind === 'file' ? held.file : null);

  const host: Host = {
    url,
    port: server.port,
    manifest,
    jira,
    clock,
    faults,
    forge,
    storage: forge.storage,
    functions: forge.functions,
    queue: forge.queue,
    async schedule(request) {
      await site.settled();
      jira.settle();
      const result = await forge.schedule(request);
      jira.settle();
      return result;
    },
    moveClock,
    reset: () => site.refill(state.source() ?? options.source ?? DEMO),
    source: state.source,
    replace: (file, known, progress) =>
      site.refill({ kind: 'file', file }, { known, now: null, progress }),
    uploads,
    db,
    async close() {
      await server.close();
      await forge.stop();
      uploads.close();
      db.close();
    },
  };
  server.serve(createRoutes(host), isUpload);
  forge.pump.start();
  return host;
}

async function ready(
  { source, sourceAsked, now }: HostOptions,
  state: SiteState,
  fillSite: (source: SiteSource) => Promise<void>,
  moveClock: (ms: number) => void,
  report: (line: string) => void,
): Promise<void> {
  const held = state.source();
  if (!held) return fillSite(source ?? DEMO);
  if (sourceAsked && JSON.stringify(held) !== JSON.stringify(source))
    throw new OtherSourceError(held);
  report(`The database holds ${sourceText(held)}.`);
  if (now !== undefined) moveClock(now);
}
