import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { runningClock } from '../../../local/clock';
import { OtherSourceError } from '../../../local/host';
import { control, NOW, startFixtureHost } from './support';

const DAY = 86_400_000;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'host-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const db = () => path.join(folder, 'site.db');

test('a second start has the items, the storage and the clock of the first', async () => {
  const first = await startFixtureHost({ db: db() });
  first.storage.setKey('note', 'kept');
  first.moveClock(NOW + 30 * DAY);
  await first.close();

  const second = await startFixtureHost({ db: db(), clock: undefined });
  const { json } = await control(second, 'GET', '/local/health');
  expect(json).toMatchObject({ items: 3, projects: 1 });
  expect(Math.abs(second.clock.now() - NOW - 30 * DAY)).toBeLessThan(60_000);
  expect(second.forge.kvs.handle('/api/v1/get', { key: 'note' }).json).toMatchObject({
    value: 'kept',
  });
  await second.close();
});

test('a fresh start forgets everything', async () => {
  const first = await startFixtureHost({ db: db() });
  first.storage.setKey('note', 'kept');
  await first.close();
  const second = await startFixtureHost({ db: db(), fresh: true });
  expect(second.forge.kvs.handle('/api/v1/get', { key: 'note' }).status).toBe(404);
  await second.close();
});

test('asking for other data than the database holds is an error', async () => {
  const first = await startFixtureHost({ db: db() });
  await first.close();
  const asked = { kind: 'file', file: 'other.jsonl' } as const;
  const second = startFixtureHost({ db: db(), source: asked, sourceAsked: true });
  await expect(second).rejects.toThrow(OtherSourceError);
  const third = await startFixtureHost({ db: db() });
  await third.close();
});

test('a moment given at the start wins over the remembered clock', async () => {
  const first = await startFixtureHost({ db: db() });
  await first.close();
  const now = Date.UTC(2030, 0, 1);
  const clock = runningClock(NOW);
  const second = await startFixtureHost({ db: db(), clock, now });
  expect(Math.abs(clock.now() - now)).toBeLessThan(60_000);
  await second.close();
});

test('a site whose data is gone refuses to begin anew and keeps what it has', async () => {
  const file = path.join(folder, 'data.jsonl');
  const fields = {
    summary: 'Only item',
    created: '2020-05-04T10:00:00.000+0000',
    status: { name: 'Open' },
    issuetype: { name: 'Story' },
  };
  writeFileSync(file, JSON.stringify({ key: 'OWN-7', fields }));
  const host = await startFixtureHost({ source: { kind: 'file', file } });
  rmSync(file);
  await expect(host.reset()).rejects.toThrow('there is no such file');
  expect(host.jira.site.counts()).toEqual({ items: 1, projects: 1 });
  await host.close();
});
