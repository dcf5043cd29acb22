// Async events behind `@forge/events`: at least once, one after the other, retried when the
// consumer asks or fails, and given up after four retries.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Db } from '../../db';
import { inTurn } from '../in-turn';
import { openEvents, type QueueEvent } from './events';
import { asksAgain, pushRequest, QUEUE_LIMITS, retryAnswer } from './requests';

export interface QueueAnswer {
  status: number;
  json: unknown;
}

export interface DrainCount {
  processed: number;
  failed: number;
}

export interface Queue {
  /** Answers a call of `@forge/events`; `origin` is the chain of the function that calls. */
  handle(path: string, body: unknown, origin: string | null): QueueAnswer;
  /** Delivers until nothing is left; without delays unless told to keep them. */
  drain(options?: { keepDelays?: boolean }): Promise<DrainCount>;
  /** When the next event is due; undefined when none waits. */
  nextDue(): number | undefined;
  waiting(): QueueEvent[];
  /** Called after every push. */
  onPush(listener: () => void): void;
  clear(): void;
}

interface QueueOptions {
  db: Db;
  clock: Clock;
  /** By name, how many seconds the queue's consumer may run. */
  queues: ReadonlyMap<string, number>;
  /** Runs the consumer of a queue. Rejects when the function fails. */
  deliver: (event: QueueEvent, body: object) => Promise<unknown>;
}

const RETRY_SECONDS = 30;
const MINUTE = 60_000;

/** Opens the queues that the manifest has consumers for. */
export function createQueue({ db, clock, queues, deliver }: QueueOptions): Queue {
  const events = openEvents(db);
  const pushes = new Map<string, number>();
  let minute: { at: number; events: number }[] = [];
  const listeners: (() => void)[] = [];
  // A consumer must not run twice because two drains saw the same event.
  const alone = inTurn();

  function publish(body: unknown, origin: string | null): QueueAnswer {
    const parsed = pushRequest.safeParse(body);
    if (!parsed.success)
      return { status: 400, json: { errorMessage: z.prettifyError(parsed.error) } };
    const { queueName, jobId, payload } = parsed.data;
    const seconds = queues.get(queueName);
    if (seconds === undefined) {
      const errorMessage = `The manifest has no consumer for the queue "${queueName}".`;
      return { status: 400, json: { errorMessage } };
    }
    if (Buffer.byteLength(JSON.stringify(payload)) > QUEUE_LIMITS.pushBytes) {
      return { status: 413, json: { errorMessage: 'The events are larger than 200 KB.' } };
    }
    const { shortSeconds, longEventBytes } = QUEUE_LIMITS;
    const large = payload.some(
      (event) => Buffer.byteLength(JSON.stringify(event)) > longEventBytes,
    );
    if (seconds > shortSeconds && large) {
      const errorMessage = 'An event for a consumer that runs longer is larger than 100 KB.';
      return { status: 413, json: { errorMessage } };
    }
    const now = clock.now();
    minute = minute.filter(({ at }) => at > now - MINUTE && at <= now);
    const recent = minute.reduce((sum, { events: pushed }) => sum + pushed, 0);
    if (recent + payload.length > QUEUE_LIMITS.eventsPerMinute) {
      return { status: 429, json: { errorMessage: 'More than 500 events in a minute.' } };
    }
    const chain = origin ?? jobId;
    const count = (pushes.get(chain) ?? 0) + 1;
    if (count > QUEUE_LIMITS.pushesPerOrigin) {
      return { status: 405, json: { errorMessage: 'Events have pushed events too often.' } };
    }
    pushes.set(chain, count);
    minute.push({ at: now, events: payload.length });
    events.add(
      payload.map((event) => ({
        id: randomUUID(),
        queueName,
        jobId,
        body: event.body,
        due: now + (event.delayInSeconds ?? 0) * 1000,
        retryCount: 0,
        retry: null,
        origin: chain,
      })),
    );
    for (const listener of listeners) listener();
    return { status: 201, json: {} };
  }

  async function attempt(event: QueueEvent): Promise<z.infer<typeof retryAnswer> | null> {
    const { queueName, jobId, id: eventId, body, retry, retryCount } = event;
    const retryContext = retry ? { retryContext: { ...retry, retryCount } } : {};
    try {
      const answer = await deliver(event, { queueName, jobId, eventId, body, ...retryContext });
      return asksAgain.safeParse(answer).success ? retryAnswer.parse(answer) : null;
    } catch {
      // The failure itself is in the log of the invocation; who asks in a wrong way has failed, too.
      return {
        _retry: true,
        retryOptions: { retryAfter: RETRY_SECONDS, retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' },
      };
    }
  }

  async function process(event: QueueEvent): Promise<'success' | 'retried' | 'failed'> {
    const retry = await attempt(event);
    if (!retry) {
      events.remove(event.id);
      return 'success';
    }
    const retryCount = event.retryCount + 1;
    if (retryCount > QUEUE_LIMITS.retries) {
      events.remove(event.id);
      return 'failed';
    }
    const { retryAfter = 0, retryReason, retryData } = retry.retryOptions;
    const due = clock.now() + retryAfter * 1000;
    events.again(event.id, due, retryCount, { retryReason, retryData });
    return 'retried';
  }

  async function drainNow(keepDelays: boolean): Promise<DrainCount> {
    const count: DrainCount = { processed: 0, failed: 0 };
    const next = () => events.next(keepDelays ? clock.now() : Number.MAX_SAFE_INTEGER);
    for (let event = next(); event; event = next()) {
      const outcome = await process(event);
      if (outcome === 'success') count.processed += 1;
      if (outcome === 'failed') count.failed += 1;
    }
    return count;
  }

  return {
    handle(path, body, origin) {
      if (path.startsWith('/webhook/queue/publish/')) return publish(body, origin);
      return { status: 404, json: { errorMessage: `The local host does not model ${path}.` } };
    },
    drain: ({ keepDelays = false } = {}) => alone(() => drainNow(keepDelays)),
    nextDue: () => events.nextDue(),
    waiting: () => events.waiting(),
    onPush: (listener) => void listeners.push(listener),
    clear() {
      pushes.clear();
      minute = [];
      events.clear();
    },
  };
}
