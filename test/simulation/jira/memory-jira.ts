// Jira in memory: only the calls that the code under simulation makes. One suite holds it to the local
// Jira (test/contract/in-memory-jira.test.ts).
import type { JiraCall } from '../../../src/adapters/jira/transport';
import { Refused, type Answer } from './answers';
import { bulkRoutes } from './bulk-routes';
import { editsOf } from './edits';
import { itemRoutes } from './item-routes';
import { mailRoutes } from './mail-routes';
import { RefusedJql } from './refused-jql';
import type { MemoryJiraOptions } from './options';
import { projectRoutes } from './project-routes';
import type { Route } from './route';
import { searchRoutes } from './search-routes';
import type { MemorySite } from './site';

export function memoryJira(site: MemorySite, options: MemoryJiraOptions) {
  const edits = editsOf(site, options);
  const { move, write } = edits;
  const routes: Route[] = [
    ...itemRoutes(site, options, edits),
    ...searchRoutes(site, options),
    ...bulkRoutes(site, options, edits),
    ...projectRoutes(site),
    ...mailRoutes(site, options),
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
