// Every Jira call of the app: method, path, scope, as whom, and the shape of the answer. Backend and
// pages call by these names only; the scope check and the docs are made from this table.
import type { z } from 'zod';
import type { Endpoint } from './endpoint';
import { itemEndpoints } from './item-endpoints';
import { peopleEndpoints } from './people-endpoints';
import { siteEndpoints } from './site-endpoints';

export type { JiraIssue } from './answers';
export type { As, Endpoint } from './endpoint';

export const endpoints = {
  ...itemEndpoints,
  ...siteEndpoints,
  ...peopleEndpoints,
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
type Answer<E extends Endpoint> = E['answer'] extends () => z.ZodType
  ? z.output<ReturnType<E['answer']>>
  : null;
export type AnswerOf<N extends EndpointName> = Answer<(typeof endpoints)[N]>;

/** Scopes that no call above needs yet; declared now because adding one later needs consent. */
export const RESERVED_SCOPES: Record<string, string> = {};

export type Params = Record<string, string>;
export type Query = Record<string, string | number | readonly string[] | undefined>;

/**
 * The path of a call, with every value percent-encoded.
 * @throws {RangeError} when a placeholder has no value, or a value is empty, `.` or `..`
 */
export function pathOf(name: EndpointName, params: Params = {}, query: Query = {}): string {
  const path = endpoints[name].path.replace(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = params[key];
    if (!value || value === '.' || value === '..') throw new RangeError(`${name}: no ${key}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const entry of typeof value === 'object' ? value : [value])
      search.append(key, String(entry));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
