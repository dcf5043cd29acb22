// The Forge side of the local host in one piece: functions, storage, queue and schedule.
import type { Clock } from '../clock';
import type { Db } from '../db';
import type { Faults } from '../faults';
import type { LocalJira } from '../jira/api';
import type { Manifest } from '../manifest';
import { createAutomation, type Automation } from './automation';
import { createFunctions, secondsOf, type Functions } from './functions';
import type { FunctionSource } from './functions/protocol';
import { createKvs, type Kvs } from './kvs';
import { createPlatform } from './platform';
import { createPump, type Pump } from './pump';
import { createQueue, type Queue } from './queue';
import { createSchedule, type Schedule } from './scheduler';

/** Data put in place past the app's functions, through the checks of Forge storage. */
export interface Storage {
  setKey(key: string, value: unknown): void;
  setEntity(entity: string, key: string, value: unknown): void;
}

export interface Forge {
  automation: Automation;
  functions: Functions;
  kvs: Kvs;
  queue: Queue;
  schedule: Schedule;
  storage: Storage;
  pump: Pump;
  stop(): Promise<void>;
}

interface ForgeOptions {
  manifest: Manifest;
  db: Db;
  clock: Clock;
  jira: LocalJira;
  source: FunctionSource;
  faults: Faults;
}

/** Wires the Forge side; nothing runs until something is called. */
export function createForge({ manifest, db, clock, jira, source, faults }: ForgeOptions): Forge {
  const { modules, entities, scopes } = manifest;
  const kvs = createKvs({ db, clock, entities });
  const queue = createQueue({
    db,
    clock,
    queues: new Map(
      modules.consumer.map((consumer) => [consumer.queue, secondsOf(manifest, consumer.function)]),
    ),
    deliver(event, body) {
      const consumer = modules.consumer.find((entry) => entry.queue === event.queueName);
      if (!consumer) throw new Error(`No consumer for the queue "${event.queueName}".`);
      return functions.run(consumer.function, body, {
        moduleKey: consumer.key,
        moduleType: 'consumer',
        origin: event.origin,
      });
    },
  });
  const platform = createPlatform({ scopes, jira, kvs, queue, faults });
  const functions = createFunctions({ manifest, clock, source, platform });
  const pump = createPump(queue, clock);
  const schedule = createSchedule(manifest, functions, queue);

  return {
    automation: createAutomation(manifest, functions, clock),
    functions,
    kvs,
    queue,
    pump,
    schedule: (request) => pump.paused(() => schedule(request)),
    storage: { setKey: kvs.setKey, setEntity: kvs.setEntity },
    async stop() {
      pump.stop();
      await functions.stop();
    },
  };
}
