// Control addresses under /local: JSON for demos, tests and benchmarks. Their shapes are promised in
// local/README.md.
import { z } from 'zod';
import { planSchema } from '../faults/plan';
import type { Host } from '../host-parts';
import { ActionError } from '../forge/automation';
import { bareContext, moduleContext, SubjectError } from '../forge/context';
import { invoke, InvokeError, moduleOf } from '../forge/invoke';
import { UnknownTriggerError } from '../forge/scheduler';
import { later } from './duration';
import { json, parseJson, WebError, type WebAnswer, type WebRequest } from './http';
import { userByLogin } from './rest';

const moment = z.union([
  z.number(),
  z
    .string()
    .refine((value) => !Number.isNaN(Date.parse(value)), 'must be a time')
    .transform((value) => Date.parse(value)),
]);

/** Beyond these a moment has no calendar day that everybody writes the same. */
const EARLIEST = 0;
const LATEST = Date.UTC(9000, 0);

const clockRequest = z.union([
  z.object({ now: moment }).strict(),
  z.object({ advance: z.string() }).strict(),
]);

const scheduleRequest = z
  .object({ key: z.string().optional(), force: z.boolean().optional() })
  .strict();

const named = z.object({ id: z.string().optional(), key: z.string().optional() }).loose();
const invokeRequest = z
  .object({
    as: z.string(),
    module: z.string(),
    procedure: z.string(),
    payload: z.unknown().optional(),
    context: z
      .object({
        issueKey: z.string().optional(),
        projectKey: z.string().optional(),
        extension: z
          .object({ issue: named.optional(), project: named.optional() })
          .loose()
          .optional(),
      })
      .loose()
      .default({}),
  })
  .strict();

const actionRequest = z
  .object({ as: z.string(), action: z.string(), inputs: z.unknown() })
  .strict();

const iso = (ms: number) => new Date(ms).toISOString();

/** Answers one control address. @throws WebError for a wrong one. */
export async function answerControl(host: Host, request: WebRequest): Promise<WebAnswer> {
  const { method, url } = request;
  const route = routes[`${method} ${url.pathname}`];
  try {
    if (route) return json(await route(host, request));
    const known = Object.keys(routes).some((name) => name.endsWith(` ${url.pathname}`));
    const message = `${method} ${url.pathname} is no control address.`;
    return json({ error: { message } }, known ? 405 : 404);
  } catch (error) {
    return failure(error);
  }
}

type Route = (host: Host, request: WebRequest) => unknown;

const routes: Record<string, Route> = {
  'GET /local/health': health,
  'GET /local/clock': (host) => ({ now: iso(host.clock.now()) }),
  'POST /local/clock'(host, request) {
    const wanted = parseJson(request, clockRequest);
    const now = 'now' in wanted ? wanted.now : later(host.clock.now(), wanted.advance);
    if (now === null) throw new WebError(400, 'advance: must be a duration such as P30D');
    if (!(now >= EARLIEST && now <= LATEST))
      throw new WebError(400, 'The clock goes from the year 1970 to the year 9000.');
    host.moveClock(now);
    return { now: iso(host.clock.now()) };
  },
  'POST /local/schedule': (host, request) => host.schedule(parseJson(request, scheduleRequest)),
  'GET /local/outbox': (host) => ({ mails: host.jira.outbox() }),
  'GET /local/ledger': (host) => host.jira.ledger(),
  'POST /local/ledger'(host, request) {
    parseJson(request, z.object({ reset: z.literal(true) }).strict());
    host.jira.resetLedger();
    return host.jira.ledger();
  },
  'GET /local/faults': ({ faults }) => faults.report(),
  'POST /local/faults': ({ faults }, request) => faults.set(parseJson(request, planSchema)),
  'DELETE /local/faults': ({ faults }) => faults.clear(),
  'POST /local/invoke': invokeAs,
  async 'POST /local/automation'(host, request) {
    const { as, action, inputs } = parseJson(request, actionRequest);
    const user = userByLogin(host.jira, as);
    if (!user) throw new WebError(400, `as: there is no user "${as}".`);
    const { status, errors, outputs } = await host.forge.automation.run(user, action, inputs);
    return { status, errors, outputs };
  },
  async 'POST /local/reset'(host) {
    await host.reset();
    return health(host);
  },
};

function health(host: Host) {
  const { items, projects } = host.jira.site.counts();
  return { ok: true, items, projects, now: iso(host.clock.now()) };
}

async function invokeAs(host: Host, request: WebRequest): Promise<unknown> {
  const { as, module: key, procedure, payload, context } = parseJson(request, invokeRequest);
  const user = userByLogin(host.jira, as);
  if (!user) throw new WebError(400, `as: there is no user "${as}".`);
  const module = moduleOf(host.manifest, key);
  const { issueKey, projectKey, extension = {}, ...rest } = context;
  const { issue, project, ...more } = extension;
  const view = { siteUrl: host.url, colorMode: 'light' } as const;
  const subject = {
    issueKey: issueKey ?? issue?.key ?? issue?.id,
    projectKey: projectKey ?? project?.key ?? project?.id,
  };
  const placed = subject.issueKey !== undefined || subject.projectKey !== undefined;
  const found = placed
    ? await moduleContext(host.jira, user, module, subject, view)
    : bareContext(user, module, view);
  const full = { ...found, ...rest, extension: { ...found.extension, ...more } };
  return invoke(host.functions, { user, module, procedure, payload, context: full });
}

function failure(error: unknown): WebAnswer {
  const statuses = [
    [WebError, error instanceof WebError ? error.status : 0],
    [InvokeError, error instanceof InvokeError ? error.status : 0],
    [SubjectError, 404],
    [UnknownTriggerError, 400],
    [ActionError, 400],
  ] as const;
  const status = statuses.find(([kind]) => error instanceof kind)?.[1] ?? 500;
  const message = error instanceof Error ? error.message : String(error);
  return json({ error: { message } }, status);
}
