// Jira's side of the bridge in unit tests of the pages: a test says what each call answers, and a
// call nobody answers fails, as it would in the local host.

type Answer = (payload: unknown) => unknown;

interface BridgeCall {
  name: string;
  payload: unknown;
}

const answers = new Map<string, Answer>();
const calls: BridgeCall[] = [];

/** The global that `@forge/bridge` looks for while it is imported. */
export const bridge = {
  async callBridge(name: string, payload: unknown): Promise<unknown> {
    calls.push({ name, payload });
    const answer = answers.get(name);
    if (!answer) throw new Error(`The test gives no answer to the bridge call "${name}"`);
    return answer(payload);
  },
};

/** Sets what one kind of bridge call answers from now on. */
export function answerBridge(name: string, answer: Answer): void {
  answers.set(name, answer);
}

/** Payloads of all calls of one kind since the last reset, oldest first. */
export function bridgeCalls(name: string): unknown[] {
  return calls.filter((call) => call.name === name).map((call) => call.payload);
}

/** Forgets answers and calls: for `beforeEach`. */
export function resetBridge(): void {
  answers.clear();
  calls.length = 0;
}
