// A local Jira behind node:http, for clients that speak HTTP. Callers log in by name.
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Caller, type LocalJira } from '../../local/jira/api';
import { SITE_URL } from '../../local/jira/constants';

function callerOf(jira: LocalJira, authorization: string | undefined): Caller {
  const basic = Buffer.from((authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
  const name = basic.split(':')[0]?.replace(/@example\.com$/, '');
  const user = jira.site.users().find((each) => each.name === name);
  return { principal: 'client', accountId: user?.accountId ?? null };
}

interface Served {
  url: string;
  /** Method and path of every call until now, without the query. */
  calls: { method: string; path: string }[];
  close(): Promise<void>;
}

/** Starts the server on a free port of the loopback. */
export async function serveJira(jira: LocalJira): Promise<Served> {
  const calls: Served['calls'] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { method = 'GET', url: path = '/' } = request;
      calls.push({ method, path: path.split('?')[0] ?? '' });
      const answer = await jira.handle({
        method,
        path,
        headers: {},
        body: await text(request),
        caller: callerOf(jira, request.headers.authorization),
      });
      const { location } = answer.headers;
      const headers = location
        ? {
            ...answer.headers,
            location: location.replace(SITE_URL, `http://${request.headers.host}`),
          }
        : answer.headers;
      response.writeHead(answer.status, headers).end(answer.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
