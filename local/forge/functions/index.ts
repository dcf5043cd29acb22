// Runs the app's functions by their manifest key, with the limits that Forge puts on them.
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Manifest } from '../../manifest';
import { APP_VERSION, CONTEXT_ARI, ENVIRONMENT_ID, INSTALLATION_ID, LICENSE } from '../site';
import { createInvocationLog, type InvocationLog } from './invocation-log';
import type { FunctionSource, InvocationResult, PlatformAnswer, PlatformCall } from './protocol';
import { startThread, type FunctionThread } from './thread';

// https://developer.atlassian.com/platform/forge/limits-invocation/
export const LIMITS = {
  resolverSeconds: 25,
  defaultSeconds: 55,
  requestBytes: 500_000,
  answerBytes: 5_000_000,
} as const;

/** How many seconds a function may run for no page. @throws Error when the manifest has no such function */
export const secondsOf = (manifest: Manifest, functionKey: string): number =>
  manifest.functionByKey(functionKey).timeoutSeconds ?? LIMITS.defaultSeconds;

/** Who and what an invocation runs for; the platform looks it up when the function calls it. */
export interface Invocation {
  id: string;
  functionKey: string;
  moduleKey: string;
  moduleType: string;
  /** Null where Forge has no user: schedules, consumers, events. */
  accountId: string | null;
  /** The push that this run descends from, for the limit on chains of events; null at the start. */
  origin: string | null;
}

export interface RunOptions {
  moduleKey: string;
  moduleType: string;
  accountId?: string | null;
  origin?: string | null;
  /** In seconds; without it what the manifest asks for the function, or Forge's usual limit. */
  limitSeconds?: number;
}

export interface Functions {
  /**
   * Calls a function of the manifest and gives what it returned, as it looks after JSON.
   * @throws FunctionError with the name and text that the function threw, or why it was stopped.
   */
  run(functionKey: string, body: unknown, options: RunOptions): Promise<unknown>;
  log: InvocationLog;
  stop(): Promise<void>;
}

/** A function threw, ran too long, answered too much, or its process died. */
export class FunctionError extends Error {
  constructor(
    message: string,
    readonly type: string,
    readonly stackLines: readonly string[] = [],
  ) {
    super(message);
    this.name = 'FunctionError';
  }
}

export interface FunctionsOptions {
  manifest: Manifest;
  clock: Clock;
  source: FunctionSource;
  platform: (call: PlatformCall, invocation: Invocation) => Promise<PlatformAnswer>;
}

/** Prepares the functions; the worker thread starts with the first call. */
export function createFunctions(options: FunctionsOptions): Functions {
  const { manifest, clock, source, platform } = options;
  const log = createInvocationLog();
  const invocations = new Map<string, Invocation>();
  const retired = new Set<FunctionThread>();
  let current: FunctionThread | null = null;

  function thread(): FunctionThread {
    if (current?.alive()) return current;
    current = startThread({
      source,
      memoryMB: manifest.memoryMB,
      ahead: () => clock.now() - Date.now(),
      onLog: log.add,
      async onCall(call) {
        const invocation = invocations.get(call.invocationId);
        if (!invocation) throw new Error('The invocation has ended; its calls are refused.');
        return platform(call, invocation);
      },
    });
    return current;
  }

  /** Forge ends the process of a function that runs too long; others in it may finish here. */
  function retire(old: FunctionThread): void {
    if (current === old) current = null;
    retired.add(old);
    if (old.running() <= 1) void stopThread(old);
  }

  async function stopThread(old: FunctionThread): Promise<void> {
    retired.delete(old);
    await old.stop();
  }

  async function call(invocation: Invocation, body: unknown, seconds: number) {
    const used = thread();
    const { handler } = manifest.functionByKey(invocation.functionKey);
    const event = { handler, body, _meta: metaOf(manifest, invocation) };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        retire(used);
        reject(new FunctionError(`Task timed out after ${seconds.toFixed(2)} seconds`, 'Timeout'));
      }, seconds * 1000);
    });
    try {
      return await Promise.race([used.run(invocation.id, event, seconds * 1000), late]);
    } finally {
      clearTimeout(timer);
      if (retired.has(used) && used.running() === 0) void stopThread(used);
    }
  }

  async function run(functionKey: string, body: unknown, options: RunOptions): Promise<unknown> {
    const invocation: Invocation = {
      id: randomUUID(),
      functionKey,
      moduleKey: options.moduleKey,
      moduleType: options.moduleType,
      accountId: options.accountId ?? null,
      origin: options.origin ?? null,
    };
    const begun = performance.now();
    const { id, moduleKey } = invocation;
    log.open({ id, functionKey, moduleKey, started: clock.now() });
    invocations.set(id, invocation);
    let failure: string | null = null;
    try {
      const seconds = options.limitSeconds ?? secondsOf(manifest, functionKey);
      return unwrap(await call(invocation, body, seconds));
    } catch (error) {
      failure = error instanceof FunctionError ? `${error.type}: ${error.message}` : String(error);
      throw error instanceof FunctionError ? error : new FunctionError(String(error), 'Crash');
    } finally {
      invocations.delete(id);
      log.close(id, performance.now() - begun, failure);
    }
  }

  return {
    run,
    log,
    async stop() {
      const threads = [...retired, ...(current ? [current] : [])];
      current = null;
      await Promise.all(threads.map(stopThread));
    },
  };
}

function unwrap(result: InvocationResult): unknown {
  if (!result.success) {
    const { errorMessage, errorType, stack } = result.error;
    throw new FunctionError(errorMessage, errorType, stack);
  }
  if (result.body === undefined) return undefined;
  if (Buffer.byteLength(result.body) > LIMITS.answerBytes) {
    throw new FunctionError('The answer of the function is larger than 5 MB.', 'PayloadTooLarge');
  }
  return JSON.parse(result.body) as unknown;
}

function metaOf(manifest: Manifest, invocation: Invocation) {
  return {
    aaid: invocation.accountId ?? undefined,
    contextAri: CONTEXT_ARI,
    license: LICENSE,
    tracing: { traceId: randomUUID(), spanId: randomUUID() },
    appContext: {
      appId: manifest.appId,
      appVersion: APP_VERSION,
      environmentId: ENVIRONMENT_ID,
      environmentType: 'DEVELOPMENT',
      installationId: INSTALLATION_ID,
      invocationId: invocation.id,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      license: LICENSE,
      permissions: { scopes: manifest.scopes },
    },
  };
}
