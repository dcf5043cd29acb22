// Worker side: its own globals, the app's handlers, and nothing of the host. The wrapper sets the
// globals that the Forge packages read, so it is loaded before any handler.
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type {
  FromWorker,
  InvocationEvent,
  InvocationResult,
  LogLine,
  PlatformAnswer,
  PlatformCall,
  ToWorker,
  WorkerData,
} from './protocol';
import { shiftedDate } from './shifted-date';

type LoadHandler = (name: string) => unknown;
interface LambdaContext {
  awsRequestId: string;
  getRemainingTimeInMillis: () => number;
}
type Raw = { success: true; body: unknown } | Extract<InvocationResult, { success: false }>;
interface Wrapper {
  run(load: LoadHandler, event: InvocationEvent, context: LambdaContext): Promise<Raw>;
  main(event: InvocationEvent, context: LambdaContext): Promise<Raw>;
}

const { source, offset } = workerData as WorkerData;
const ahead = new Float64Array(offset);
const realDate = Date;
// The app is loaded by name and only after the globals are in place, so not by an import.
const load = createRequire(__filename);
globalThis.Date = shiftedDate(realDate, () => realDate.now() + (ahead[0] ?? 0));

const port = parentPort;
if (!port) throw new Error('The function worker runs only as a worker thread.');
const send = (message: FromWorker) => port.postMessage(message);

const waiting = new Map<number, (answer: PlatformAnswer) => void>();
let lastCall = 0;
Object.assign(globalThis, {
  __forge_host__: {
    call: (call: PlatformCall) =>
      new Promise<PlatformAnswer>((resolve) => {
        const callId = ++lastCall;
        waiting.set(callId, resolve);
        send({ type: 'call', callId, call });
      }),
    log: (line: LogLine) => send({ type: 'log', line }),
  },
});

/** Runs one event with the runtime of a bundle or, from sources, with the same wrapper. */
function startRuntime(): (event: InvocationEvent, context: LambdaContext) => Promise<Raw> {
  if (source.kind === 'bundle') {
    process.env.FORGE_EFS_RUNTIME_PATH = source.folder;
    process.env.FORGE_CUSTOM_WRAPPER_FILE_NAME = '__forge_wrapper__.cjs';
    return (load(path.join(source.folder, '__forge__.cjs')) as Wrapper).main;
  }
  process.env.FORGE_EFS_RUNTIME_PATH = source.folder;
  const wrapper = load('../runtime/dist/wrapper.js') as Wrapper;
  const handlerOf: LoadHandler = (name) => {
    const [file = '', exported = ''] = name.split('.');
    return (load(path.join(source.folder, `${file}.ts`)) as Record<string, unknown>)[exported];
  };
  return (event, context) => wrapper.run(handlerOf, event, context);
}

const runEvent = startRuntime();

async function invoke(message: Extract<ToWorker, { type: 'run' }>): Promise<InvocationResult> {
  const end = performance.now() + message.milliseconds;
  const getRemainingTimeInMillis = () => Math.max(0, end - performance.now());
  const raw = await runEvent(message.event, { awsRequestId: message.id, getRemainingTimeInMillis });
  if (!raw.success) return raw;
  try {
    return { success: true, body: JSON.stringify(raw.body) };
  } catch (error) {
    const errorMessage = `The answer is not JSON: ${String(error)}`;
    return { success: false, error: { errorMessage, errorType: 'TypeError', stack: [] } };
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'answer') {
    waiting.get(message.callId)?.(message.answer);
    waiting.delete(message.callId);
    return;
  }
  void invoke(message).then((result) => send({ type: 'result', id: message.id, result }));
});
