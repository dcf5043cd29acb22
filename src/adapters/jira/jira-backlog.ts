// The scan's view of a project: searches, counts and bulk writes of flags, as the app.
import { z } from 'zod';
import { readBy } from '../../contract/read-by';
import { onDemand } from '../../contract/on-demand';
import { PROPERTY_KEYS, writeFlag } from '../../contract/properties';
import type { Clause } from '../../domain/clause';
import type { Flag } from '../../domain/item';
import type { Backlog, ItemOfPeople } from '../../ports';
import type { JiraClient } from './client';
import { task, type JiraIssue } from './answers';
import type { EndpointName } from './endpoints';
import { hidden } from './errors';
import { HISTORIES_LIMIT, statusHistories, statusMoves } from './histories';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf, instant, parentFactsOf } from './items';
import { projectJql } from './jql';
import { finishTask, isTaskOver, stuck, type Waiting } from './wait-for-task';

/** Most issues that one bulk property call takes. */
const BULK_LIMIT = 10_000;
/** Issues per page when fields and properties are asked for. */
const PAGE = 100;
/** Issues per page when only their ids are asked for, well below what Jira gives. */
const IDS_PAGE = 1_000;
/** The app reads moments in UTC; conditions of the scan are relative or days of our own anyway. */
const ZONE = 'UTC';
/** Five minutes. */
const POLLS = 600;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_none, i) =>
    list.slice(i * size, (i + 1) * size),
  );

/**
 * A project's items as the app sees them. Bulk writes end when Jira's task does.
 * @throws AppError as the client's calls; jira_unavailable where paging or a task gets nowhere
 */
