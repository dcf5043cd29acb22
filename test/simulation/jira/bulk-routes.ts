// Calls that change many items at once, and the tasks in which that happens.
import { maySee, ok, Refused, SITE_URL, type Answer, type Asked } from './answers';
import type { Edits } from './edits';
import type { MemoryJiraOptions } from './options';
import type { Route } from './route';
import type { MemorySite } from './site';

interface Task {
  status: 'ENQUEUED' | 'COMPLETE' | 'FAILED';
  by: string | null;
}

/** What every task has, whether anybody reads it or not. */
const TASK = { progress: 0, submitted: 0, submittedBy: 0, elapsedRuntime: 0, lastUpdate: 0 };

/** Most items of one call. */
const BULK = 10_000;

/** @throws Refused 400 for more items than one call takes */
function expectFew(ids: readonly number[]): void {
  if (ids.length > BULK) throw new Refused(400, `At most ${String(BULK)} issues can be changed.`);
}

export function bulkRoutes(
  site: MemorySite,
  options: MemoryJiraOptions,
  { isArchived, write }: Edits,
): Route[] {
  const { later } = options;
  const tasks = new Map<string, Task>();
  let lastTask = 10_000;

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
    return { status: 303, headers: { location: `${SITE_URL}/rest/api/3/task/${id}` } };
  }

  function setMany({ body, by }: Asked): Answer {
    const { entitiesIds, properties } = body as {
      entitiesIds: number[];
      properties: Record<string, unknown>;
    };
    expectFew(entitiesIds);
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
    expectFew(entityIds);
    return startTask(by, () => {
      for (const id of entityIds) {
        const item = site.find(String(id));
        if (!item || !maySee(item, by) || isArchived(item)) continue;
        if (item.properties.has(key)) write(item, key, null, by);
      }
    });
  }

  return [
    ['POST', /^\/issue\/properties$/, setMany],
    ['DELETE', /^\/issue\/properties\/([^/]+)$/, deleteMany],
    [
      'GET',
      /^\/task\/(\d+)$/,
      ({ by }, match) => {
        const id = match[1] ?? '';
        const task = tasks.get(id);
        if (!task) throw new Refused(404, 'The task was not found.');
        if (task.by !== by) throw new Refused(403, 'The task belongs to someone else.');
        return ok({ ...TASK, id, self: `${SITE_URL}/rest/api/3/task/${id}`, status: task.status });
      },
    ],
  ];
}
