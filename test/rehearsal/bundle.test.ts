// The bundle that a deployment would upload, made by Atlassian's bundler into dist/ and run by the
// local runtime. `node scripts/bundle.cjs` makes it; the check does so first.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { startHost, type Host } from '../../local/host';

const folder = path.join(__dirname, '../../dist');
let host: Host;

beforeAll(async () => {
  host = await startHost({
    source: { kind: 'demo', issues: 60, projects: 1 },
    functions: { kind: 'bundle', folder },
    now: Date.parse('2026-11-02T03:00:00Z'),
  });
}, 60_000);

afterAll(() => host.close());

const envelope = z.object({ ok: z.boolean() });

async function invoke(as: string, module: string, procedure: string, payload: unknown) {
  const context = { projectKey: 'SHOP' };
  const response = await fetch(`${host.url}/local/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, module, procedure, payload, context }),
  });
  return { status: response.status, body: envelope.parse(await response.json()) };
}

test('a resolver of the bundle answers through the platform', async () => {
  const projectId = host.jira.site.projects().find(({ key }) => key === 'SHOP')?.id;
  const answer = await invoke('po', 'ladder-page', 'project.open', { projectId });
  expect(answer).toEqual({ status: 200, body: expect.objectContaining({ ok: true }) });
});

test('a resolver of the bundle refuses what is not in its contract without throwing', async () => {
  const answer = await invoke('po', 'ladder-page', 'project.open', { projectId: 'no id' });
  expect(answer).toEqual({ status: 200, body: expect.objectContaining({ ok: false }) });
});

test('the scheduled function and the consumer of the bundle run a whole scan', async () => {
  const { runs, queue } = await host.schedule({ force: true });
  expect(runs.map(({ ok, error }) => ({ ok, error }))).toEqual([{ ok: true, error: undefined }]);
  expect(queue.failed).toBe(0);
  expect(queue.processed).toBeGreaterThan(0);
});

test('nothing of the local host or of the tests is in the bundle', () => {
  const map = z
    .object({ sources: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(path.join(folder, 'index.cjs.map'), 'utf8')));
  const own = map.sources.filter((source) => !source.includes('node_modules'));
  expect(own.filter((source) => /\/(local|test|scripts|static)\//.test(source))).toEqual([]);
  expect(own.some((source) => source.endsWith('src/index.ts'))).toBe(true);
});
