// Calls that are made before the one who needs their answer can ask.
import type { JiraRequest } from '../../../forge';
import type { JiraCall } from './jira-call';

/** How long an answer that nobody takes is kept, in milliseconds. */
const KEPT_FOR = 10_000;

export interface Ahead {
  /**
   * Asks. The first call with the name and the request of one that was made ahead takes that answer;
   * when it failed it is asked again.
   */
  jira: JiraCall;
  /** Makes a call for whoever asks the same within ten seconds. */
  ahead: JiraCall;
}

const keyOf = (name: string, request: JiraRequest | undefined): string =>
  JSON.stringify([name, request]);

/** @param later runs something after so many milliseconds */
export function withAhead(
  call: JiraCall,
  later: (run: () => void, ms: number) => unknown = setTimeout,
): Ahead {
  const made = new Map<string, Promise<unknown>>();
  const jira: JiraCall = async (name, request) => {
    const key = keyOf(name, request);
    const found = made.get(key);
    if (!found) return call(name, request);
    made.delete(key);
    // The key holds the endpoint's name, and so the answer is of its type.
    return (found as ReturnType<typeof call<typeof name>>).catch(() => call(name, request));
  };
  const ahead: JiraCall = (name, request) => {
    const key = keyOf(name, request);
    const answer = call(name, request);
    made.set(key, answer);
    answer.catch(() => undefined);
    later(() => {
      if (made.get(key) === answer) made.delete(key);
    }, KEPT_FOR);
    return answer;
  };
  return { jira, ahead };
}
