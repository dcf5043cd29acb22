// Jira's side of the bridge in unit tests of the pages: a test says what each call answers, and a
// call nobody answers fails, as it would in the local host.
import { conform, type Exchange } from '../../local/conformance';

type Answer = (payload: unknown) => unknown;

/** A request to Jira as the bridge hands it over, and what it hands back. */
export interface ProductCall {
  restPath: string;
  fetchRequestInit?: { method?: string; body?: string | null };
}
interface ProductAnswer {
  status: number;
  body?: string;
}

interface BridgeCall {
  name: string;
  payload: unknown;
}

interface Told {
  answer: Answer;
  /** Whether it has to be what Jira could answer. */
  isJiras: boolean;
}

const answers = new Map<string, Told>();
const calls: BridgeCall[] = [];

/** What a test lets Jira answer has to be what Jira could answer, and what the page asks, too. */
function conformProduct(call: ProductCall, { status, body = '' }: ProductAnswer): void {
  const { restPath, fetchRequestInit: { method = 'GET', body: sent } = {} } = call;
  const asked: Exchange = {
    method,
    path: restPath,
    body: sent ?? '',
    fromApp: true,
    status,
    answer: body,
  };
  conform({ ...asked, madeUp: true });
}

/** The global that `@forge/bridge` looks for while it is imported. */
export const bridge = {
  async callBridge(name: string, payload: unknown): Promise<unknown> {
    calls.push({ name, payload });
    const told = answers.get(name);
    if (!told) throw new Error(`The test gives no answer to the bridge call "${name}"`);
    const given = await told.answer(payload);
    if (name === 'fetchProduct' && told.isJiras)
      conformProduct(payload as ProductCall, given as ProductAnswer);
    return given;
  },
};

/**
 * Sets what one kind of bridge call answers from now on.
 * @param isJiras false where a test lets Jira answer what it never would: nothing checks it then
 */
export function answerBridge(name: string, answer: Answer, isJiras = true): void {
  answers.set(name, { answer, isJiras });
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
