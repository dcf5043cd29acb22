// A Forge side around the fixture app, over a Jira that only writes down what it was asked.
import path from 'node:path';
import { standingClock, type Clock } from '../../../local/clock';
import { openDb } from '../../../local/db';
import { createFaults } from '../../../local/faults';
import { createForge } from '../../../local/forge';
import type { Functions } from '../../../local/forge/functions';
import { invoke, moduleOf } from '../../../local/forge/invoke';
import type { JiraRequest, LocalJira, Site, SiteUser } from '../../../local/jira/api';
import { readManifest } from '../../../local/manifest';

const APP = path.join(__dirname, 'fixtures/app');

const ADA: SiteUser = {
  accountId: 'account-ada',
  name: 'ada',
  displayName: 'Ada',
  timeZone: 'Europe/Berlin',
  locale: 'en-US',
  siteAdmin: true,
};

function noSite(): never {
  throw new Error('This Jira has no site behind it.');
}

const emptySite: Site = {
  addUser: noSite,
  users: () => [ADA],
  addPriority: noSite,
  addResolution: noSite,
  addLinkType: noSite,
  addProject: noSite,
  projects: () => [],
  addBoard: noSite,
  addSprint: noSite,
  setStatusProperties: noSite,
  setTransitionScreen: noSite,
  closeWayBack: noSite,
  archiveProject: noSite,
  renameProject: noSite,
  deleteProject: noSite,
  deleteIssue: noSite,
  panelPinned: () => true,
  boards: () => [],
  sprints: () => [],
  addIssues: noSite,
  setProjectProperty: noSite,
  counts: () => ({ items: 0, projects: 0 }),
  newest: noSite,
  clear: noSite,
  reload: noSite,
};

/** Answers every request with who asked for what. */
function echoJira(): LocalJira & { asked: JiraRequest[] } {
  const asked: JiraRequest[] = [];
  return {
    asked,
    async handle(request) {
      asked.push(request);
      const { caller, path: requested } = request;
      const headers = { 'content-type': 'application/json' };
      return { status: 200, headers, body: JSON.stringify({ caller, path: requested }) };
    },
    site: emptySite,
    ledger: () => ({
      calls: [],
      total: { calls: 0, points: 0 },
      worst: { calls: 0, points: 0 },
    }),
    quota: { limit: () => undefined, pointsPerHour: () => null },
    outbox: () => [],
    resetLedger: () => undefined,
    settle: () => undefined,
  };
}

export function startFixtureApp(file = ':memory:', clock: Clock = standingClock(0)) {
  const manifest = readManifest(path.join(APP, 'manifest.yml'));
  const db = openDb(file);
  const jira = echoJira();
  const source = { kind: 'sources', folder: path.join(APP, 'src') } as const;
  const faults = createFaults({ clock, quota: jira.quota });
  const forge = createForge({ manifest, db, clock, jira, source, faults });
  return {
    ...forge,
    manifest,
    faults,
    jira,
    db,
    clock,
    call: (
      procedure: string,
      payload: unknown = {},
      user: SiteUser = ADA,
      functions: Functions = forge.functions,
    ) =>
      invoke(functions, {
        user,
        module: moduleOf(manifest, 'panel'),
        procedure,
        payload,
        context: { extension: { issue: { key: 'A-1' } } },
      }),
    async end() {
      await forge.stop();
      db.close();
    },
  };
}
