import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { UnknownTriggerError } from '../../../local/forge/scheduler';
import { startFixtureApp } from './support';

let folder: string;
let app: ReturnType<typeof startFixtureApp>;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'forge-'));
  app = startFixtureApp(path.join(folder, 'site.db'));
});
afterEach(async () => {
  await app.end();
  rmSync(folder, { recursive: true });
});

const push = (...bodies: object[]) =>
  app.call('push', { events: bodies.map((body) => ({ body })) });

test('storage and queue work through the packages of Atlassian', async () => {
  await app.call('remember', { text: 'kept' });
  expect(await app.call('recall')).toEqual({ note: 'kept', titles: ['two', 'one'] });
});

test('what was stored and pushed survives a restart', async () => {
  await app.call('remember', { text: 'kept' });
  await push({ say: 'one' });
  await app.end();
  app = startFixtureApp(path.join(folder, 'site.db'));
  expect(await app.call('recall')).toMatchObject({ note: 'kept' });
  expect(await app.queue.drain()).toEqual({ processed: 1, failed: 0 });
  expect(await app.call('seen')).toEqual(['one after 0']);
});

test('an event is delivered again when the consumer asks for it', async () => {
  await push({ say: 'slow', retryUntil: 2 }, { say: 'quick' });
  expect(await app.queue.drain()).toEqual({ processed: 2, failed: 0 });
  expect(await app.call('seen')).toEqual(['quick after 0', 'slow after 2']);
  expect(app.queue.waiting()).toEqual([]);
});

test('an event whose consumer always fails is given up after four retries', async () => {
  await push({ fail: true });
  expect(await app.queue.drain()).toEqual({ processed: 0, failed: 1 });
  const tries = app.functions.log.newest().filter((entry) => entry.functionKey === 'consumer');
  expect(tries.map(({ error }) => error)).toEqual(Array(5).fill('Error: this event is poison'));
});

test('events that consumers push are delivered in the same drain', async () => {
  await push({ say: 'first', again: true });
  expect(await app.queue.drain()).toEqual({ processed: 2, failed: 0 });
});

test('a delay is kept by the host clock when asked for', async () => {
  await app.call('push', { events: [{ body: { say: 'later' }, delayInSeconds: 60 }] });
  expect(await app.queue.drain({ keepDelays: true })).toEqual({ processed: 0, failed: 0 });
  app.clock.set(app.clock.now() + 60_000);
  expect(await app.queue.drain({ keepDelays: true })).toEqual({ processed: 1, failed: 0 });
});

test('a schedule runs its trigger and drains the queue', async () => {
  expect(await app.schedule({ key: 'hourly', force: true })).toEqual({
    runs: [{ key: 'hourly', ok: true }],
    queue: { processed: 1, failed: 0 },
  });
  expect(app.kvs.handle('/api/v1/get', { key: 'hourly' }).json).toMatchObject({
    value: { force: true, key: 'hourly' },
  });
  await app.schedule();
  expect(app.kvs.handle('/api/v1/get', { key: 'hourly' }).json).toMatchObject({
    value: { force: false },
  });
});

test('a trigger that the manifest does not have is refused', async () => {
  await expect(app.schedule({ key: 'daily' })).rejects.toThrow(UnknownTriggerError);
});

test('a consumer has the seconds of the manifest, a schedule without any has 55', async () => {
  await app.schedule();
  const leftTo = (who: string) =>
    (app.kvs.handle('/api/v1/get', { key: `${who} left` }).json as { value: number }).value;
  expect(leftTo('consumer')).toBeLessThanOrEqual(60_000);
  expect(leftTo('hourly')).toBeLessThanOrEqual(55_000);
  // Both are past what a page waits, and each is above the next smaller limit.
  expect(leftTo('consumer')).toBeGreaterThan(leftTo('hourly') - 5_000);
  expect(leftTo('hourly')).toBeGreaterThan(25_000);
});

test('a push has up to 50 events and 200 KB, a long consumer up to 100 KB an event', async () => {
  const one = { say: 'x'.repeat(60_000) };
  await expect(push(...Array<object>(51).fill({}))).rejects.toThrow();
  await expect(push(one, one, one, one)).rejects.toThrow();
  await expect(push({ say: 'x'.repeat(100_001) })).rejects.toThrow();
  await push(one, one, one);
  expect(app.queue.waiting()).toHaveLength(3);
});

test('more than 500 events in a minute of the host clock are refused', async () => {
  const fifty = Array<object>(50).fill({ say: 'one' });
  for (let push50 = 0; push50 < 10; push50 += 1) await push(...fifty);
  await expect(push({ say: 'one' })).rejects.toThrow();
  app.clock.set(app.clock.now() + 60_000);
  await push({ say: 'one' });
  expect(app.queue.waiting()).toHaveLength(501);
});

test('a consumer that asks again with more than 4 KB, or for later than in 900 s, has failed', async () => {
  const reason = async (asked: object) => {
    await push({ say: 'again', retryUntil: 1, ...asked });
    await app.queue.drain({ keepDelays: true });
    const found = app.queue.waiting()[0]?.retry?.['retryReason'];
    await app.queue.drain();
    return found;
  };
  // Its text is JSON, which has two quotes more.
  expect(await reason({ excuse: 'x'.repeat(4_094) })).toBe('FUNCTION_RETRY_REQUEST');
  expect(await reason({ excuse: 'x'.repeat(4_095) })).toBe('FUNCTION_PLATFORM_UNKNOWN_ERROR');
  expect(await reason({ retryAfter: 900 })).toBe('FUNCTION_RETRY_REQUEST');
  expect(await reason({ retryAfter: 901 })).toBe('FUNCTION_PLATFORM_UNKNOWN_ERROR');
  expect(await app.call('seen')).toEqual(Array(4).fill('again after 1'));
});

test('figures about a job are not modelled', async () => {
  await expect(app.call('stats')).rejects.toThrow();
});

/** Pushes past Atlassian's package, which has limits of its own. @returns the status */
function publish(event: object, { queueName = 'jobs', origin = 'o' } = {}): number {
  const path = '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}';
  const request = { queueName, jobId: 'j', type: 'avi:forge:app:event', schema: 's', time: 't' };
  return app.queue.handle(path, { ...request, payload: [event] }, origin).status;
}

test('a push to a queue without a consumer is refused', () => {
  expect(publish({ body: {} }, { queueName: 'nowhere' })).toBe(400);
});

test('an event can be delayed by 900 s at most', () => {
  expect(publish({ body: {}, delayInSeconds: 900 })).toBe(201);
  expect(publish({ body: {}, delayInSeconds: 901 })).toBe(400);
});

test('1,000 pushes descend from one origin at most', () => {
  const statuses = new Set<number>();
  app.db.transaction(() => {
    for (let pushed = 0; pushed < 1_000; pushed += 1) {
      app.clock.set(app.clock.now() + 1_000);
      statuses.add(publish({ body: {} }));
    }
  });
  expect([...statuses]).toEqual([201]);
  expect(publish({ body: {} })).toBe(405);
  expect(publish({ body: {} }, { origin: 'another' })).toBe(201);
});

test('two schedules at once run one after the other, each with its own events', async () => {
  const reports = await Promise.all([app.schedule(), app.schedule()]);
  expect(reports.map(({ queue }) => queue)).toEqual([
    { processed: 1, failed: 0 },
    { processed: 1, failed: 0 },
  ]);
});
