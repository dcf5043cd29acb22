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

test('figures about a job are not modelled', async () => {
  await expect(app.call('stats')).rejects.toThrow();
});

test('a push to a queue without a consumer is refused', () => {
  const answer = app.queue.handle(
    '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}',
    {
      queueName: 'nowhere',
      jobId: 'j',
      type: 'avi:forge:app:event',
      schema: 's',
      payload: [{ body: {} }],
      time: 't',
    },
    null,
  );
  expect(answer.status).toBe(400);
});

test('two schedules at once run one after the other, each with its own events', async () => {
  const reports = await Promise.all([app.schedule(), app.schedule()]);
  expect(reports.map(({ queue }) => queue)).toEqual([
    { processed: 1, failed: 0 },
    { processed: 1, failed: 0 },
  ]);
});
