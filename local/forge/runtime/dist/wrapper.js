'use strict';
// Stands in for Atlassian's runtime wrapper, which is in no package: defines the globals that the
// @forge/* packages read, and runs handlers. The bundler copies it into a bundle as
// __forge_wrapper__.cjs; the function worker also loads it directly to run from sources.
// It reaches the host through one global, `__forge_host__` with `call(request)` and `log(line)`.
const { AsyncLocalStorage } = require('node:async_hooks');
const path = require('node:path');
const { format } = require('node:util');

// Many invocations may run at once; each sees its own runtime object.
const running = new AsyncLocalStorage();

const metrics = {
  counter: () => ({ incr() {}, incrBy() {}, decr() {}, decrBy() {} }),
  timing: () => ({ measure: () => ({ stop() {} }) }),
  gauge: () => ({ set() {} }),
};

const WITHOUT_BODY = [101, 204, 205, 304];

async function forgeFetch(target, requestPath, init = {}) {
  const runtime = running.getStore();
  if (!runtime) throw new Error('A Forge package was called outside an invocation.');
  const { body } = init;
  if (body !== undefined && body !== null && typeof body !== 'string') {
    throw new Error('The local host takes only text bodies.');
  }
  const answer = await globalThis.__forge_host__.call({
    invocationId: runtime.appContext.invocationId,
    target: JSON.parse(JSON.stringify(target)),
    path: String(requestPath),
    method: (init.method ?? 'GET').toUpperCase(),
    headers: Object.fromEntries(new Headers(init.headers ?? {})),
    body: body ?? '',
    followRedirects: init.redirect !== 'manual',
  });
  if (answer.broken === 'lost') throw new TypeError('fetch failed');
  const content = WITHOUT_BODY.includes(answer.status) ? null : answer.body;
  return new Response(content, { status: answer.status, headers: answer.headers });
}

// The manifest declares no address outside Atlassian, so every outgoing call is refused.
async function egressFetch(input) {
  const url = String(input?.url ?? input);
  const error = new Error(`${url} is missing in permissions.external.fetch.backend of the manifest`);
  error.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  throw error;
}

function runtimeOf(meta, lambdaContext) {
  return {
    appContext: meta.appContext,
    contextAri: meta.contextAri,
    aaid: meta.aaid,
    tracing: meta.tracing,
    externalAuth: [],
    metrics,
    lambdaContext,
    container: { appCodeDir: process.env.FORGE_EFS_RUNTIME_PATH },
  };
}

// The second argument is where @forge/resolver takes account and licence from.
function secondArgument(meta) {
  return {
    installContext: meta.contextAri,
    principal: meta.aaid ? { accountId: meta.aaid } : undefined,
    license: meta.license,
    installation: meta.installation,
  };
}

/** Runs `load(handlerName)` with the event's body; never throws. */
async function run(load, event, lambdaContext) {
  const meta = event._meta;
  try {
    const handler = load(event.handler);
    if (typeof handler !== 'function') throw new Error(`${event.handler} is not a function.`);
    const body = await running.run(runtimeOf(meta, lambdaContext), async () =>
      handler(event.body, secondArgument(meta)),
    );
    return { success: true, status: 200, body };
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    const stack = String(thrown.stack).split('\n');
    const details = { errorMessage: thrown.message, errorType: thrown.name, stack };
    return { success: false, status: 500, error: details };
  }
}

function fromBundle(name) {
  const [file, exported] = name.split('.');
  return require(path.join(process.env.FORGE_EFS_RUNTIME_PATH, `${file}.cjs`))[exported];
}

const main = (event, lambdaContext) => run(fromBundle, event, lambdaContext);

function logThroughHost(level) {
  return (...parts) => {
    const invocationId = running.getStore()?.appContext.invocationId ?? null;
    globalThis.__forge_host__.log({ invocationId, level, text: format(...parts) });
  };
}

Object.defineProperty(globalThis, '__forge_runtime__', {
  configurable: true,
  get: () => running.getStore(),
});
globalThis.__forge_fetch__ = forgeFetch;
globalThis.fetch = egressFetch; // before @forge/api is loaded, which keeps the one it finds
for (const level of ['debug', 'log', 'info', 'warn', 'error']) {
  console[level] = logThroughHost(level === 'log' ? 'info' : level);
}

module.exports = { main, run };
