import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { serveJira } from '../../support/jira-server';
import { createTestSite, makeIssue } from './support';

test('an independent client that is strict about answers closes by a screen, links and reads histories', async () => {
  const { jira } = createTestSite();
  jira.site.addIssues([makeIssue(1), makeIssue(2)]);
  const fields = [{ id: 'resolution', required: true }, { id: 'components' }, { id: 'labels' }];
  jira.site.setTransitionScreen('1', '13', { id: '7', name: 'Close', fields });
  const server = await serveJira(jira);
  try {
    // The client is an ES module, which Jest does not load: it runs in a process of its own.
    const script = join(__dirname, 'strict-client.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [script, server.url]);
    expect(JSON.parse(stdout)).toEqual({
      fields: ['resolution', 'components', 'labels'],
      types: 5,
      read: ["Won't Do", 1, 'SHOP-2'],
      changed: ['10001'],
    });
  } finally {
    await server.close();
  }
}, 30_000);
