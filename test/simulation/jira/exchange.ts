// A call to Jira in memory and its answer, as the check against Atlassian's description takes them.
import type { Exchange } from '../../../local/conformance';
import type { JiraCall } from '../../../src/adapters/jira/transport';
import type { Answer } from './answers';

const textOf = (body: unknown): string => (body === undefined ? '' : JSON.stringify(body));

/** @param fromApp whether the app's own code sent it, and not a test */
export const exchangeOf = (
  { method, path, body }: Pick<JiraCall, 'method' | 'path' | 'body'>,
  { status, body: answer }: Answer,
  fromApp = true,
): Exchange => ({
  ...{ method, path, fromApp, status },
  body: textOf(body),
  answer: textOf(answer),
});
