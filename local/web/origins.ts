// The two origins of the local host. The same port answers to `localhost` and to `127.0.0.1`: the
// shell is opened on one, and the app's pages are framed from the other, as on Atlassian's CDN.
import { WebError, type WebRequest } from './http';

const OTHER: Record<string, string> = { localhost: '127.0.0.1', '127.0.0.1': 'localhost' };

/** The origin that frames come from when the shell is on `url`'s, and the other way round. */
export function otherOrigin(url: URL): string {
  return `http://${OTHER[url.hostname] ?? 'localhost'}:${url.port}`;
}

/** Refuses names that only point at the loopback, such as an attacker's own domain. */
export function checkHost(request: WebRequest, port: number): void {
  const { host = '' } = request.headers;
  if (Object.keys(OTHER).some((name) => host === `${name}:${port}`)) return;
  throw new WebError(403, `The local host answers to localhost:${port} only.`);
}

/** Refuses what another site, or a page of the app, makes the browser send. */
export function checkSameOrigin(request: WebRequest): void {
  const { origin, referer, 'sec-fetch-site': site } = request.headers;
  const fromApp = referer !== undefined && /^https?:\/\/[^/]+\/__app\//.test(referer);
  const foreign = origin !== undefined && origin !== request.url.origin;
  if (foreign || fromApp || site === 'cross-site') {
    throw new WebError(403, 'This address answers to the local site itself only.');
  }
}
