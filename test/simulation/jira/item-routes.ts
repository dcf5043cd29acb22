// Calls for single items: what they are, their properties, statuses and past.
import {
  issueJson,
  itemFor,
  maySee,
  moment,
  ok,
  Refused,
  type Answer,
  type Asked,
} from './answers';
import type { Edits } from './edits';
import type { MemoryJiraOptions } from './options';
import type { Route } from './route';
import type { Item, MemorySite } from './site';

const RESOLUTIONS = [
  { id: '1', name: 'Done' },
  { id: '2', name: "Won't Do" },
];

/** The app's own account. */
const APP = 'app';

interface Comment {
  id: string;
  author: { accountId: string };
  created: string;
  body: unknown;
}

export function itemRoutes(
  site: MemorySite,
  { now, mailed }: MemoryJiraOptions,
  { isArchived, write, writable, move }: Edits,
): Route[] {
  function histories({ body, by }: Asked): Answer {
    const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
    const shown = issueIdsOrKeys.flatMap((id) => {
      const item = site.find(id);
      return item && maySee(item, by) && item.history.length > 0 ? [item] : [];
    });
    return ok({
      issueChangeLogs: shown.map(({ id, history }) => ({
        issueId: id,
        changeHistories: history.map(({ at, from, to, by: accountId }) => ({
          created: at,
          author: { accountId },
          items: [{ field: 'status', fieldId: 'status', from, to }],
        })),
      })),
    });
  }

  /** Ways to every other status; those of an item of the second project have a screen. */
  function transitions({ by }: Asked, match: RegExpExecArray): Answer {
    const { projectId, statusId } = itemFor(site, match[1] ?? '', by);
    const project = site.projects.get(projectId);
    const ways = project?.statuses.filter(({ id }) => id !== statusId) ?? [];
    const required = (id: string) => id === project?.resolutionNeededFor;
    const resolution = {
      ...{ key: 'resolution', name: 'Resolution', allowedValues: RESOLUTIONS },
      ...{ operations: ['set'], schema: { type: 'resolution', system: 'resolution' } },
    };
    return ok({
      transitions: ways.map(({ id, name, category }) => ({
        ...{ id, name, to: { id, name, statusCategory: { key: category } } },
        hasScreen: projectId !== '1',
        fields:
          category === 'done' ? { resolution: { ...resolution, required: required(id) } } : {},
      })),
    });
  }

  const comments = new Map<string, Comment[]>();
  let lastComment = 10_000;
  const commentsOf = ({ id }: Item) => comments.get(id) ?? [];
  /** The app writes comments to people only. */
  function mention({ id: itemId, projectId }: Item, body: unknown): void {
    const { content } = body as {
      content: { content: { attrs?: { id: string }; text?: string }[] }[];
    };
    const [person, subject] = content[0]?.content ?? [];
    const of = { at: now(), itemId, projectId, text: JSON.stringify(body) };
    mailed?.({ ...of, to: person?.attrs?.id ?? '', subject: (subject?.text ?? '').trim() });
  }
  function addComment(item: Item, body: unknown, by: string | null): Comment {
    lastComment += 1;
    const created = moment(now());
    const made = { id: String(lastComment), author: { accountId: by ?? APP }, created, body };
    comments.set(item.id, [made, ...commentsOf(item)]);
    if (by === null) mention(item, body);
    return made;
  }

  function transition({ body, by }: Asked, match: RegExpExecArray): Answer {
    const item = itemFor(site, match[1] ?? '', by);
    // Who may change nothing has no transition: that is no forbidden one but one that is not there.
    if (isArchived(item)) throw new Refused(400, `No transition of ${item.key} is open to you.`);
    const {
      transition: chosen,
      fields,
      update,
    } = body as {
      transition: { id: string };
      fields?: { resolution?: { id: string } };
      update?: { comment?: { add: { body: unknown } }[] };
    };
    const project = site.projects.get(item.projectId);
    const to = project?.statuses.find(({ id }) => id === chosen.id);
    if (!to) throw new Refused(400, `Transition id '${chosen.id}' is not valid for this issue.`);
    if (to.id === project?.resolutionNeededFor && !fields?.resolution)
      throw new Refused(400, 'Resolution is required.');
    move(item, to.id, by, fields?.resolution?.id ?? null);
    for (const { add } of update?.comment ?? []) addComment(item, add.body, by);
    return { status: 204 };
  }

  return [
    [
      'GET',
      /^\/issue\/([^/]+)$/,
      ({ query, by }, match) => {
        const list = (name: string) => query.get(name)?.split(',') ?? [];
        const view = { fields: list('fields'), properties: list('properties') };
        return ok(issueJson(site, itemFor(site, match[1] ?? '', by), view, by));
      },
    ],
    [
      'POST',
      /^\/issue\/bulkfetch$/,
      ({ body, by }) => {
        const asked = body as {
          issueIdsOrKeys: string[];
          fields?: string[];
          properties?: string[];
        };
        const view = { fields: asked.fields ?? [], properties: asked.properties ?? [] };
        const issues = asked.issueIdsOrKeys.flatMap((id) => {
          const item = site.find(id);
          return item && maySee(item, by) ? [issueJson(site, item, view, by)] : [];
        });
        return ok({ issues });
      },
    ],
    ['POST', /^\/changelog\/bulkfetch$/, histories],
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
        const item = itemFor(site, match[1] ?? '', by);
        const key = decodeURIComponent(match[2] ?? '');
        if (isArchived(item) || !item.properties.has(key))
          throw new Refused(404, `No property ${key}.`);
        write(item, key, null, by);
        return { status: 204 };
      },
    ],
    ['GET', /^\/issue\/([^/]+)\/transitions$/, transitions],
    ['POST', /^\/issue\/([^/]+)\/transitions$/, transition],
    [
      'GET',
      /^\/issue\/([^/]+)\/comment$/,
      ({ by }, match) => ok({ comments: commentsOf(itemFor(site, match[1] ?? '', by)) }),
    ],
    [
      'POST',
      /^\/issue\/([^/]+)\/comment$/,
      ({ body, by }, match) => {
        const item = writable(match[1] ?? '', by);
        return { status: 201, body: addComment(item, (body as { body: unknown }).body, by) };
      },
    ],
  ];
}
