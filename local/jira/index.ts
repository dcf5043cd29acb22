import { conforming } from '../conformance';
import { type LocalJira } from './api';
import { createBoards } from './boards';
import { createCatalog } from './catalog';
import { SITE_URL } from './constants';
import { createFailureLog, type FailedExpression } from './failures';
import { createIndexWriter } from './index-writer';
import { createMailQueue } from './mail';
import { indexedPaths } from './jql/properties';
import { createLedger } from './ledger';
import { type JiraOptions } from './options';
import { createPanels } from './panels';
import { createProjectProperties } from './project-properties';
import { createQuota } from './quota';
import { createRouter } from './router';
import { allRoutes } from './routes';
import { prepareSchema } from './schema';
import { type Services } from './services';
import { createSite } from './site';
import { createStore } from './store';
import { runTasks } from './tasks';
import { createScreens } from './workflow/screens';
import { createWorkflows } from './workflow/store';

export { type FailedExpression } from './failures';
export { type InstalledApp, type JiraOptions } from './options';

/** What the host may do to the site beyond REST. */
export interface JiraControls {
  /** Puts the app's validators on all moves into In Progress of a project's workflow, or takes them off. */
  setGate(projectId: string, placed: boolean): void;
  gatePlaced(projectId: string): boolean;
  /** Validators that failed to run, oldest first: Jira sends an event for each. */
  failedExpressions(): FailedExpression[];
}

/**
 * The local Jira over a database. What earlier runs left in the database is there again; when the
 * app declares other searchable paths than before, everything is indexed anew.
 */
export function createJira(options: JiraOptions): LocalJira & JiraControls {
  const { db, clock, app, lagMs } = options;
  const paths = indexedPaths(app.entityProperties);
  const stale = prepareSchema(db, paths);
  const catalog = createCatalog(db);
  const boards = createBoards(db);
  const workflows = createWorkflows({ db, clock, catalog, app });
  const screens = createScreens(db);
  const panels = createPanels(db, clock);
  const store = createStore(db);
  const index = createIndexWriter({ db, clock, catalog, store, paths, lagMs });
  if (stale) index.rebuild();
  const services: Services = {
    db,
    clock,
    catalog,
    boards,
    workflows,
    screens,
    panels,
    projectProperties: createProjectProperties(db),
    store,
    index,
    app,
    paths,
    lagMs,
    mail: createMailQueue(db),
    failures: createFailureLog(db),
    baseUrl: options.baseUrl ?? SITE_URL,
  };
  const ledger = createLedger(options.prices);
  const quota = createQuota(clock);
  const handle = conforming(createRouter(allRoutes, services, { ledger, quota }));

  const projectOf = (id: string) => {
    const project = catalog.project(id);
    if (!project) throw new Error(`There is no project ${id}.`);
    return project;
  };

  return {
    handle: async (request) => handle(request),
    site: createSite(services),
    outbox: services.mail.all,
    ledger: ledger.read,
    resetLedger: ledger.reset,
    quota,
    settle: () => {
      runTasks(services, true);
      index.flush(true);
    },
    setGate: (projectId, placed) => {
      workflows.setGate(projectOf(projectId), placed);
    },
    gatePlaced: (projectId) => workflows.gatePlaced(projectOf(projectId)),
    failedExpressions: services.failures.all,
  };
}
