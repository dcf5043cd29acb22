// What is behind `__forge_fetch__`: Jira as the app or as the user, storage, and the queue. A target
// that the host does not know is an error, never an empty answer.
import { z } from 'zod';
import type { Caller, JiraAnswer, LocalJira } from '../jira/api';
import type { Invocation } from './functions';
import type { PlatformAnswer, PlatformCall } from './functions/protocol';
import type { Faults } from '../faults';
import type { Kvs } from './kvs';
import type { Queue } from './queue';

const targetSchema = z.object({
  type: z.string(),
  provider: z.string().optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
});
type Target = z.infer<typeof targetSchema>;

interface PlatformOptions {
  scopes: readonly string[];
  jira: LocalJira;
  kvs: Kvs;
  queue: Queue;
  faults: Faults;
}

const REDIRECTS = 5;

const answerOf = (
  status: number,
  json: unknown,
  headers: Record<string, string> = {},
): PlatformAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: json === undefined ? '' : JSON.stringify(json),
});

/** An error of Forge's proxy: `@forge/api` throws on this header. */
const proxyError = (status: number, code: string): PlatformAnswer =>
  answerOf(status, { code }, { 'forge-proxy-error': code });

/** Joins the parts of the platform into one function that answers every call of the app. */
export function createPlatform({ scopes, jira, kvs, queue, faults }: PlatformOptions) {
  async function toJira(call: PlatformCall, target: Target, invocation: Invocation) {
    const caller = callerOf(target, invocation);
    if ('refused' in caller) return proxyError(caller.status, caller.refused);
    return callJira(jira, call, caller);
  }

  function toStorage(call: PlatformCall): PlatformAnswer {
    if (!scopes.includes('storage:app')) {
      const message = 'The manifest does not declare the scope storage:app.';
      return answerOf(403, { code: 'SCOPE_MISSING', message });
    }
    const { status, json } = kvs.handle(call.path, parseBody(call.body));
    return answerOf(status, json);
  }

  function toQueue(call: PlatformCall, invocation: Invocation): PlatformAnswer {
    const { status, json } = queue.handle(call.path, parseBody(call.body), invocation.origin);
    return answerOf(status, json);
  }

  return async function answer(
    call: PlatformCall,
    invocation: Invocation,
  ): Promise<PlatformAnswer> {
    const target = targetSchema.parse(call.target);
    const route = [target.type, target.remote].filter(Boolean).join('/');
    const { method, body } = call;
    const runner = invocation.accountId === null ? 'app' : 'user';
    if (route === 'fpp/jira') {
      const principal = target.provider === 'app' ? 'app' : 'user';
      const asked = { kind: 'jira', method, route: pathOf(call), principal, body } as const;
      return faults.around(asked, () => toJira(call, target, invocation));
    }
    if (route === 'kvs/kvs') {
      const done = call.path.replace('/api/v1/', '');
      const asked = { kind: 'storage', method, route: done, principal: runner, body } as const;
      return faults.around(asked, async () => toStorage(call));
    }
    if (route === 'fpp/stargate' && target.provider === 'app') {
      const asked = { kind: 'queue', method, route: 'push', principal: runner, body } as const;
      return faults.around(asked, async () => toQueue(call, invocation));
    }
    return proxyError(501, `NOT_MODELLED_${route}`);
  };
}

const pathOf = ({ path }: PlatformCall): string => path.split('?')[0] ?? '';

function callerOf(
  { provider, accountId }: Target,
  invocation: Invocation,
): Caller | { status: number; refused: string } {
  if (provider === 'app') return { principal: 'app' };
  if (provider === 'none') return { principal: 'user', accountId: null };
  if (provider !== 'user') return { status: 400, refused: 'UNKNOWN_PROVIDER' };
  // Acting as someone else needs allowImpersonation, which the manifest does not ask for.
  if (accountId !== undefined && accountId !== invocation.accountId) {
    return { status: 403, refused: 'IMPERSONATION_NOT_ALLOWED' };
  }
  if (invocation.accountId === null) return { status: 401, refused: 'NEEDS_AUTHENTICATION_ERR' };
  return { principal: 'user', accountId: invocation.accountId };
}

/** Calls the local Jira, and follows redirects to tasks as `fetch` does. */
export async function callJira(
  jira: LocalJira,
  call: Omit<PlatformCall, 'invocationId' | 'target'>,
  caller: Caller,
): Promise<JiraAnswer> {
  let { method, path, body } = call;
  for (let hop = 0; ; hop += 1) {
    const { headers } = call;
    const answer = await jira.handle({ method, path, headers, body, caller, fromApp: true });
    const { location } = answer.headers;
    if (answer.status !== 303 || !call.followRedirects || !location) return answer;
    if (hop === REDIRECTS) throw new Error('Jira redirected too often.');
    const url = new URL(location, 'http://localhost');
    [method, path, body] = ['GET', url.pathname + url.search, ''];
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
