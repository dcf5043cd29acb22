// The local host around the fixture app, on a site of one project that every test may change.
import path from 'node:path';
import { runningClock } from '../../../local/clock';
import { loginUsers, usualRoles } from '../../../local/data/people';
import { startHost, type Host, type HostOptions } from '../../../local/host';
import type { SiteIssue } from '../../../local/jira/api';
import { bareIssue } from '../../support/bare-issue';

const APP = path.join(__dirname, '../forge/fixtures/app');
export const NOW = Date.UTC(2026, 10, 21, 9);

const issue = (id: number, more: Partial<SiteIssue> = {}): SiteIssue => ({
  ...bareIssue(),
  id: String(id),
  key: `WEB-${id}`,
  projectId: '1',
  typeId: '11',
  statusId: '21',
  summary: `Item ${id}`,
  created: NOW - 86_400_000 * id,
  updated: NOW - 86_400_000,
  categoryChanged: NOW - 86_400_000 * id,
  ...more,
});

function addSite({ jira }: Host): void {
  const { site } = jira;
  for (const user of loginUsers()) site.addUser(user);
  site.addPriority({ id: '3', name: 'Medium' });
  site.addResolution({ id: '1', name: 'Done' });
  site.addResolution({ id: '2', name: "Won't Do" });
  site.addProject({
    id: '1',
    key: 'WEB',
    name: 'Web <shop>',
    style: 'classic',
    leadAccountId: null,
    issueTypes: [{ id: '11', name: 'Story', hierarchyLevel: 0 }],
    statuses: [
      { id: '21', name: 'To Do', category: 'new' },
      { id: '22', name: 'In Progress', category: 'indeterminate' },
      { id: '23', name: 'Done', category: 'done' },
    ],
    components: [],
    roles: usualRoles(),
    defaultRole: 'none',
  });
  const screen = { id: '1', name: 'Close', fields: [{ id: 'resolution' }] };
  site.setTransitionScreen('1', '23', screen);
  site.addIssues([
    issue(1, { summary: 'Fix the <b>cart</b>', properties: { mark: { is: 'on' } } }),
    issue(2),
    issue(3, { visibleTo: ['demo-admin'] }),
  ]);
}

export async function startFixtureHost(options: HostOptions = {}): Promise<Host> {
  const host = await startHost({
    root: APP,
    source: { kind: 'empty' },
    clock: runningClock(NOW),
    ...options,
  });
  if (host.jira.site.users().length === 0) addSite(host);
  return host;
}

/** A JSON call to a control address. */
export async function control(host: Host, method: string, address: string, body?: unknown) {
  const response = await fetch(host.url + address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}
