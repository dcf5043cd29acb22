// The check against Atlassian's description, where the variable LADDER_OPENAPI names the folder of its
// files.
import type { JiraAnswer, JiraRequest } from '../jira/api';
import type { Exchange } from './check';
import type * as watching from './watch';

export type { Exchange } from './check';

let watch: watching.Watch | undefined;

function theWatch(folder: string): watching.Watch {
  if (watch) return watch;
  // Loaded where it is asked for: a run without the variable does not pay for it.
  const { createWatch } = module.require('./watch') as typeof watching;
  return (watch = createWatch(folder));
}

/** Whether calls are checked: who asks spares the work of telling them. */
export const isConforming = (): boolean => Boolean(process.env['LADDER_OPENAPI']);

/** Checks one call that another Jira than the local one answered. */
export function conform(exchange: Exchange): void {
  const folder = process.env['LADDER_OPENAPI'];
  if (folder) theWatch(folder)(exchange);
}

/** The same handler, with every call and answer checked and each fault written down. */
export function conforming(handle: (request: JiraRequest) => JiraAnswer): typeof handle {
  return (request) => {
    const answer = handle(request);
    const { method, path, body, fromApp = false } = request;
    const asked = { method: method.toUpperCase(), path, body, fromApp };
    conform({ ...asked, status: answer.status, answer: answer.body });
    return answer;
  };
}
