// Jira in memory: only the calls that the code under simulation makes. One suite holds it to the local
// Jira (test/contract/in-memory-jira.test.ts).
import type { JiraCall } from '../../../src/adapters/jira/transport';
import { issueJson, itemFor, iso, maySee, ok, Refused, type Answer, type Asked } from './answers';
import { compile, RefusedJql } from './jql';
import type { Item, MemorySite, Row } from './site';

interface Task {
  status: 'ENQUEUED' | 'COMPLETE' | 'FAILED';
  by: string | null;
}

export interface MemoryJiraOptions {
  now(): number;
  /** Runs something later: tasks take their time. */
  later(ms: number, run: () => void): void;
  /** Milliseconds that a bulk task takes, and whether it fails. */
  task?(): { ms: number; fails: boolean };
  /** Most issues on a page; Jira may give fewer than were asked for. */
  pageLimit?: number;
  /** Told of every property that is written or taken away (`null`). */
  wrote?(write: PropertyWrite): void;
  moved?(item: Item, from: string, by: string | null): void;
}

export interface PropertyWrite {
  item: Item;
  key: string;
  before: string | null;
  text: string | null;
  /** Account; null for the app. */
  by: string | null;
}

type Handler = (asked: Asked, match: RegExpExecArray) => Answer;

