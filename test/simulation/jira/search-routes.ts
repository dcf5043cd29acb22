// Calls that look for items: pages and counts of JQL.
import { issueJson, maySee, ok, Refused, type Answer, type Asked } from './answers';
import { compile } from './jql';
import type { MemoryJiraOptions } from './options';
import type { Route } from './route';
import type { MemorySite, Row } from './site';

export function searchRoutes(site: MemorySite, options: MemoryJiraOptions): Route[] {
  const { now } = options;

  function search({ body, by }: Asked): Answer {
    const asked = body as {
      jql: string;
      maxResults?: number;
      nextPageToken?: string;
      fields?: string[];
      properties?: string[];
    };
    const { test, compare } = compile(asked.jql, site);
    const found = site
      .rows()
      .filter((row) => test(row, now()))
      .sort(compare);
    const after =
      asked.nextPageToken === undefined ? null : cursorOf(asked.nextPageToken, asked.jql);
    const rest = after === null ? found : found.filter((row) => compare(row, after) > 0);
    const limit = Math.min(asked.maxResults ?? 50, options.pageLimit ?? 100);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    // The key stands beside the fields and is always there.
    const fields = (asked.fields ?? []).filter((field) => field !== 'key');
    const view = { fields, properties: asked.properties ?? [] };
    return ok({
      // The index may still know an issue that is gone, or hidden by now.
      issues: page.flatMap(({ id }) => {
        const item = site.find(id);
        return item && maySee(item, by) ? [issueJson(site, item, view, by)] : [];
      }),
      isLast: rest.length <= limit,
      ...(rest.length > limit && last && { nextPageToken: tokenOf(last, asked.jql) }),
    });
  }

  const tokenOf = (row: Row, jql: string): string =>
    Buffer.from(JSON.stringify({ jql, row })).toString('base64url');

  function cursorOf(token: string, jql: string): Row {
    const decoded = Buffer.from(token, 'base64url').toString();
    const read = decoded.startsWith('{')
      ? (JSON.parse(decoded) as { jql: string; row: Row })
      : null;
    if (read?.jql === jql) return read.row;
    throw new Refused(400, 'The provided nextPageToken is invalid or expired.');
  }

  function count({ body, by }: Asked): Answer {
    const { test } = compile((body as { jql: string }).jql, site);
    const found = site.rows().filter((row) => {
      const item = site.items.get(row.id);
      return item && maySee(item, by) && test(row, now());
    });
    return ok({ count: found.length });
  }

  return [
    ['POST', /^\/search\/jql$/, search],
    ['POST', /^\/search\/approximate-count$/, count],
  ];
}
