// The check against Atlassian's description, where the variable LADDER_OPENAPI names the folder of its
// files.
import type { JiraAnswer, JiraRequest } from '../jira/api';
import type * as watching from './watch';

let watch: watching.Watch | undefined;

function theWatch(folder: string): watching.Watch {
  if (watch) return watch;
  // Loaded where it is asked for: a run without the variable does not pay for it.
  const { createWatch } = module.require('./watch') as typeof watching;
  return (watch = createWatch(folder));
}

/** The same handler, with every call and answer checked and each fault written down. */
export function conforming(handle: (request: JiraRequest) => JiraAnswer): typeof handle {
  const folder = process.env['LADDER_OPENAPI'];
  if (!folder) return handle;
  return (request) => {
    const { status, headers, body } = handle(request);
    theWatch(folder)({
      method: request.method.toUpperCase(),
      path: request.path,
      body: request.body,
      fromApp: request.fromApp ?? false,
      status,
      answer: body,
    });
    return { status, headers, body };
  };
}
