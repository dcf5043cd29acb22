// Calls endpoints of the table: builds the path, sends, checks status and shape of the answer.
import { AppError } from '../../domain/errors';
import { readBy } from '../../contract/read-by';
import { MESSAGES } from '../../domain/messages';
import {
  endpoints,
  pathOf,
  type AnswerOf,
  type Endpoint,
  type EndpointName,
  type Params,
  type Query,
} from './endpoints';
import { jiraError } from './errors';
import type { Meter } from '../../ports';
import { priceOf, writesList } from './prices';
import type { JiraReply, JiraTransport } from './transport';

export interface Request {
  as: 'app' | 'user';
  params?: Params;
  query?: Query;
  body?: unknown;
}

export interface JiraClient {
  /** The parsed answer. @throws AppError by status, or jira_unavailable for an answer of another shape */
  call<N extends EndpointName>(name: N, request: Request): Promise<AnswerOf<N>>;
  /** The raw reply of a call whose body the table does not describe. @throws AppError by status */
  send(name: EndpointName, request: Request): Promise<JiraReply>;
}

/** Seconds to wait where Jira names none. */
const RETRY_S = 60;

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** @param meter is told of the calls that the app makes for itself */
export function jiraClient(transport: JiraTransport, meter?: Meter): JiraClient {
  const told = (request: Request): Meter | undefined => (request.as === 'app' ? meter : undefined);

  async function send(name: EndpointName, request: Request): Promise<JiraReply> {
    const endpoint: Endpoint = endpoints[name];
    told(request)?.check(writesList(name));
    told(request)?.spend(priceOf(name, undefined));
    if (!endpoint.as.includes(request.as))
      throw new AppError('internal', MESSAGES.internal, {
        cause: new Error(`${name} is not declared for ${request.as}`),
      });
    const reply = await transport({
      as: request.as,
      method: endpoint.method,
      path: pathOf(name, request.params, request.query),
      body: request.body,
    });
    // 303 announces a task; some clients follow it, some do not.
    if (reply.status < 400) return reply;
    const retryAfter = Number(reply.header('retry-after'));
    throw jiraError(reply.status, name, {
      ...(reply.status === 429 && {
        rateLimit: {
          retryAfter: retryAfter > 0 ? retryAfter : RETRY_S,
          reason: reply.header('ratelimit-reason'),
        },
      }),
    });
  }

  return {
    send,
    async call<N extends EndpointName>(name: N, request: Request): Promise<AnswerOf<N>> {
      const endpoint: Endpoint = endpoints[name];
      const reply = await send(name, request);
      if (endpoint.answer === null) return null as AnswerOf<N>;
      const parsed = readBy(endpoint.answer(), json(await reply.text()));
      if (parsed.success) {
        // What the answer adds to the flat price that was paid for asking.
        told(request)?.spend(priceOf(name, parsed.data) - priceOf(name, undefined));
        return parsed.data as AnswerOf<N>;
      }
      throw new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable, {
        cause: new Error(
          `${name}: ${parsed.error.issues.map(({ path }) => path.join('.')).join(' ')}`,
        ),
      });
    },
  };
}
