// From a request to its handler: path, method, scope, and every refusal in Jira's form.
import { type Caller, type JiraAnswer, type JiraRequest } from './api';
import { JiraError, refuse } from './errors';
import { JqlError } from './jql/jql-error';
import { type LedgerBook } from './ledger';
import { pointsOf } from './prices';
import { type Quota } from './quota';
import { type Reply, type Route, type Services } from './services';
import { runTasks } from './tasks';
import { createViewer } from './viewer';

const PREFIX = '/rest/api/3';

const fullPath = ({ path }: Route) => (path.startsWith('/rest/') ? path : PREFIX + path);

interface Books {
  ledger: LedgerBook;
  quota: Quota;
}

interface Matcher {
  route: Route;
  pattern: RegExp;
  names: string[];
}

function matcher(route: Route): Matcher {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pattern = new RegExp(`^${fullPath(route).replace(/\{\w+\}/g, '([^/]+)')}$`);
  return { route, pattern, names };
}

/** One function for all calls: it answers every refusal and throws only for a fault of its own. */
export function createRouter(
  routes: readonly Route[],
  services: Services,
  books: Books,
): (request: JiraRequest) => JiraAnswer {
  // Literal paths go before templates: `/project/search` is no project's key.
  const matchers = routes.map(matcher).sort((a, b) => a.names.length - b.names.length);

  return (request) => {
    const [path = '', search = ''] = split(request.path);
    const hits = matchers.filter((each) => each.pattern.test(path));
    const hit = hits.find((each) => each.route.method === request.method.toUpperCase());
    try {
      if (!hit) throw unknownRoute(request.method, path, hits.length > 0);
      books.quota.demand(request.caller);
      checkScopes(hit.route, request.caller, services.app.scopes);
      runTasks(services);
      services.index.flush();
      const reply = hit.route.handle({
        ...services,
        method: hit.route.method,
        params: readParams(hit, path),
        query: new URLSearchParams(search),
        body: request.body,
        viewer: createViewer(services.catalog, request.caller),
      });
      services.index.flush();
      note(hit.route, request.caller, reply, books);
      return answer(reply);
    } catch (error) {
      if (hit) note(hit.route, request.caller, { status: 0 }, books);
      return answer(refusal(error));
    }
  };
}

function split(path: string): [string, string] {
  const mark = path.indexOf('?');
  return mark < 0 ? [path, ''] : [path.slice(0, mark), path.slice(mark + 1)];
}

function readParams({ pattern, names }: Matcher, path: string): Record<string, string> {
  const values = pattern.exec(path)?.slice(1) ?? [];
  try {
    return Object.fromEntries(names.map((name, n) => [name, decodeURIComponent(values[n] ?? '')]));
  } catch {
    throw refuse(400, 'The path holds a broken escape sequence.');
  }
}

function unknownRoute(method: string, path: string, known: boolean): JiraError {
  return known
    ? refuse(405, `${method} is not modelled for ${path} by the local Jira.`)
    : refuse(404, `The local Jira knows no ${method} ${path}. See local/PARITY.md.`);
}

function checkScopes(route: Route, caller: Caller, granted: readonly string[]): void {
  if (caller.principal === 'client') return;
  const missing = route.scopes.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return;
  const message =
    `Unauthorized; scope does not match: ${route.method} ${fullPath(route)} needs ` +
    `${missing.join(' and ')}, which the manifest does not ask for.`;
  throw new JiraError(403, { code: 403, message, errorMessages: [message], errors: {} });
}

function note(route: Route, caller: Caller, reply: Reply, { ledger, quota }: Books): void {
  if (caller.principal === 'client') return;
  const points = pointsOf(route, reply);
  quota.spend(ledger.add(fullPath(route), route.method, caller.principal, points));
}

function refusal(error: unknown): Reply {
  if (error instanceof JiraError) {
    return { status: error.status, json: error.body, headers: error.headers };
  }
  if (error instanceof JqlError) {
    return { status: 400, json: { errorMessages: [error.message], errors: {} } };
  }
  throw error;
}

function answer(reply: Reply): JiraAnswer {
  const body = reply.json === undefined ? '' : JSON.stringify(reply.json);
  const type: Record<string, string> =
    body === '' ? {} : { 'content-type': 'application/json;charset=UTF-8' };
  return { status: reply.status, headers: { ...type, ...reply.headers }, body };
}
