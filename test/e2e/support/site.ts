// A local host for the stories of one worker: the demo shop at a fixed moment, in a database of its
// own that goes away with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startHost, type Host, type HostOptions } from '../../../local/host';

/** A Monday morning; every date in a story follows from it. */
const START = Date.parse('2026-11-02T09:00:00Z');

/**
 * The folder of the bundle that a deployment would upload: the check names it, so that its stories run
 * what would run at Atlassian. By hand, without it, a host runs the sources; in the check that would go
 * unnoticed, so there it is an error.
 */
const BUNDLE = process.env['LADDER_BUNDLE'];
if (!BUNDLE && process.env['LADDER_DEPLOYED'] === '1')
  throw new Error('LADDER_BUNDLE names no folder: the stories would run the sources.');
const functions: HostOptions = BUNDLE
  ? { functions: { kind: 'bundle', folder: path.resolve(BUNDLE) } }
  : {};

export interface Site {
  host: Host;
  /** Ends the host and removes its database. */
  close(): Promise<void>;
}

/**
 * Loads the app with a call that it refuses. On a busy machine its first start takes longer than Forge
 * lets a page wait, and the first story would be told that Jira does not answer.
 */
async function loadApp({ functions }: Host): Promise<void> {
  const module = { moduleKey: 'ladder-panel', moduleType: 'jira:issuePanel' };
  const body = { call: { functionKey: 'load', payload: {} }, context: {} };
  await functions
    .run('item-resolver', body, { ...module, limitSeconds: 100 })
    .catch(() => undefined);
}

/** Starts a host on a free port; options replace the demo shop and its clock. */
export async function openSite(options: HostOptions = {}): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ladder-story-'));
  const host = await startHost({
    db: path.join(folder, 'site.db'),
    source: { kind: 'demo', issues: 600, projects: 2 },
    now: START,
    lagMs: 0,
    ...functions,
    ...options,
  });
  await loadApp(host);
  return {
    host,
    async close() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
