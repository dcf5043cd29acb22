// A person's page: Jira is asked under their own name, Ladder by functions that are started for each call.
import {
  endpoints,
  pathOf,
  type AnswerOf,
  type Endpoint,
  type EndpointName,
} from '../../../src/adapters/jira/endpoints';
import { jiraError } from '../../../src/adapters/jira/errors';
import type { DecisionView } from '../../../src/contract/decision-procedures';
import { AppError } from '../../../src/domain/errors';
import type { Ports } from '../../../src/ports';
import type { ApplyPorts } from '../../../src/usecases/applying/ports';
import { beginDecision } from '../../../src/usecases/begin-decision';
import { dropDecision, finishDecision } from '../../../src/usecases/finish-decision';
import { undoDecision } from '../../../src/usecases/undo-decision';
import type { JiraRequest } from '../../../static/src/forge/jira';
import { deciderInJira } from '../../../static/src/surfaces/project/kill/apply/decider-in-jira';
import type { Way } from '../process';
import type { World } from '../world';

/** Milliseconds after which the platform ends a function that a page has called. */
const FUNCTION_MS = 25_000;

/** One call to Jira from the page. @throws AppError as the page knows it */
async function ask<N extends EndpointName>(
  { transport }: Way,
  name: N,
  { params, query, body }: JiraRequest,
): Promise<AnswerOf<N>> {
  const endpoint: Endpoint = endpoints[name];
  const path = pathOf(name, params, query);
  const lost = (): never => {
    throw new AppError('jira_unavailable', 'no answer');
  };
  const reply = await transport({ as: 'user', method: endpoint.method, path, body }).catch(lost);
  if (reply.status >= 400) {
    const retryAfter = Number(reply.header('retry-after'));
    const rateLimit = { retryAfter, reason: null };
    throw jiraError(reply.status, name, retryAfter > 0 ? { rateLimit } : {});
  }
  const text = await reply.text();
  const isJson = text.startsWith('{') && text.endsWith('}');
  const parsed = endpoint.answer?.().safeParse(isJson ? (JSON.parse(text) as unknown) : undefined);
  return parsed?.success ? (parsed.data as AnswerOf<N>) : lost();
}

/** The ports of a page that is open in somebody's browser. */
export function browserOf(world: World, me: string, ports: Ports, way: Way): ApplyPorts {
  /** Starts a function of the app; a page that was closed hears nothing of it. */
  async function call(work: (backend: Ports) => Promise<DecisionView>): Promise<DecisionView> {
    await way.wait(30);
    return new Promise((resolve, reject) => {
      world.run({ name: `for ${me}`, account: me, lifeMs: FUNCTION_MS }, work, (ending) => {
        if (!way.run.alive) return;
        if (ending.kind === 'done') resolve(ending.value as DecisionView);
        else if (ending.kind === 'threw' && ending.error instanceof AppError) reject(ending.error);
        else reject(new AppError('internal', 'no answer'));
      });
    });
  }

  return {
    me,
    ...deciderInJira(me, (name, request) => ask(way, name, request)),
    begin: (itemId, decision, seen, attempt) =>
      call((backend) => beginDecision(backend, me, { itemId, decision, seen, attempt })),
    finish: (itemId, intent) => call((backend) => finishDecision(backend, me, { itemId, intent })),
    drop: (itemId, intent) => call((backend) => dropDecision(backend, me, { itemId, intent })),
    undo: (itemId, rev) => call((backend) => undoDecision(backend, me, { itemId, rev })),
    sleep: way.wait,
    now: ports.clock.now,
    newId: ports.ids.next,
  };
}
