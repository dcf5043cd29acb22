import { expect, test } from '@jest/globals';
import { endpoints, RESERVED_SCOPES } from '../../src/adapters/jira/endpoints';
import { manifest } from './manifest';

const used = new Set<string>(Object.values(endpoints).flatMap((endpoint) => [...endpoint.scopes]));

test('the manifest asks for the scopes of the endpoint table, the reserved ones and storage', () => {
  const wanted = new Set([...used, ...Object.keys(RESERVED_SCOPES), 'storage:app']);
  expect([...manifest.permissions.scopes].sort()).toEqual([...wanted].sort());
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
