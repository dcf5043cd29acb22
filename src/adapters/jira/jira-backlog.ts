// The scan's view of a project: searches, counts and bulk writes of flags, as the app.
import { PROPERTY_KEYS, writeFlag } from '../../contract/properties';
import type { Clause } from '../../domain/clause';
import type { Backlog } from '../../ports';
import type { JiraClient } from './client';
import { task, type JiraIssue } from './answers';
import type { EndpointName } from './endpoints';
import { FACT_FIELDS, FACT_PROPERTIES, factsOf, parentFactsOf } from './items';
import { projectJql } from './jql';
import { finishTask, stuck, type Waiting } from './wait-for-task';

/** Most issues that one bulk property call takes. */
const BULK_LIMIT = 10_000;
/** Issues per page when fields and properties are asked for. */
const PAGE = 100;
/** The app reads moments in UTC; conditions of the scan are relative or days of our own anyway. */
const ZONE = 'UTC';
/** Five minutes. */
const POLLS = 600;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_none, i) =>
    list.slice(i * size, (i + 1) * size),
  );

export function jiraBacklog(jira: JiraClient, { sleep }: Waiting): Backlog {
  async function search(
    projectId: string,
    clause: Clause,
    fields: readonly string[],
    properties: readonly string[],
  ): Promise<JiraIssue[]> {
    const jql = projectJql(projectId, clause, ZONE, 'created ASC, key ASC');
    const found = new Map<string, JiraIssue>();
    const sent = new Set<string>();
    let nextPageToken: string | undefined;
    do {
      const page = await jira.call('search', {
        as: 'app',
        body: {
          jql,
          fields,
          properties,
          maxResults: PAGE,
          ...(nextPageToken && { nextPageToken }),
        },
      });
      // A short page is not the last one, and a page may come twice: go by the token, keep ids once.
      for (const issue of page.issues) found.set(issue.id, issue);
      nextPageToken = page.isLast === true ? undefined : (page.nextPageToken ?? undefined);
      // The same token twice would go on for ever, and cost points all the while.
      if (nextPageToken && sent.has(nextPageToken)) throw stuck('search: a token came twice');
      if (nextPageToken) sent.add(nextPageToken);
    } while (nextPageToken);
    return [...found.values()];
  }

  /** Sends a bulk write and waits for its task. */
  async function bulk(name: EndpointName, body: unknown, params: Record<string, string>) {
    const reply = await jira.send(name, { as: 'app', params, body });
    const known = task.safeParse(parse(await reply.text()));
    const id = known.success ? known.data.id : reply.header('location')?.split('/').pop();
    if (!id) throw stuck(`${name}: no task was named`);
    await finishTask(jira, 'app', id, { what: name, polls: POLLS, sleep });
  }

  return {
    async list(projectId, clause) {
      const issues = await search(projectId, clause, FACT_FIELDS, FACT_PROPERTIES);
      return issues.map(factsOf);
    },
    async parents(projectId, clause) {
      const properties = [PROPERTY_KEYS.answer, PROPERTY_KEYS.result];
      const issues = await search(projectId, clause, ['issuetype'], properties);
      return issues.map(parentFactsOf);
    },
    async count(projectId, clause) {
      const jql = projectJql(projectId, clause, ZONE);
      return (await jira.call('count', { as: 'app', body: { jql } })).count;
    },
    async setFlag(itemIds, flag) {
      for (const ids of chunks(itemIds, BULK_LIMIT))
        await bulk(
          'setManyProperties',
          {
            entitiesIds: ids.map(Number),
            properties: { [PROPERTY_KEYS.flag]: writeFlag(flag) },
          },
          {},
        );
    },
    async clearFlags(itemIds) {
      for (const ids of chunks(itemIds, BULK_LIMIT))
        await bulk(
          'deleteManyProperties',
          { entityIds: ids.map(Number) },
          { propertyKey: PROPERTY_KEYS.flag },
        );
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
