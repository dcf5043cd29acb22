// How the page asks Jira, and how many questions it has open at a time.
import type { jira } from '../../../forge';

/** One call of an endpoint as the viewer. Rejects when Jira refuses. */
export type JiraCall = typeof jira;

/** Thrown to whoever still waits when a view is left. */
export class LeftError extends Error {
  constructor() {
    super('The view was left');
    this.name = 'LeftError';
  }
}

export interface Calls {
  jira: JiraCall;
  /** Drops what is waiting; answers still under way reject. */
  leave: () => void;
}

/** Lets at most `limit` calls run side by side; the rest wait in their order. */
export function limitCalls(call: JiraCall, limit: number): () => Calls {
  const waiting: (() => void)[] = [];
  let running = 0;
  const take = async (): Promise<void> => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
  };
  const give = (): void => {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  };
  return () => {
    let left = false;
    return {
      jira: async (name, request) => {
        await take();
        try {
          if (left) throw new LeftError();
          const answer = await call(name, request);
          if (left) throw new LeftError();
          return answer;
        } finally {
          give();
        }
      },
      leave: () => {
        left = true;
      },
    };
  };
}
