// What the bridge of a page asks of the host: context, invoke and requestJira, as the session's user.
import { z } from 'zod';
import { bareContext, moduleContext, SubjectError } from '../forge/context';
import { invoke, InvokeError, moduleOf } from '../forge/invoke';
import { callJira } from '../forge/platform';
import type { Host } from '../host-parts';
import type { Caller } from '../jira/api';
import { json, parseJson, WebError, type WebAnswer, type WebRequest } from './http';
import { sessionOf } from './session';

const place = {
  module: z.string(),
  issueKey: z.string().optional(),
  projectKey: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  modal: z.unknown().optional(),
};
const placeRequest = z.object(place).strict();
const invokeRequest = z
  .object({ ...place, procedure: z.string(), payload: z.unknown().optional() })
  .strict();
const productRequest = z
  .object({
    product: z.literal('jira'),
    restPath: z.string().startsWith('/rest/'),
    isMultipartFormData: z.literal(false).optional(),
    fetchRequestInit: z
      .object({
        method: z.string().optional(),
        headers: z.array(z.tuple([z.string(), z.string()])).default([]),
        body: z.string().nullish(),
      })
      .loose(),
  })
  .loose();

async function contextOf(host: Host, request: WebRequest, wanted: z.infer<typeof placeRequest>) {
  const { user, colorMode } = sessionOf(host.jira, request);
  const module = moduleOf(host.manifest, wanted.module);
  const { issueKey, projectKey, inputs, modal } = wanted;
  const view = { siteUrl: request.url.origin, colorMode };
  const context = await moduleContext(
    host.jira,
    user,
    module,
    { issueKey, projectKey, inputs },
    view,
  );
  const extension = modal === undefined ? context.extension : { ...context.extension, modal };
  return { user, module, context: { ...context, extension } };
}

async function product(host: Host, request: WebRequest) {
  const { restPath, fetchRequestInit } = parseJson(request, productRequest);
  const { method = 'GET', headers, body } = fetchRequestInit;
  const { user } = sessionOf(host.jira, request);
  const call = {
    method: method.toUpperCase(),
    path: restPath,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: body ?? '',
    followRedirects: true,
  };
  const caller: Caller = { principal: 'browser', accountId: user.accountId };
  const [route = ''] = restPath.split('?');
  const answer = await host.faults.around(
    { kind: 'jira', method: call.method, route, principal: 'browser', body: call.body },
    () => callJira(host.jira, call, caller),
  );
  // The page's promise is rejected, as by a browser that lost the connection.
  if (answer.broken) throw new WebError(502, 'Failed to fetch');
  return { ...answer, statusText: '', isAttachment: false };
}

const calls: Record<string, (host: Host, request: WebRequest) => Promise<unknown>> = {
  async context(host, request) {
    return (await contextOf(host, request, parseJson(request, placeRequest))).context;
  },
  async invoke(host, request) {
    const { procedure, payload, ...wanted } = parseJson(request, invokeRequest);
    // A page keeps its context for as long as it stands, also when its item is gone meanwhile.
    const found = await contextOf(host, request, wanted).catch((error: unknown) => {
      if (!(error instanceof SubjectError)) throw error;
      const { user, colorMode } = sessionOf(host.jira, request);
      const module = moduleOf(host.manifest, wanted.module);
      const view = { siteUrl: request.url.origin, colorMode };
      return { user, module, context: bareContext(user, module, view) };
    });
    return invoke(host.functions, { ...found, procedure, payload });
  },
  product,
};

/**
 * Answers `/__host/bridge/<call>`. Failures come as `{error}` with status 200: they reject a promise
 * in the page and are no failed request of the shell.
 */
export async function answerBridgeCall(host: Host, request: WebRequest): Promise<WebAnswer> {
  const call = calls[request.url.pathname.split('/').pop() ?? ''];
  if (request.method !== 'POST' || !call) throw new WebError(404, 'No such bridge call.');
  try {
    return json({ value: await call(host, request) });
  } catch (error) {
    const known = [WebError, InvokeError, SubjectError].some((kind) => error instanceof kind);
    if (!known) throw error;
    return json({ error: { message: error instanceof Error ? error.message : '' } });
  }
}
