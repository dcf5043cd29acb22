// The endpoint table and the routes of the local Jira beside Atlassian's description, where the
// variable LADDER_OPENAPI names the folder of its files; elsewhere there is nothing to compare.
import { expect, test } from '@jest/globals';
import { readDescription } from '../../../local/conformance/description';
import { allRoutes } from '../../../local/jira/routes';
import { endpoints, type Endpoint } from '../../../src/adapters/jira/endpoints';

const folder = process.env['LADDER_OPENAPI'];

/** The description is older than it (local/conformance/exceptions.ts). */
const NEWER = ['POST /rest/api/3/forge/panel/action/bulk/status'];
/** It has no classic scope there; a notice in its text names the one of the table. */
const BY_NOTICE = ['POST /rest/api/3/permissions/check'];

/** What calls need by the description, and by us, where the two differ. */
function differing(calls: readonly { method: string; path: string; scopes: readonly string[] }[]) {
  if (!folder) return [];
  const description = readDescription(folder);
  return calls.flatMap(({ method, path, scopes }) => {
    const call = `${method} ${path}`;
    if (NEWER.includes(call)) return [];
    const described = description.operation(method, path.replace(/\{\w+\}/g, '1'))?.scopes;
    const known = described?.map((set) => [...set].sort().join());
    if (known?.includes([...scopes].sort().join()) || BY_NOTICE.includes(call)) return [];
    return [{ call, ours: scopes, described }];
  });
}

/** Says of a test that it compared nothing. */
const compared = folder ? '' : 'NOT COMPARED, LADDER_OPENAPI is not set: ';

test(`${compared}every call of the endpoint table is in the description with its scopes`, () => {
  const calls = Object.values<Endpoint>(endpoints);
  expect(calls.length).toBeGreaterThan(30);
  expect(differing(calls)).toEqual([]);
});

test(`${compared}every route of the local Jira is in the description with its scopes`, () => {
  const calls = allRoutes.map(({ path, ...route }) => ({
    ...route,
    path: path.startsWith('/rest/') ? path : `/rest/api/3${path}`,
  }));
  expect(differing(calls)).toEqual([]);
});
