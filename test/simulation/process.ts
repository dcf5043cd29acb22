// One running function: the production ports over storage and Jira in memory, where every call takes
// its time, may fail, and may be the last.
import { jiraClient } from '../../src/adapters/jira/client';
import { jiraBacklog } from '../../src/adapters/jira/jira-backlog';
import { jiraItems } from '../../src/adapters/jira/jira-items';
import { jiraPanels } from '../../src/adapters/jira/jira-panels';
import { jiraProjects } from '../../src/adapters/jira/jira-projects';
import { jiraWorkflows } from '../../src/adapters/jira/jira-workflows';
import { jiraRights } from '../../src/adapters/jira/rights';
import type { JiraCall, JiraTransport } from '../../src/adapters/jira/transport';
import { acts, decisions } from '../../src/adapters/storage/decisions';
import type { Driver } from '../../src/adapters/storage/driver';
import { parents } from '../../src/adapters/storage/parents';
import { personal } from '../../src/adapters/storage/personal';
import { points } from '../../src/adapters/storage/points';
import { scans } from '../../src/adapters/storage/scans';
import {
  answerRevisions,
  passes,
  readings,
  results,
  settingsStore,
  snapshots,
} from '../../src/adapters/storage/stores';
import type { Meter, Ports, ScanOrder } from '../../src/ports';
import type { Chaos, Fault, Outside } from './faults';
import type { Answer } from './jira/answers';
import type { Kernel } from './kernel';

/** What a planted bug changes; nothing where it is left out. */
export interface Mutation {
  driver?(driver: Driver): Driver;
  transport?(transport: JiraTransport): JiraTransport;
  ports?(ports: Ports): Ports;
}

export interface Surroundings {
  kernel: Kernel;
  /** A new number for each function that is started. */
  number(): number;
  chaos: Chaos;
  store: Driver;
  jira(call: JiraCall, by: string | null): Answer;
  push(orders: readonly ScanOrder[]): void;
  log(line: string): void;
  mutation: Mutation;
  /** Told of every call to Jira before it is made, and of its reply. */
  asked(run: Running, call: JiraCall, answer: Answer): void;
  /** Told of every write to storage that is about to be made. */
  keeping(run: Running): void;
}

/** A function while it runs. */
export interface Running {
  number: number;
  name: string;
  /** Account in whose name `as: user` calls are made. */
  account: string | null;
  alive: boolean;
  began: number;
}

export type Ending =
  { kind: 'done'; value: unknown } | { kind: 'threw'; error: unknown } | { kind: 'killed' };

/** What the consumer answers to be handed the same order again. */
export class Again {
  constructor(readonly seconds: number) {}
}

const RETRY_LIMIT_S = 900;

/** A reply that never came: what the client of storage or Jira throws. */
class LostReply extends Error {
  constructor(what: string) {
    super(`no reply: ${what}`);
    this.name = 'LostReply';
  }
}

/** Runs a function of the app until it ends, or until the platform ends it. */
export function runFunction(
  world: Surroundings,
  {
    name,
    account,
    lifeMs,
    skew,
  }: { name: string; account: string | null; lifeMs: number; skew: number },
  work: (ports: Ports) => Promise<unknown>,
  ended: (ending: Ending) => void,
): Running {
  const { kernel } = world;
  const run: Running = { number: world.number(), name, account, alive: true, began: kernel.now() };
  const finish = (ending: Ending): void => {
    if (!run.alive) return;
    run.alive = false;
    kernel.note(`${name} ${ending.kind}`);
    ended(ending);
  };
  kernel.at(kernel.now() + lifeMs, () => finish({ kind: 'killed' }));
  const die = (): void => finish({ kind: 'killed' });
  work(portsOf(world, run, die, skew)).then(
    (value) => finish({ kind: 'done', value }),
    (error: unknown) => finish({ kind: 'threw', error }),
  );
  return run;
}

const forEver = <T>(): Promise<T> => new Promise<T>(() => undefined);

function portsOf(world: Surroundings, run: Running, die: () => void, skew: number): Ports {
  const { kernel, chaos } = world;
  const { random } = kernel;
  let ids = 0;

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
      20 + random.below(300),
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

  const { mutation } = world;
  const driver = mutation.driver?.(rawDriver) ?? rawDriver;
  const transport = mutation.transport?.(rawTransport) ?? rawTransport;
  const next = (): string => {
    ids += 1;
    return `id-${String(run.number)}-${String(ids)}`;
  };
  const sleep = wait;
  const jiraPorts = (meter?: Meter) => {
    const jira = jiraClient(transport, meter);
    return {
      rights: jiraRights(jira),
      items: jiraItems(jira),
      projects: jiraProjects(jira),
      backlog: jiraBacklog(jira, { sleep }),
      workflows: jiraWorkflows(jira, { gate: () => 'gate', newId: next }),
      panels: jiraPanels(jira, { panel: () => 'panel', sleep }),
    };
  };
  const line = (message: string, facts: object, error?: unknown): string =>
    JSON.stringify({
      message,
      ...facts,
      ...(error instanceof Error && {
        error: error.message,
        ...(error.cause instanceof Error && { cause: error.cause.message }),
      }),
    });
  const plain: Ports = {
    ...jiraPorts(),
    settings: settingsStore(driver, next),
    answers: answerRevisions(driver),
    results: results(driver, next),
    passes: passes(driver, next),
    decisions: decisions(driver, next),
    personal: personal(driver),
    acts: acts(driver, next),
    readings: readings(driver, next),
    scans: scans(driver),
    snapshots: snapshots(driver),
    parents: parents(driver),
    points: points(driver),
    scanQueue: {
      push: (orders) =>
        outside(
          { to: 'queue', what: 'push', isWrite: true },
          10,
          async () => world.push(orders),
          () => null,
        ),
      again: (seconds) => new Again(Math.min(RETRY_LIMIT_S, Math.max(1, Math.ceil(seconds)))),
    },
    clock: { now: () => kernel.now() + skew },
    ids: { next },
    log: {
      info: (message, facts = {}) => world.log(line(message, facts)),
      error: (message, error, facts = {}) => world.log(line(message, facts, error)),
    },
    metered: (meter) => shown({ ...plain, ...jiraPorts(meter) }),
    sleep,
  };
  const shown = (ports: Ports): Ports => mutation.ports?.(ports) ?? ports;
  return shown(plain);
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
