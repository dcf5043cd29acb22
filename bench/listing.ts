// An independent client that answers by listing, on the same Jira.
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

/** What a client saw. */
export type Seen = z.infer<typeof seen>;

/** What it saw, what its calls would cost an app, and milliseconds of each run. */
export type Listing = Seen & { points: number; all: number[] };

/** Runs a script of this folder in a process of its own: jira.js is an ES module. */
export async function clientAnswer(script: string, asked: readonly string[]): Promise<Seen> {
  const file = path.join(__dirname, script);
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...asked]);
  return seen.parse(JSON.parse(stdout));
}

/** Answers the scan's question so many times. */
export async function listEverything(host: Host, runs: number): Promise<Listing> {
  const asked = [host.url, String(host.clock.now()), String(DEFAULT_RULES.warnAfterDays)];
  const all: Seen[] = [];
  while (all.length < runs) all.push(await clientAnswer('list-everything.mjs', asked));
  const [first] = all as [Seen, ...Seen[]];
  const points = first.pages * POINTS.base + first.listed * POINTS.object;
  return { ...first, points, all: all.map(({ ms }) => ms) };
}
