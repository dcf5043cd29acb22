import { expect, test } from '@jest/globals';
import { anonymous, asBrowser, createTestSite } from './support';

test('people are found by the beginning of a name or of a word in it, without case', async () => {
  const { jira, call } = createTestSite({});
  const names = ['Ursula Le Guin', 'Ursa Major', 'Tom Ursin', 'Octavia Butler'];
  for (const [n, displayName] of names.entries())
    jira.site.addUser({
      accountId: `found-${String(n)}`,
      name: '',
      displayName,
      timeZone: 'UTC',
      locale: 'en-US',
      siteAdmin: false,
    });
  const find = async (query: string): Promise<unknown> =>
    (await call(asBrowser('dev'), 'GET', `/user/search?query=${query}`)).json;
  expect(await find('URS')).toMatchObject([
    { displayName: 'Ursula Le Guin', accountType: 'atlassian', active: true },
    { displayName: 'Ursa Major' },
    { displayName: 'Tom Ursin' },
  ]);
  expect(await find('URS&maxResults=1&startAt=1')).toMatchObject([{ displayName: 'Ursa Major' }]);
  expect(await find('nobody')).toEqual([]);
  expect((await call(asBrowser('dev'), 'GET', '/user/search')).status).toBe(400);
  expect((await call(anonymous, 'GET', '/user/search?query=a')).status).toBe(401);
});
