import { afterEach, expect, test } from '@jest/globals';
import type { Host } from '../../../local/host';
import { startFixtureHost } from './support';

let host: Host | undefined;
afterEach(() => host?.close());

async function unpinned() {
  host = await startFixtureHost();
  const { url, jira, manifest } = host;
  const moduleId = manifest.uiModule('panel')?.ari;
  const answer = await fetch(`${url}/rest/api/3/forge/panel/action/bulk/async`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('admin:any').toString('base64')}` },
    body: JSON.stringify({ moduleId, projectList: [{ projectIdOrKey: 'WEB', action: 'UNPIN' }] }),
  });
  expect(answer.status).toBe(202);
  jira.settle();
  const page = async (key: string) => (await fetch(`${url}/browse/${key}`)).text();
  const add = (key: string, user: string) =>
    fetch(`${url}/browse/${key}/panel`, {
      method: 'POST',
      headers: { cookie: `ladder_user=${user}` },
      body: new URLSearchParams({ module: 'panel' }),
      redirect: 'manual',
    });
  return { page, add };
}

const PANEL = '<section class="panel"';

test('a panel that is not pinned is a button, until somebody adds it to the item', async () => {
  const { page, add } = await unpinned();
  expect(await page('WEB-1')).not.toContain(PANEL);
  expect(await page('WEB-1')).toContain('name="module" value="panel"');
  expect((await add('WEB-1', 'dev')).status).toBe(303);
  expect(await page('WEB-1')).toContain(PANEL);
  expect(await page('WEB-2')).not.toContain(PANEL);
});

test('who may only look adds no panel', async () => {
  const { page, add } = await unpinned();
  const { status, headers } = await add('WEB-2', 'viewer');
  expect(status).toBe(303);
  expect(headers.get('location')).toMatch(/\/browse\/WEB-2\?/);
  expect(await page('WEB-2')).not.toContain(PANEL);
});
