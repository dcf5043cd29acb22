// The ways of a running function to the outside: storage and Jira in memory, where every call takes its
// time, may fail, and may be the last.
import type { JiraTransport } from '../../src/adapters/jira/transport';
import type { Driver } from '../../src/adapters/storage/driver';
import type { Fault, Outside } from './faults';
import type { Answer } from './jira/answers';
import type { Running, Surroundings } from './process';

/** A reply that never came: what the client of storage or Jira throws. */
class LostReply extends Error {
  constructor(what: string) {
    super(`no reply: ${what}`);
    this.name = 'LostReply';
  }
}

const forEver = <T>(): Promise<T> => new Promise<T>(() => undefined);

export function outsideOf(world: Surroundings, run: Running, die: () => void) {
  const { kernel, chaos } = world;
  const { random } = kernel;

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      kernel.at(kernel.now() + ms, () => {
        if (run.alive) resolve();
      });
    });

  /** The way of one call to the outside; `answer` turns a fault that has an answer into one. */
  async function outside<T>(
    call: Outside,
    ms: number,
    perform: () => Promise<T>,
    answer: (fault: Fault, value: T | null) => T | null,
  ): Promise<T> {
    await wait(ms);
    const fault = chaos.next(call);
    if (!fault) return perform();
    kernel.note(`${call.what} ! ${fault.kind}`);
    if (fault.kind === 'crash' || fault.kind === 'hang') {
      if (fault.after) await perform();
      if (fault.kind === 'crash') die();
      return forEver<T>();
    }
    const done = fault.kind === 'lost' || fault.kind === 'garbled' ? await perform() : null;
    const instead = answer(fault, done);
    if (instead !== null) return instead;
    throw new LostReply(call.what);
  }

  const rawTransport: JiraTransport = async (call) => {
    const bare = `${call.method} ${call.path.split('?')[0] ?? ''}`;
    const by = call.as === 'app' ? null : run.account;
    const answer = await outside<Answer>(
      { to: 'jira', what: bare, isWrite: call.method !== 'GET' },
      20 + random.below(world.spreadMs),
      async () => {
        const given = world.jira(call, by);
        kernel.note(`${bare} ${String(given.status)}`);
        return given;
      },
      faultyAnswer,
    );
    world.asked(run, call, answer);
    const { status, headers = {}, body } = answer;
    return {
      status,
      header: (name) => headers[name] ?? null,
      text: async () =>
        typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body),
    };
  };

  const stored = <T>(what: string, isWrite: boolean, perform: () => Promise<T>): Promise<T> =>
    outside({ to: 'store', what, isWrite }, 5 + random.below(40), perform, () => null);

  const base = world.store;
  const rawDriver: Driver = {
    get: (entity, key) => stored(`get ${entity}`, false, () => base.get(entity, key)),
    set: (entity, key, value) => stored(`set ${entity}`, true, () => base.set(entity, key, value)),
    remove: (entity, key) => stored(`remove ${entity}`, true, () => base.remove(entity, key)),
    create: (entity, key, value) =>
      stored(`create ${entity}`, true, () => base.create(entity, key, value)),
    async commit(writes) {
      try {
        return await stored(`commit ${writes[0]?.entity ?? ''}`, true, () => {
          world.keeping(run);
          return base.commit(writes);
        });
      } catch (error) {
        // As the driver over Forge does: has somebody else been there, or this one itself?
        for (const { entity, key, ifRev } of writes) {
          if (ifRev === undefined) continue;
          const now = await rawDriver.get(entity, key);
          if ((now as { rev?: unknown } | undefined)?.rev !== ifRev) return false;
        }
        throw error;
      }
    },
    list: (entity, range) => stored(`list ${entity}`, false, () => base.list(entity, range)),
    latest: (entity, range, after, limit) =>
      stored(`latest ${entity}`, false, () => base.latest(entity, range, after, limit)),
  };

  return { wait, outside, rawTransport, rawDriver };
}

/** What Jira answers to a call that fails; null where no answer comes. */
function faultyAnswer(fault: Fault, value: Answer | null): Answer | null {
  switch (fault.kind) {
    case '429':
      return {
        status: 429,
        headers: {
          ...(fault.after !== null && { 'retry-after': String(fault.after) }),
          ...(fault.reason !== null && { 'ratelimit-reason': fault.reason }),
        },
        body: { errorMessages: ['Rate limit exceeded.'] },
      };
    case 'status':
      return { status: fault.status, body: '<html></html>' };
    case 'garbled':
      return {
        status: value && value.status < 400 ? 200 : (value?.status ?? 200),
        body: fault.body,
      };
    default:
      return null;
  }
}
