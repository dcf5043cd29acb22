// Local hosts for tests of the parts, as test/support/kept-hosts gives them in Jest, but for one thing: the app's
// functions run in this process, where mutants are seen and counted, and not in a thread of their own.
import { AsyncLocalStorage } from 'node:async_hooks';
import { instead, loadAnew } from './load.mjs';

/** Set while a function runs: how far its clock is ahead, and what answers its calls. */
const running = new AsyncLocalStorage();

/** Reads what Forge puts around an app; its globals take the place of those of the tests only in a function. */
function startWrapper() {
  const { fetch } = globalThis;
  const said = { ...console };
  const wrapper = loadAnew('local/forge/runtime/dist/wrapper.js');
  for (const [level, inside] of Object.entries(console))
    if (inside !== said[level])
      console[level] = (...parts) => (running.getStore() ? inside : said[level])(...parts);
  globalThis.fetch = fetch;
  const inside = globalThis.__forge_fetch__;
  let outside;
  Object.defineProperty(globalThis, '__forge_fetch__', {
    get: () => (running.getStore() ? inside : outside),
    set: (value) => {
      outside = value;
    },
  });
  globalThis.__forge_host__ = {
    call: (call) => running.getStore().call(call),
    log: (line) => running.getStore().log(line),
  };
  return wrapper;
}

function shiftClock() {
  const { shiftedDate } = loadAnew('local/forge/functions/shifted-date.ts');
  const RealDate = Date;
  globalThis.Date = shiftedDate(
    RealDate,
    () => RealDate.now() + (running.getStore()?.ahead() ?? 0),
  );
}

const failed = (error) => ({
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 'HOST_ERROR', message: String(error) }),
});

/** In the place of local/forge/functions/thread.ts. */
function threads(wrapper, handlers) {
  const handlerOf = (name) => handlers[name.split('.')[1]];
  const startThread = ({ ahead, onCall, onLog }) => {
    let count = 0;
    const around = {
      ahead: () => running.exit(ahead),
      call: (call) => running.exit(() => onCall(call).catch(failed)),
      log: onLog,
    };
    async function run(id, event, milliseconds) {
      const end = performance.now() + milliseconds;
      const getRemainingTimeInMillis = () => Math.max(0, end - performance.now());
      const context = { awsRequestId: id, getRemainingTimeInMillis };
      count += 1;
      const raw = await running.run(around, () =>
        wrapper.run(handlerOf, structuredClone(event), context),
      );
      count -= 1;
      return raw.success ? { success: true, body: JSON.stringify(raw.body) } : raw;
    }
    return { run, running: () => count, alive: () => true, stop: () => Promise.resolve() };
  };
  return { startThread };
}

/** To be called once, before the first test file is read. */
export function provideHosts() {
  const wrapper = startWrapper();
  shiftClock();
  instead('./thread', threads(wrapper, loadAnew('src/index.ts')));
  globalThis.keptHosts = loadAnew('test/support/kept-hosts/hosts.ts');
  globalThis.quickGrammar = loadAnew('test/support/quick-grammar.cjs').grammar();
}
