// The site's Jira over REST, as its administrator, for what a story needs before or after a page.
import { z } from 'zod';
import type { Host } from '../../../local/host';

const headers = {
  authorization: `Basic ${Buffer.from('admin:any').toString('base64')}`,
  'content-type': 'application/json',
};

/** Asks as the administrator; an answer that is no success is thrown. */
export async function ask(host: Host, path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(`${host.url}${path}`, { ...init, headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

const found = z.object({ issues: z.array(z.object({ key: z.string() })) });
const property = z.object({ value: z.record(z.string(), z.unknown()) });

/** Keys that a search finds, in its order. */
export async function itemsOf(host: Host, jql: string, most = 20): Promise<string[]> {
  const body = JSON.stringify({ jql, maxResults: most, fields: ['summary'] });
  const answer = found.parse(await ask(host, '/rest/api/3/search/jql', { method: 'POST', body }));
  return answer.issues.map(({ key }) => key);
}

const pathOf = (key: string, name: string) => `/rest/api/3/issue/${key}/properties/${name}`;

export const propertyOf = async (
  host: Host,
  key: string,
  name: string,
): Promise<Record<string, unknown>> => property.parse(await ask(host, pathOf(key, name))).value;

export async function setProperty(host: Host, key: string, name: string, value: unknown) {
  await ask(host, pathOf(key, name), { method: 'PUT', body: JSON.stringify(value) });
}
