// The app and Jira behind the fake bridge, for tests of whole surfaces: payloads and answers pass
// through the real schemas, as they do behind the real bridge.
import type { ReactElement } from 'react';
import { render } from '@testing-library/react';
import { envelope, type Failure } from '../../../src/contract/envelope';
import {
  procedures,
  type Input,
  type Output,
  type ProcedureName,
} from '../../../src/contract/procedures';
import { ReaderProvider } from '../../../static/src/components/reader';
import { createFormat } from '../../../static/src/format';
import { answerBridge, bridgeCalls, type ProductCall } from '../../support/bridge';
import { installFetchClasses } from './fetch-classes';

type Refused = Pick<Failure, 'code' | 'message'> & Partial<Failure>;

/** What a handler throws to refuse. */
export class Refusal extends Error {
  constructor(readonly failure: Refused) {
    super(failure.message);
    this.name = 'Refusal';
  }
}

export type Handlers = { [N in ProcedureName]?: (input: Input<N>) => Output<N> };

interface Invocation {
  functionKey: ProcedureName;
  payload: unknown;
}

function run(handlers: Handlers, { functionKey, payload }: Invocation): unknown {
  const { input, output } = procedures[functionKey];
  const handler = handlers[functionKey] as ((value: unknown) => unknown) | undefined;
  if (!handler) throw new Error(`The test has no handler for ${functionKey}`);
  const parsed = input.safeParse(payload);
  const requestId = 'request-1';
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [path.map(String).join('.'), message]),
    );
    const error = { code: 'invalid_input', message: 'Not as it is.', fields, requestId };
    return { ok: false, error };
  }
  try {
    return envelope(output).parse({ ok: true, data: handler(parsed.data) });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: { requestId, ...error.failure } };
    throw error;
  }
}

const waiting = new Map<ProcedureName, Promise<void>>();

/** Lets calls of a procedure wait until the function that it gives is called. */
export function holdProcedure(name: ProcedureName): () => void {
  let end = (): void => undefined;
  waiting.set(name, new Promise<void>((resolve) => (end = resolve)));
  return () => {
    waiting.delete(name);
    end();
  };
}

/** Lets the procedures answer; a refusal is a thrown `Refusal`. */
export const answerProcedures = (handlers: Handlers): void =>
  answerBridge('invoke', (call) => {
    const invocation = call as Invocation;
    const wait = waiting.get(invocation.functionKey);
    return wait ? wait.then(() => run(handlers, invocation)) : run(handlers, invocation);
  });

/** Payloads that a procedure got so far. */
export const payloadsOf = (name: ProcedureName): unknown[] =>
  bridgeCalls('invoke')
    .map((call) => call as Invocation)
    .filter(({ functionKey }) => functionKey === name)
    .map(({ payload }) => payload);

export interface JiraAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Lets Jira answer by path and query, and by method; null is "not found".
 * @param isJiras as of `answerBridge`
 */
export function answerJira(
  answer: (url: URL, method: string) => JiraAnswer | null,
  isJiras = true,
): void {
  installFetchClasses();
  const fetchProduct = (call: unknown) => {
    const { restPath, fetchRequestInit } = call as ProductCall;
    const {
      status = 200,
      headers = {},
      body = {},
    } = answer(new URL(restPath, 'https://shop.example'), fetchRequestInit?.method ?? 'GET') ?? {
      status: 404,
    };
    return { status, statusText: '', headers, body: JSON.stringify(body) };
  };
  answerBridge('fetchProduct', fetchProduct, isJiras);
}

/** What Jira says of people that nobody knows. */
export const NOBODY: JiraAnswer = { body: { values: [] } };

/** Renders as a reader in Berlin who writes English. */
export const show = (element: ReactElement) =>
  render(
    <ReaderProvider
      value={{
        format: createFormat('en-US', 'Europe/Berlin'),
        siteUrl: 'https://shop.example',
        navigate: () => undefined,
        open: () => undefined,
      }}
    >
      {element}
    </ReaderProvider>,
  );
