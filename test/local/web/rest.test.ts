import http from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PortInUseError } from '../../../local/web/server';
import type { Host } from '../../../local/host';
import { startFixtureHost } from './support';

let host: Host;

beforeAll(async () => {
  host = await startFixtureHost();
});
afterAll(() => host.close());

async function myself(login: string | null): Promise<{ status: number; body: string }> {
  const authorization = `Basic ${Buffer.from(`${login ?? ''}:any`).toString('base64')}`;
  const headers: Record<string, string> = login === null ? {} : { authorization };
  const response = await fetch(`${host.url}/rest/api/3/myself`, { headers });
  return { status: response.status, body: await response.text() };
}

test('a client logs in with a name or its address, and any password', async () => {
  expect(JSON.parse((await myself('po')).body)).toMatchObject({ displayName: 'Petra Owner' });
  expect((await myself('po@example.com')).status).toBe(200);
});

test('an unknown name is refused, and without a name the caller is anonymous', async () => {
  expect((await myself('nobody')).status).toBe(401);
  expect((await myself('')).status).toBe(401);
  expect((await myself(null)).status).toBe(401);
  const response = await fetch(`${host.url}/rest/api/3/issue/WEB-1`);
  expect([401, 404]).toContain(response.status);
});

test('a connection is left open until its client closes it', async () => {
  const connection = await new Promise((resolve, reject) => {
    const agent = new http.Agent({ keepAlive: true });
    http
      .get({ agent, port: host.port, host: '127.0.0.1', path: '/projects' }, ({ headers }) => {
        agent.destroy();
        resolve([headers.connection, headers['keep-alive']]);
      })
      .on('error', reject);
  });
  // Without a number of seconds after which it would be closed.
  expect(connection).toEqual(['keep-alive', undefined]);
});

test('a name that only points at this machine is refused', async () => {
  const status = await new Promise((resolve, reject) => {
    const options = { port: host.port, host: '127.0.0.1', headers: { host: 'evil.example' } };
    http
      .get({ ...options, path: '/projects' }, (answer) => resolve(answer.statusCode))
      .on('error', reject);
  });
  expect(status).toBe(403);
});

test('a port in use is said at once', async () => {
  await expect(startFixtureHost({ port: host.port })).rejects.toThrow(PortInUseError);
});
