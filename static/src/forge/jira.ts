// Calls Jira from the browser, as the user: only endpoints of the table, and only those that it
// allows in a browser.
import { requestJira } from '@forge/bridge';
import { readBy } from '../../../src/contract/read-by';
import {
  endpoints,
  pathOf,
  type AnswerOf,
  type As,
  type EndpointName,
  type Params,
  type Query,
} from '../../../src/adapters/jira/endpoints';
import { codeOfStatus, type ErrorCode } from '../../../src/domain/errors';
import { common } from '../messages/common';
import { CallError } from './call-error';

/** Names of the endpoints that the table offers to the browser. */
export type BrowserEndpoint = {
  [N in EndpointName]: 'browser' extends (typeof endpoints)[N]['as'][number] ? N : never;
}[EndpointName];

export interface JiraRequest {
  params?: Params;
  query?: Query;
  body?: unknown;
}

/** `details` is what Jira itself says, where that can be read. */
async function refusal(response: Response): Promise<CallError> {
  const { status, headers } = response;
  const code = codeOfStatus(status);
  const wait = Number(headers.get('retry-after'));
  const retryAfter = code === 'rate_limited' && wait > 0 ? wait : undefined;
  const sentences: Partial<Record<ErrorCode, string>> = common.errors.jira;
  return new CallError(code, sentences[code] ?? common.errors.unreachable, {
    details: await response.json().catch(() => undefined),
    retryAfter,
  });
}

/**
 * Calls Jira as the user and parses the answer.
 * @throws {CallError} with the code of Jira's status, `rate_limited` with the seconds to wait;
 *   `jira_unavailable` when the call did not go through; `internal` when the answer cannot be read
 */
export async function jira<N extends BrowserEndpoint>(
  name: N,
  { params, query, body }: JiraRequest = {},
): Promise<AnswerOf<N>> {
  const { method, answer, as } = endpoints[name];
  // Also for callers that come past the types.
  if (!(as as readonly As[]).includes('browser')) throw new RangeError(`${name}: not in a browser`);
  let response: Response;
  try {
    response = await requestJira(pathOf(name, params, query), {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new CallError('jira_unavailable', common.errors.unreachable, { cause });
  }
  if (!response.ok) throw await refusal(response);
  const parsed = readBy(answer(), await response.json().catch(() => undefined));
  if (!parsed.success)
    throw new CallError('internal', common.errors.unreadable, { cause: parsed.error });
  return parsed.data as AnswerOf<N>;
}
