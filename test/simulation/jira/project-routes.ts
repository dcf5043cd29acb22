// Calls for a project's types, statuses and properties.
import { ok, Refused, SITE_URL } from './answers';
import type { Route } from './route';
import type { MemorySite } from './site';

export function projectRoutes(site: MemorySite): Route[] {
  function project(idOrKey: string) {
    const found = [...site.projects.values()].find(
      ({ id, key, deleted }) => !deleted && (id === idOrKey || key === idOrKey),
    );
    if (!found) throw new Refused(404, `No project could be found with key '${idOrKey}'.`);
    return found;
  }

  /** @throws Refused 403 for one that is archived: it can be read and no more */
  function writable(idOrKey: string) {
    const found = project(idOrKey);
    if (found.archived) throw new Refused(403, 'The project is archived.');
    return found;
  }

  return [
    ['GET', /^\/serverInfo$/, () => ok({ baseUrl: SITE_URL })],
    [
      'GET',
      /^\/project\/([^/]+)$/,
      (_asked, match) => {
        const { id, key } = project(match[1] ?? '');
        return ok({ id, key, projectTypeKey: 'software' });
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
        const listed = types.map(({ id, name, level }) => ({
          ...{ id, name, self: `${SITE_URL}/rest/api/3/issuetype/${id}` },
          ...{ subtask: level < 0, statuses: shown },
        }));
        return ok(listed);
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
      'DELETE',
      /^\/project\/([^/]+)\/properties\/([^/]+)$/,
      (_asked, match) => {
        const key = decodeURIComponent(match[2] ?? '');
        if (!writable(match[1] ?? '').properties.delete(key))
          throw new Refused(404, `The property ${key} does not exist.`);
        return { status: 204 };
      },
    ],
    [
      'PUT',
      /^\/project\/([^/]+)\/properties\/([^/]+)$/,
      ({ body }, match) => {
        const found = writable(match[1] ?? '');
        const key = decodeURIComponent(match[2] ?? '');
        const isNew = !found.properties.has(key);
        found.properties.set(key, JSON.stringify(body));
        return { status: isNew ? 201 : 200 };
      },
    ],
  ];
}