export function memoryJira(site: MemorySite, options: MemoryJiraOptions) {
  const { now, later } = options;
  const tasks = new Map<string, Task>();
  let lastTask = 10_000;

  const isArchived = (item: Item): boolean => site.projects.get(item.projectId)?.archived === true;

  function write(item: Item, key: string, text: string | null, by: string | null): void {
    const before = item.properties.get(key) ?? null;
    if (text === null) item.properties.delete(key);
    else item.properties.set(key, text);
    options.wrote?.({ item, key, before, text, by });
    site.touch(item);
  }

  /** @throws Refused 403 for what nobody may change */
  function writable(idOrKey: string, by: string | null): Item {
    const item = itemFor(site, idOrKey, by);
    if (isArchived(item)) throw new Refused(403, `You may not edit issue ${item.key}.`);
    return item;
  }

  function project(idOrKey: string) {
    const found = [...site.projects.values()].find(
      ({ id, key, deleted }) => !deleted && (id === idOrKey || key === idOrKey),
    );
    if (!found) throw new Refused(404, `No project could be found with key '${idOrKey}'.`);
    return found;
  }

  function startTask(by: string | null, run: () => void): Answer {
    lastTask += 1;
    const id = String(lastTask);
    const task: Task = { status: 'ENQUEUED', by };
    tasks.set(id, task);
    const { ms, fails } = options.task?.() ?? { ms: 0, fails: false };
    const finish = (): void => {
      if (!fails) run();
      task.status = fails ? 'FAILED' : 'COMPLETE';
    };
    if (ms === 0) finish();
    else later(ms, finish);
    return { status: 303, headers: { location: `https://jira.example/rest/api/3/task/${id}` } };
  }

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
    const view = { fields: asked.fields ?? [], properties: asked.properties ?? [] };
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

  function setMany({ body, by }: Asked): Answer {
    const { entitiesIds, properties } = body as {
      entitiesIds: number[];
      properties: Record<string, unknown>;
    };
    const seen = () =>
      entitiesIds.flatMap((id) => {
        const item = site.find(String(id));
        return item && maySee(item, by) ? [item] : [];
      });
    const closed = seen().find(isArchived);
    if (closed) throw new Refused(400, `You do not have permission to edit issue ${closed.key}.`);
    return startTask(by, () => {
      for (const item of seen())
        for (const [key, value] of Object.entries(properties))
          if (!isArchived(item)) write(item, key, JSON.stringify(value), by);
    });
  }

  function deleteMany({ body, by }: Asked, match: RegExpExecArray): Answer {
    const key = decodeURIComponent(match[1] ?? '');
    const { entityIds } = body as { entityIds: number[] };
    return startTask(by, () => {
      for (const id of entityIds) {
        const item = site.find(String(id));
        if (!item || !maySee(item, by) || isArchived(item)) continue;
        if (item.properties.has(key)) write(item, key, null, by);
      }
    });
  }

  function histories({ body, by }: Asked): Answer {
    const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
    const shown = issueIdsOrKeys.flatMap((id) => {
      const item = site.find(id);
      return item && maySee(item, by) && item.history.length > 0 ? [item] : [];
    });
    return ok({
      issueChangeLogs: shown.map(({ id, history }) => ({
        issueId: id,
        changeHistories: history.map(({ at, from, to }) => ({
          created: at,
          items: [{ field: 'status', fieldId: 'status', from, to }],
        })),
      })),
    });
  }

  function transition({ body, by }: Asked, match: RegExpExecArray): Answer {
    const item = writable(match[1] ?? '', by);
    const { transition: chosen, fields } = body as {
      transition: { id: string };
      fields?: { resolution?: { id: string } };
    };
    const to = site.projects.get(item.projectId)?.statuses.find(({ id }) => id === chosen.id);
    if (!to) throw new Refused(400, `Transition id '${chosen.id}' is not valid for this issue.`);
    move(item, to.id, by, fields?.resolution?.id ?? null);
    return { status: 204 };
  }

  /** Moves an item to a status; transitions have the ids of the statuses that they lead to. */
  function move(item: Item, to: string, by: string | null, resolutionId: string | null): void {
    const from = item.statusId;
    const before = site.categoryOf(item);
    item.statusId = to;
    item.updated = now();
    const after = site.categoryOf(item);
    if (before !== after) item.categoryChanged = now();
    item.resolutionId = after === 'done' ? (resolutionId ?? '1') : null;
    item.history.push({ at: now(), from, to, by: by ?? 'app' });
    options.moved?.(item, from, by);
    site.touch(item);
  }

  const routes: [string, RegExp, Handler][] = [
    [
      'GET',
      /^\/issue\/([^/]+)$/,
      ({ query, by }, match) => {
        const list = (name: string) => query.get(name)?.split(',') ?? [];
        const view = { fields: list('fields'), properties: list('properties') };
        return ok(issueJson(site, itemFor(site, match[1] ?? '', by), view, by));
      },
    ],
    ['POST', /^\/search\/jql$/, search],
    ['POST', /^\/search\/approximate-count$/, count],
    ['POST', /^\/issue\/properties$/, setMany],
    ['DELETE', /^\/issue\/properties\/([^/]+)$/, deleteMany],
    ['POST', /^\/changelog\/bulkfetch$/, histories],
    [
      'GET',
      /^\/task\/(\d+)$/,
      ({ by }, match) => {
        const id = match[1] ?? '';
        const task = tasks.get(id);
        if (!task) throw new Refused(404, 'The task was not found.');
        if (task.by !== by) throw new Refused(403, 'The task belongs to someone else.');
        return ok({ id, status: task.status });
      },
    ],
    [
      'GET',
      /^\/issue\/([^/]+)\/properties\/([^/]+)$/,
      ({ by }, match) => {
        const key = decodeURIComponent(match[2] ?? '');
        const text = itemFor(site, match[1] ?? '', by).properties.get(key);
        if (text === undefined) throw new Refused(404, `The property ${key} does not exist.`);
        return ok({ key, value: JSON.parse(text) as unknown });
      },
    ],
    [
      'PUT',
      /^\/issue\/([^/]+)\/properties\/([^/]+)$/,
      ({ by, body }, match) => {
        const item = writable(match[1] ?? '', by);
        const key = decodeURIComponent(match[2] ?? '');
        const isNew = !item.properties.has(key);
        write(item, key, JSON.stringify(body), by);
        return { status: isNew ? 201 : 200 };
      },
    ],
    [
      'DELETE',
      /^\/issue\/([^/]+)\/properties\/([^/]+)$/,
      ({ by }, match) => {
        const item = writable(match[1] ?? '', by);
        const key = decodeURIComponent(match[2] ?? '');
        if (!item.properties.has(key)) throw new Refused(404, `No property ${key}.`);
        write(item, key, null, by);
        return { status: 204 };
      },
    ],
    [
      'GET',
      /^\/issuetype\/project$/,
      ({ query }) =>
        ok(
          project(query.get('projectId') ?? '').types.map(({ id, name, level }) => ({
            id,
            name,
            subtask: level < 0,
            hierarchyLevel: level,
          })),
        ),
    ],
    [
      'GET',
      /^\/project\/([^/]+)\/statuses$/,
      (_asked, match) => {
        const { types, statuses } = project(match[1] ?? '');
        const shown = statuses.map(({ id, name, category }) => ({
          id,
          name,
          statusCategory: { key: category },
        }));
        return ok(types.map(({ id, name }) => ({ id, name, statuses: shown })));
      },
    ],
    [
      'GET',
      /^\/project\/([^/]+)\/properties\/([^/]+)$/,
      (_asked, match) => {
        const key = decodeURIComponent(match[2] ?? '');
        const text = project(match[1] ?? '').properties.get(key);
        if (text === undefined) throw new Refused(404, `The property ${key} does not exist.`);
        return ok({ key, value: JSON.parse(text) as unknown });
      },
    ],
    [
      'PUT',
      /^\/project\/([^/]+)\/properties\/([^/]+)$/,
      ({ body }, match) => {
        const found = project(match[1] ?? '');
        if (found.archived) throw new Refused(403, 'The project is archived.');
        const key = decodeURIComponent(match[2] ?? '');
        const isNew = !found.properties.has(key);
        found.properties.set(key, JSON.stringify(body));
        return { status: isNew ? 201 : 200 };
      },
    ],
    ['POST', /^\/issue\/([^/]+)\/transitions$/, transition],
  ];

  return {
    move,
    write,
    handle(
      { method, path, body }: Pick<JiraCall, 'method' | 'path' | 'body'>,
      by: string | null,
    ): Answer {
      const [bare = '', text = ''] = path.replace('/rest/api/3', '').split('?');
      const query = new URLSearchParams(text);
      for (const [verb, pattern, run] of routes) {
        const match = verb === method ? pattern.exec(bare) : null;
        if (!match) continue;
        try {
          return run({ method, path: bare, query, body, by }, match);
        } catch (error) {
          if (error instanceof Refused)
            return { status: error.status, body: { errorMessages: [error.message], errors: {} } };
          if (error instanceof RefusedJql)
            return { status: 400, body: { errorMessages: [error.message], errors: {} } };
          throw error;
        }
      }
      throw new Error(`not modelled: ${method} ${bare}`);
    },
  };
}

export type MemoryJira = ReturnType<typeof memoryJira>;
export { iso };
