// A viewer's browser on the local Jira: the calls a page makes, counted with what they carry.
import './bridge-global';
import type { JiraRequest, LocalJira } from '../local/jira/api';
import { endpoints, pathOf, type AnswerOf } from '../src/adapters/jira/endpoints';
import { codeOfStatus } from '../src/domain/errors';
import { CallError } from '../static/src/forge';
import { limitCalls, type JiraCall } from '../static/src/surfaces/project/gather/jira-call';
import { SIDE_BY_SIDE } from '../static/src/surfaces/project/gather/bounds';

/** Calls by endpoint, and bytes of the bodies of questions and answers together. */
export interface Cost {
  calls: Record<string, number>;
  bytes: number;
}

export interface Viewer {
  jira: JiraCall;
  cost: () => Cost;
  /** What was asked so far, in its order. */
  asked: () => readonly JiraRequest[];
}

/** How many calls, whatever they asked. */
export const totalOf = ({ calls }: Cost): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0);

/** `search 12, fields 1` */
export const callsText = ({ calls }: Cost): string =>
  Object.entries(calls)
    .map((one) => one.join(' '))
    .join(', ');

/** The browser of a user of the site; at most as many calls side by side as the page makes. */
export function viewerOf(site: Pick<LocalJira, 'handle'>, accountId: string): Viewer {
  const calls: Record<string, number> = {};
  const asked: JiraRequest[] = [];
  let bytes = 0;
  const call: JiraCall = async (name, { params, query, body } = {}) => {
    const { method, answer } = endpoints[name];
    const text = body === undefined ? '' : JSON.stringify(body);
    const request: JiraRequest = {
      method,
      path: pathOf(name, params, query),
      headers: {},
      body: text,
      caller: { principal: 'browser', accountId },
    };
    asked.push(request);
    const { status, body: answered } = await site.handle(request);
    calls[name] = (calls[name] ?? 0) + 1;
    bytes += Buffer.byteLength(text) + Buffer.byteLength(answered);
    if (status >= 400) throw new CallError(codeOfStatus(status), answered);
    return answer().parse(answered === '' ? undefined : JSON.parse(answered)) as AnswerOf<
      typeof name
    >;
  };
  return {
    jira: limitCalls(call, SIDE_BY_SIDE)().jira,
    cost: () => ({ calls: { ...calls }, bytes }),
    asked: () => asked,
  };
}
