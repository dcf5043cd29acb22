// What a running function of the app is: what surrounds it, and how it ends.
import type { Driver } from '../../src/adapters/storage/driver';
import type { JiraCall, JiraTransport } from '../../src/adapters/jira/transport';
import type { Ports, ScanOrder } from '../../src/ports';
import type { Chaos } from './faults';
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
  /** By how many milliseconds the replies of Jira differ in time. */
  spreadMs: number;
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
  /** Milliseconds by which its clock is ahead. */
  skew: number;
  began: number;
}

/** What a run has beside its ports: a page asks Jira by itself. */
export interface Way {
  run: Running;
  transport: JiraTransport;
  wait(ms: number): Promise<void>;
}

export type Ending =
  | { kind: 'done'; value: unknown }
  | { kind: 'threw'; error: unknown }
  | { kind: 'killed' };

/** What the consumer answers to be handed the same order again. */
export class Again {
  constructor(readonly seconds: number) {}
}
