// One worker thread that runs functions, seen from the host: events in, results out.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  FromWorker,
  FunctionSource,
  InvocationEvent,
  InvocationResult,
  LogLine,
  PlatformAnswer,
  PlatformCall,
  ToWorker,
  WorkerData,
} from './protocol';

export interface ThreadOptions {
  source: FunctionSource;
  /** What the process of a function may use, in megabytes; a thread that needs more dies. */
  memoryMB: number;
  /** How far the host clock is ahead of the real one, in milliseconds. */
  ahead: () => number;
  onCall: (call: PlatformCall) => Promise<PlatformAnswer>;
  onLog: (line: LogLine) => void;
}

export interface FunctionThread {
  /** Runs one event. @throws Error when the thread dies first. */
  run(id: string, event: InvocationEvent, milliseconds: number): Promise<InvocationResult>;
  running(): number;
  alive(): boolean;
  stop(): Promise<void>;
}

interface Pending {
  resolve: (result: InvocationResult) => void;
  reject: (error: Error) => void;
}

/** Megabytes that count on Forge too: Node before the app is loaded. An assumption, by an empty process. */
const PROCESS_MB = 48;
/** Of the rest, for new values: what Node gives a process by itself. */
const YOUNG_MB = 48;

/** The values of the functions took up more than the manifest asks for. */
class OutOfMemoryError extends Error {
  constructor(memoryMB: number) {
    super(`The function process ran out of its ${memoryMB} MB.`);
    this.name = 'OutOfMemory';
  }
}

const BOOT = path.join(__dirname, 'boot.cjs');

/** Starts a worker thread; it loads the app with its first event. */
export function startThread({
  source,
  memoryMB,
  ahead,
  onCall,
  onLog,
}: ThreadOptions): FunctionThread {
  const offset = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const shared = new Float64Array(offset);
  const data: WorkerData = { source, offset };
  // The functions see no variable of the host, as on Forge.
  const worker = new Worker((source.kind === 'bundle' && source.worker) || BOOT, {
    workerData: data,
    execArgv: [],
    env: { NODE_ENV: 'production' },
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMB - PROCESS_MB - YOUNG_MB,
      maxYoungGenerationSizeMb: YOUNG_MB,
    },
  });
  const pending = new Map<string, Pending>();
  let dead = false;

  const post = (message: ToWorker) => {
    shared[0] = ahead();
    worker.postMessage(message);
  };
  const fail = (error: Error) => {
    dead = true;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };

  async function answer(callId: number, call: PlatformCall): Promise<void> {
    const failed = (error: unknown): PlatformAnswer => ({
      status: 500,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'HOST_ERROR', message: String(error) }),
    });
    const found = await onCall(call).catch(failed);
    if (found.broken === 'crash') {
      fail(new Error('The function process ended.'));
      await worker.terminate();
    }
    if (!dead) post({ type: 'answer', callId, answer: found });
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'call') return void answer(message.callId, message.call);
    if (message.type === 'log') return onLog(message.line);
    pending.get(message.id)?.resolve(message.result);
    pending.delete(message.id);
  });
  worker.on('error', (error: Error & { code?: string }) =>
    fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new OutOfMemoryError(memoryMB) : error),
  );
  worker.on('exit', (code) => fail(new Error(`The function process ended with code ${code}.`)));
  // Whoever waits for a function holds a timer; an idle thread keeps no process alive.
  worker.unref();

  return {
    run: (id, event, milliseconds) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(new Error('The function process has ended.'));
        pending.set(id, { resolve, reject });
        post({ type: 'run', id, event, milliseconds });
      }),
    running: () => pending.size,
    alive: () => !dead,
    async stop() {
      dead = true;
      await worker.terminate();
    },
  };
}
