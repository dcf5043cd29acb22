import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import type { Host } from '../../../local/host';
import { UPLOAD_BYTES } from '../../../local/uploads';
import { createRoutes, isUpload } from '../../../local/web/routes';
import { control, startFixtureHost } from './support';

const CSV =
  'Issue key,Summary,Status,Created\nOWN-1,First,Done,12/Mar/24 9:41 AM\nOWN-2,,Open,soon\n';

let folder: string;
let host: Host;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'data-page-'));
  host = await startFixtureHost({ db: path.join(folder, 'site.db') });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

const uploads = () => path.join(folder, 'site.db.uploads');
const uploaded = () =>
  readdirSync(uploads()).flatMap((each) =>
    readdirSync(path.join(uploads(), each)).map((name) => path.join(uploads(), each, name)),
  );

const send = (name: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/__host/data?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body,
    headers,
  });

async function page() {
  const html = load(await (await fetch(`${host.url}/data`)).text());
  return {
    busy: html('[data-busy]').attr('data-busy') === 'yes',
    text: html('main').text().replace(/\s+/g, ' '),
    id: html('[name="id"]').attr('value') ?? '',
  };
}

/** The page once nothing is under way. */
async function settled() {
  let seen = await page();
  while (seen.busy) seen = await page();
  return seen;
}

const form = (address: string, fields: Record<string, string> = {}) =>
  fetch(host.url + address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

const counts = () => host.jira.site.counts();

test('a file is looked through first, and replaces the data only when somebody says so', async () => {
  expect((await page()).text).toContain('3 items in 1 project');
  expect((await send('my export.csv', CSV)).status).toBe(200);
  const asked = await settled();
  expect(asked.text).toContain('Replace the data with this item?');
  expect(asked.text).toContain('1 row left out');
  expect(asked.text).toContain('row 3: Created “soon” is no date');
  expect(asked.text).toContain('No history, as in every CSV');
  expect(counts()).toEqual({ items: 3, projects: 1 });

  expect((await form('/__host/data/load', { id: asked.id })).status).toBe(303);
  const done = await settled();
  expect(done.text).toContain('Loaded 1 item of my export.csv');
  expect(done.text).toContain('From my export.csv');
  expect(host.jira.site.projects().map(({ key }) => key)).toEqual(['OWN']);
  expect(new Date(host.clock.now()).toISOString().slice(0, 16)).toBe('2024-03-12T09:41');
});

test('what was loaded is there after a restart and a reset; files of no use are deleted', async () => {
  await send('one.csv', CSV);
  const { id } = await settled();
  await form('/__host/data/load', { id });
  await settled();
  await send('two.csv', CSV);
  await settled();
  expect(uploaded()).toHaveLength(2);
  await host.close();
  host = await startFixtureHost({ db: path.join(folder, 'site.db') });
  expect(uploaded().map((file) => path.basename(file))).toEqual(['one.csv']);
  expect((await control(host, 'POST', '/local/reset')).json).toMatchObject({ items: 1 });
});

test('a file that cannot be used is said so, and everything stays', async () => {
  await send('login.csv', '<!doctype html><html>Log in</html>');
  const refused = await settled();
  expect(refused.text).toContain('login.csv: it is a web page');
  expect(refused.text).toContain('What is loaded stays as it is');
  expect(refused.text).not.toContain(folder);
  expect(counts()).toEqual({ items: 3, projects: 1 });
  await form('/__host/data/drop');
  expect((await page()).text).not.toContain('login.csv');
  expect(existsSync(uploads())).toBe(false);
});

test('when loading fails half-way, the site is as it was', async () => {
  const before = host.clock.now();
  host.storage.setKey('note', 'kept');
  await send('gone.csv', CSV);
  const { id } = await settled();
  for (const file of uploaded()) rmSync(file);
  await form('/__host/data/load', { id });
  expect((await settled()).text).toContain('What is loaded stays as it is');
  expect(counts()).toEqual({ items: 3, projects: 1 });
  expect(host.jira.site.projects().map(({ key }) => key)).toEqual(['WEB']);
  expect(host.forge.kvs.handle('/api/v1/get', { key: 'note' }).status).toBe(200);
  expect(Math.abs(host.clock.now() - before)).toBeLessThan(60_000);
});

test('while data is loaded, pages lead to the progress and nothing else answers', async () => {
  let end: () => void = () => undefined;
  const route = createRoutes({
    ...host,
    replace: (_file, _found, progress) => {
      progress(1);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  const ask = (method: string, address: string, body = '') => {
    const url = new URL(address, host.url);
    const content = { method, url, body, cookies: {}, headers: { host: url.host } };
    return route(isUpload(content) ? { ...content, content: Readable.from([body]) } : content);
  };
  const main = async () => load(String((await ask('GET', '/data')).body))('main').text();
  const until = async (text: string) => {
    while (!(await main()).includes(text)) await new Promise(setImmediate);
  };

  await ask('POST', '/__host/data?name=own.csv', CSV);
  await until('Replace the data');
  await ask('POST', '/__host/data/load', 'id=1');
  expect((await main()).replace(/\s+/g, ' ')).toContain('Loading own.csv … 1 of 1 item');
  expect(await ask('GET', '/projects')).toMatchObject({
    status: 303,
    headers: { location: '/data' },
  });
  expect((await ask('GET', '/rest/api/3/myself')).status).toBe(503);
  expect((await ask('POST', '/__host/scan')).status).toBe(503);
  expect((await ask('POST', '/__host/data?name=b.csv', CSV)).status).toBe(409);
  end();
  await until('Loaded 1 item of own.csv');
  expect((await ask('GET', '/projects')).status).toBe(200);
});

test('a file that was answered already, or was not looked at, cannot be loaded', async () => {
  expect((await form('/__host/data/load', { id: '1' })).status).toBe(409);
  await send('one.csv', CSV);
  const first = await settled();
  await send('two.csv', CSV);
  await settled();
  expect((await form('/__host/data/load', { id: first.id })).status).toBe(409);
  expect(counts().items).toBe(3);
});

test('names that lead elsewhere stay names', async () => {
  await send('../../etc/<b>.csv', CSV);
  expect((await settled()).text).toContain('_b_.csv: 1 item of 2 rows');
  expect(uploaded().every((file) => file.startsWith(uploads()))).toBe(true);
});

test('another site, and a file that is too large, are turned away', async () => {
  expect((await send('a.csv', CSV, { origin: 'http://example.com' })).status).toBe(403);
  const status = await new Promise((resolve, reject) => {
    const request = http.request(`${host.url}/__host/data?name=a.csv`, {
      method: 'POST',
      headers: { 'content-length': String(UPLOAD_BYTES + 1) },
    });
    request.on('response', (response) => {
      resolve(response.statusCode);
      request.destroy();
    });
    request.on('error', reject);
    request.flushHeaders();
  });
  expect(status).toBe(413);
  expect((await page()).text).not.toContain('a.csv');
});

test('data on the command line may be a CSV', async () => {
  const file = path.join(folder, 'given.csv');
  writeFileSync(file, CSV);
  const lines: string[] = [];
  const own = await startFixtureHost({
    source: { kind: 'file', file },
    report: (line) => lines.push(line.trim()),
  });
  expect(lines).toContain('row 3: Created “soon” is no date');
  expect(lines).toContain('Imported 1 of 2 issues.');
  expect(lines.join('\n')).toContain('What it does not hold:\nNo history');
  await own.close();
});
