// An independent client that answers the scan's question by listing, on the same Jira.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Host } from '../local/host';
import { POINTS } from '../local/jira/constants';
import { DEFAULT_RULES } from '../src/domain/rules';

const seen = z.object({
  found: z.number(),
  listed: z.number(),
  pages: z.number(),
  ms: z.number(),
});

/** What it saw, and what its calls would cost an app. */
export type Listing = z.infer<typeof seen> & { points: number };

/** Runs the client in a process of its own: the package is an ES module. */
export async function listEverything(host: Host): Promise<Listing> {
  const script = path.join(__dirname, 'list-everything.mjs');
  const asked = [host.url, String(host.clock.now()), String(DEFAULT_RULES.warnAfterDays)];
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...asked]);
  const found = seen.parse(JSON.parse(stdout));
  return { ...found, points: found.pages * POINTS.base + found.listed * POINTS.object };
}
