// The settings of a small project, for their tests.
import { screen } from '@testing-library/react';
import type { OpenProject } from '../../../src/contract/procedures';
import { SettingsPage } from '../../../static/src/surfaces/settings/settings-page';
import { SetupSection } from '../../../static/src/surfaces/settings/setup/setup-section';
import { useSetup } from '../../../static/src/surfaces/settings/setup/use-setup';
import { answerJira, answerProcedures, show, type Handlers } from '../support/app';
import { openProject } from '../support/shop';
import { aSetup } from './setup-answers';

const done = { key: 'done' };
const BODIES: Record<string, unknown> = {
  '/rest/api/3/issuetype/project': [
    { id: '1', name: 'Story', hierarchyLevel: 0 },
    { id: '2', name: 'Chore', hierarchyLevel: 0 },
    { id: '9', name: 'Epic', hierarchyLevel: 1 },
  ],
  '/rest/api/3/project/10000/statuses': [
    {
      ...{ id: '1', name: 'Story', self: 'https://shop.example/type/1', subtask: false },
      statuses: [{ id: '5', name: 'Done', statusCategory: done }],
    },
  ],
  '/rest/api/3/resolution/search': {
    isLast: true,
    values: [
      { id: '7', name: "Won't Do" },
      { id: '8', name: 'Postponed' },
    ],
  },
  '/rest/api/3/user/bulk': {
    values: [
      { accountId: 'po', displayName: 'Petra Owner' },
      { accountId: 'dev', displayName: 'Devon Builder' },
    ],
  },
  '/rest/api/3/user/search': [
    { accountId: 'po', displayName: 'Petra Owner', accountType: 'atlassian', active: true },
    { accountId: 'bot', displayName: 'Petrol bot', accountType: 'app', active: true },
    { accountId: 'old', displayName: 'Peter Gone', accountType: 'atlassian', active: false },
  ],
  '/rest/api/3/search/jql': { issues: [], isLast: true },
  '/rest/api/3/search/approximate-count': { count: 23 },
  '/rest/api/3/jql/parse': { queries: [{ query: 'Flagged is not EMPTY' }] },
  '/rest/api/3/project/10000/component': {
    isLast: true,
    values: [
      { id: '21', name: 'Checkout' },
      { id: '22', name: 'Web shop' },
    ],
  },
};

/** Draws the settings of project 10000 for the user `me`; `bodies` are other answers of Jira, by path. */
export function showSettings(handlers: Handlers = {}, bodies: Record<string, unknown> = {}) {
  answerProcedures({
    'settings.open': () => openProject(),
    'setup.look': () => aSetup(),
    'settings.history': () => ({ changes: [], next: null }),
    ...handlers,
  });
  answerJira((url) => {
    const body = bodies[url.pathname] ?? BODIES[url.pathname];
    return body === undefined ? null : { body };
  });
  return show(<SettingsPage projectId="10000" projectKey="SHOP" me="me" />);
}

/** The same, once its sections stand. */
export async function openSettings(
  handlers: Handlers = {},
  bodies: Record<string, unknown> = {},
): Promise<void> {
  showSettings(handlers, bodies);
  await screen.findByRole('region', { name: 'Setup' });
  for (const name of ['Gate', 'Kill rules', 'Streams', 'Closed without delivering'])
    await screen.findByRole('region', { name }, { timeout: 20_000 });
}

const HISTORY = { found: null, retry: () => undefined };
const noSay = (): void => undefined;

function Checklist({ open }: { open: OpenProject }) {
  const setup = useSetup(open.projectId, noSay);
  const usual = { resolutionIds: [], statusIds: [] };
  const site = { types: [], aboveTypeIds: [], statuses: [], resolutions: [], usual };
  const take = () => undefined;
  return (
    <SetupSection
      page={{ open, site, projectKey: 'SHOP', me: 'me', take, say: noSay, history: HISTORY }}
      setup={setup}
    />
  );
}

/** Draws the checklist alone: role queries over the whole page take their time. */
export function showSetup(handlers: Handlers = {}, open: OpenProject = openProject()) {
  answerProcedures({ 'setup.look': () => aSetup(), ...handlers });
  return show(<Checklist open={open} />);
}
