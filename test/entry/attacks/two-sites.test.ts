// One warm process that serves two sites, as Atlassian's do: the same ids on both, calls side by side.
// https://developer.atlassian.com/platform/forge/tenant-data-isolation/
import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { callJira } from '../../../local/forge/platform';
import { createApp } from '../../../src/app';
import { forgePorts } from '../../../src/adapters/forge-ports';
import type { ProcedureName } from '../../../src/contract/procedures';
import { everythingIn } from '../../support/everything';
import {
  addGoal,
  answerFor,
  issue,
  NOW,
  PROJECT,
  setRules,
  startLoop,
  type Loop,
} from '../../support/loop';
import { NAMES, procedureOf } from '../calls';
import { addGoals, idOf, payloadNow, type Goals } from '../payloads';

const ADMIN = 'acc-admin';
const SITES = ['canary-left', 'canary-right'] as const;
type Site = (typeof SITES)[number];

const running = new AsyncLocalStorage<Loop>();
const target = z.object({ type: z.string(), provider: z.string().optional() });

async function platform(to: unknown, path: string, init: RequestInit = {}): Promise<Response> {
  const loop = running.getStore();
  if (!loop) throw new Error('Somebody goes on after their invocation has ended.');
  const { type, provider } = target.parse(to);
  const body = typeof init.body === 'string' ? init.body : '';
  if (type === 'kvs') {
    const { status, json } = loop.host.forge.kvs.handle(path, JSON.parse(body));
    return new Response(json === undefined ? null : JSON.stringify(json), { status });
  }
  if (path.includes('/rest/') === false) return new Response('{}', { status: 201 });
  const answer = await callJira(
    loop.host.jira,
    {
      ...{ path, body, method: init.method ?? 'GET', followRedirects: true },
      headers: Object.fromEntries(new Headers(init.headers)),
    },
    provider === 'app' ? { principal: 'app' } : { principal: 'user', accountId: ADMIN },
  );
  const content = answer.status === 204 ? null : answer.body;
  return new Response(content, { status: answer.status, headers: answer.headers });
}

const app = createApp({
  ...forgePorts(),
  clock: { now: () => NOW },
  log: { info: () => undefined, error: () => undefined },
  sleep: async () => running.getStore()?.host.jira.settle(),
});

const sites = new Map<Site, { loop: Loop; goals: Goals }>();
beforeAll(async () => {
  Object.assign(globalThis, { __forge_fetch__: platform });
  for (const name of SITES) {
    const loop = await startLoop([issue(1, { summary: name }), issue(2, { summary: name })]);
    const goals = await addGoals(loop);
    await addGoal(loop, { metric: name });
    await setRules(loop, {
      exemptLabels: [name],
      streams: [{ id: 's1', name, clause: `labels = ${name}` }],
    });
    await loop.call('po', 'answer.save', {
      itemId: idOf(2),
      seen: null,
      answer: { ...answerFor(goals.lasting), by: name },
    });
    await loop.call('po', 'start.anyway', { itemId: idOf(2), reason: name });
    sites.set(name, { loop, goals });
  }
}, 60_000);
afterAll(async () => {
  Reflect.deleteProperty(globalThis, '__forge_fetch__');
  for (const { loop } of sites.values()) await loop.close();
});

async function answer(site: Site, name: ProcedureName): Promise<string> {
  const found = sites.get(site);
  if (!found) throw new Error(site);
  const { loop, goals } = found;
  const itemId = idOf(name === 'answer.save' ? 1 : 2);
  const payload = (await payloadNow(loop, goals, name))({ itemId, projectId: PROJECT });
  const [surface] = procedureOf(name).surfaces;
  if (!surface) throw new Error(name);
  const request = { call: { functionKey: name, payload }, context: {} };
  const runtime = { principal: { accountId: ADMIN } };
  return JSON.stringify(await running.run(loop, () => app[surface](request, runtime)));
}

/** They read the running app's own address, which only a real invocation has. */
const OF_AN_INVOCATION = /^(setup\.look|panel\.pin|gate\.place|scan\.now)$/;

test('nothing of one site is answered or kept for the other', async () => {
  const told = { 'canary-left': '', 'canary-right': '' };
  for (const name of NAMES.filter((one) => one !== 'data.erase' && !OF_AN_INVOCATION.test(one))) {
    const [left, right] = await Promise.all(SITES.map((site) => answer(site, name)));
    expect([name, left]).toEqual([name, expect.not.stringContaining('canary-right')]);
    expect([name, right]).toEqual([name, expect.not.stringContaining('canary-left')]);
    told['canary-left'] += left;
    told['canary-right'] += right;
  }
  for (const [site, other] of [SITES, [...SITES].reverse()]) {
    expect(told[site]).toContain(site);
    const loop = sites.get(site)?.loop;
    expect(loop && everythingIn(loop)).not.toContain(other);
  }
});