export function jiraBacklog(jira: JiraClient, { sleep }: Waiting): Backlog {
  async function* search(
    projectId: string,
    clause: Clause,
    ask: { fields: readonly string[]; properties: readonly string[]; order?: string },
    pageSize: number = PAGE,
  ): AsyncGenerator<JiraIssue[]> {
    const { fields, properties, order = 'created ASC, key ASC' } = ask;
    const jql = projectJql(projectId, clause, ZONE, order);
    const found = new Set<string>();
    const sent = new Set<string>();
    let nextPageToken: string | undefined;
    do {
      const page = await jira.call('search', {
        as: 'app',
        body: {
          jql,
          fields,
          ...(properties.length > 0 && { properties }),
          maxResults: pageSize,
          ...(nextPageToken && { nextPageToken }),
        },
      });
      // A short page is not the last one, and a page may come twice: go by the token, give ids once.
      yield page.issues.filter(({ id }) => !found.has(id));
      for (const { id } of page.issues) found.add(id);
      nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
      // The same token twice would go on for ever, and cost points all the while.
      if (nextPageToken && sent.has(nextPageToken)) throw stuck('search: a token came twice');
      if (nextPageToken) sent.add(nextPageToken);
    } while (nextPageToken);
  }

  /** Sends a bulk write. @returns its task; null when that is over already */
  async function begin(
    name: EndpointName,
    body: unknown,
    params: Record<string, string>,
  ): Promise<string | null> {
    const reply = await jira.send(name, { as: 'app', params, body });
    const known = readBy(task(), parse(await reply.text()));
    const id = known.success ? known.data.id : reply.header('location')?.split('/').pop();
    if (!id) throw stuck(`${name}: no task was named`);
    // The reply to a followed redirect is the task itself: asking again would cost a call.
    return known.data?.status === 'COMPLETE' ? null : id;
  }

  /** Waits for the task of a bulk write. */
  async function finish(name: EndpointName, id: string | null): Promise<void> {
    if (id !== null) await finishTask(jira, 'app', id, { what: name, polls: POLLS, sleep });
  }

  const beginFlag = (ids: readonly string[], flag: Flag): Promise<string | null> =>
    begin(
      'setManyProperties',
      {
        entitiesIds: ids.map(Number),
        properties: { [PROPERTY_KEYS.flag]: writeFlag(flag) },
      },
      {},
    );

  const clear = async (itemIds: readonly string[], propertyKey: string): Promise<void> => {
    for (const ids of chunks(itemIds, BULK_LIMIT))
      await finish(
        'deleteManyProperties',
        await begin('deleteManyProperties', { entityIds: ids.map(Number) }, { propertyKey }),
      );
  };

  /** The first moment at which each item entered one of the statuses. */
  async function firstStarts(
    itemIds: readonly string[],
    statusIds: readonly string[],
  ): Promise<Map<string, number>> {
    const first = new Map<string, number>();
    for (const issueIdsOrKeys of chunks(itemIds, HISTORIES_LIMIT)) {
      for await (const page of statusHistories(jira, 'app', issueIdsOrKeys))
        for (const { issueId, changeHistories } of page)
          for (const { created, items } of changeHistories) {
            if (!items.some(({ to }) => to != null && statusIds.includes(to))) continue;
            const at = instant(created, Infinity);
            first.set(issueId, Math.min(first.get(issueId) ?? Infinity, at));
          }
    }
    return first;
  }

  return {
    async *pages(projectId, clause) {
      const ask = { fields: FACT_FIELDS, properties: FACT_PROPERTIES };
      for await (const issues of search(projectId, clause, ask)) yield issues.map(factsOf);
    },
    async item(itemId) {
      const found = await jira
        .call('getIssue', {
          as: 'app',
          params: { issueIdOrKey: itemId },
          query: {
            fields: [...FACT_FIELDS, 'project'].join(','),
            properties: FACT_PROPERTIES.join(','),
          },
        })
        .catch(hidden);
      return found ? { facts: factsOf(found), projectId: found.fields?.project?.id ?? '' } : null;
    },
    moves: (itemId) => statusMoves(jira, 'app', itemId),
    async parents(projectId, clause) {
      const ask = {
        fields: ['issuetype'],
        properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.result],
      };
      const all = [];
      for await (const issues of search(projectId, clause, ask))
        all.push(...issues.map(parentFactsOf));
      return all;
    },
    async people(projectId, clause, limit) {
      const ask = { fields: [...FACT_FIELDS, 'assignee', 'reporter'], properties: FACT_PROPERTIES };
      const all: ItemOfPeople[] = [];
      for await (const issues of search(projectId, clause, ask, Math.min(limit, PAGE))) {
        all.push(...issues.map(withPeople));
        if (all.length >= limit) break;
      }
      return all.slice(0, limit);
    },
    async stays(projectId, clause, { startedIn, limit }) {
      const order = 'statusCategoryChangedDate DESC, key ASC';
      const ask = { fields: ['statuscategorychangedate'], properties: [], order };
      const finished = new Map<string, number>();
      for await (const issues of search(projectId, clause, ask, Math.min(limit, PAGE))) {
        for (const issue of issues) finished.set(issue.id, factsOf(issue).categoryChanged);
        if (finished.size >= limit) break;
      }
      const started = await firstStarts([...finished.keys()], startedIn);
      return [...finished].map(([id, at]) => ({ started: started.get(id) ?? null, finished: at }));
    },
    async count(projectId, clause) {
      const jql = projectJql(projectId, clause, ZONE);
      return (await jira.call('count', { as: 'app', body: { jql } })).count;
    },
    async setFlag(itemIds, flag) {
      for (const ids of chunks(itemIds, BULK_LIMIT))
        await finish('setManyProperties', await beginFlag(ids, flag));
    },
    beginFlag,
    async ids(projectId, clause, after) {
      const jql = projectJql(projectId, clause, ZONE, 'created ASC, key ASC');
      const page = await jira.call('search', {
        as: 'app',
        body: {
          jql,
          // Neither field nor property, so that a page may be large.
          fields: ['key'],
          maxResults: IDS_PAGE,
          ...(after !== null && { nextPageToken: after }),
        },
      });
      const next = page.isLast === true ? null : (page.nextPageToken ?? null);
      return { ids: page.issues.map(({ id }) => id), next };
    },
    async beginBare(itemIds) {
      const tasks: string[] = [];
      for (const propertyKey of Object.values(PROPERTY_KEYS)) {
        const body = { entityIds: itemIds.map(Number) };
        const id = await begin('deleteManyProperties', body, { propertyKey });
        if (id !== null) tasks.push(id);
      }
      return tasks;
    },
    isOver: (taskId) => isTaskOver(jira, 'app', taskId, 'a bulk write'),
    clearFlags: (itemIds) => clear(itemIds, PROPERTY_KEYS.flag),
    clearDecisions: (itemIds) => clear(itemIds, PROPERTY_KEYS.decision),
  };
}

const person = onDemand(() => z.object({ accountId: z.string() }));
const accountOf = (value: unknown): string | null =>
  readBy(person(), value).data?.accountId ?? null;

const withPeople = (issue: JiraIssue): ItemOfPeople => {
  const { status, resolution, assignee, reporter } = issue.fields ?? {};
  return {
    facts: factsOf(issue),
    assigneeId: accountOf(assignee),
    reporterId: accountOf(reporter),
    status: status ?? null,
    resolution: resolution ?? null,
  };
};

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
