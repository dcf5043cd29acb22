import { expect, test } from '@jest/globals';
import { createFaults } from '../../local/faults';
import { createKvs } from '../../local/forge/kvs';
import { createPlatform } from '../../local/forge/platform';
import { createQueue } from '../../local/forge/queue';
import { endpoints, RESERVED_SCOPES, type Endpoint } from '../../src/adapters/jira/endpoints';
import { asUser, createTestSite } from '../local/jira/support';
import { manifest } from './manifest';

const used = new Set<string>(Object.values(endpoints).flatMap((endpoint) => [...endpoint.scopes]));
const { scopes } = manifest.permissions;

test('the manifest asks for the scopes of the endpoint table, the reserved ones and storage', () => {
  const wanted = new Set([...used, ...Object.keys(RESERVED_SCOPES), 'storage:app']);
  expect([...scopes].sort()).toEqual([...wanted].sort());
});

test('a scope is reserved only while no call needs it', () => {
  expect(Object.keys(RESERVED_SCOPES).filter((scope) => used.has(scope))).toEqual([]);
});

test.each(Object.entries(endpoints))(
  '%s has a caller, a scope and a description',
  (name, endpoint) => {
    expect(endpoint.as.length).toBeGreaterThan(0);
    // By Atlassian's description anybody may ask where the site is.
    expect(endpoint.scopes.length > 0).toBe(name !== 'serverInfo');
    expect(endpoint.page).toMatch(/^https:\/\/developer\.atlassian\.com\/cloud\/jira\//);
  },
);

/** Names of the table's calls that a site refuses, for their scope alone, to an app with these scopes. */
async function refusedWith(granted: readonly string[]): Promise<string[]> {
  const { call } = createTestSite({ app: { scopes: granted } });
  const refused: string[] = [];
  for (const [name, { method, path }] of Object.entries<Endpoint>(endpoints)) {
    const { status, json } = await call(asUser('po'), method, path.replace(/\{\w+\}/g, '1'));
    const { message = '' } = (json ?? {}) as { message?: string };
    if (status === 403 && message.includes('scope does not match')) refused.push(name);
  }
  return refused;
}

/** Atlassian lists only a granular scope for it, and says in a notice that the classic one will do. */
const GRANULAR_ONLY = ['checkPermissions'];

test('with the scopes of the manifest no call is refused for its scope', async () => {
  expect(await refusedWith(scopes)).toEqual([]);
});

test.each([...used])('without %s exactly the calls that need it are refused', async (scope) => {
  const needing = Object.entries<Endpoint>(endpoints)
    .filter(([name, endpoint]) => endpoint.scopes.includes(scope) && !GRANULAR_ONLY.includes(name))
    .map(([name]) => name);
  expect(needing).not.toEqual([]);
  expect(await refusedWith(scopes.filter((each) => each !== scope))).toEqual(needing);
});

test('without storage:app storage is refused', async () => {
  const { clock, db, jira } = createTestSite();
  const parts = {
    jira,
    kvs: createKvs({ db, clock, entities: [] }),
    queue: createQueue({ db, clock, queues: new Map(), deliver: async () => ({ retry: null }) }),
    faults: createFaults({ clock, quota: jira.quota }),
  };
  const ask = async (granted: readonly string[]) => {
    const call = { path: '/api/v1/get', method: 'POST', headers: {}, followRedirects: true };
    const body = JSON.stringify({ key: 'any' });
    const target = { type: 'kvs', remote: 'kvs' };
    const answer = await createPlatform({ ...parts, scopes: granted })(
      { ...call, body, target, invocationId: '1' },
      {
        id: '1',
        functionKey: 'f',
        moduleKey: 'm',
        moduleType: 't',
        accountId: null,
        origin: null,
      },
    );
    return (JSON.parse(answer.body) as { code: string }).code;
  };
  expect(await ask(scopes)).toBe('KEY_NOT_FOUND');
  expect(await ask(scopes.filter((each) => each !== 'storage:app'))).toBe('SCOPE_MISSING');
});
