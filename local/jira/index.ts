import { type Ledger, type LocalJira } from './api';
import { createCatalog } from './catalog';
import { SITE_URL } from './constants';
import { createIndexWriter } from './index-writer';
import { indexedPaths } from './jql/properties';
import { createLedger } from './ledger';
import { type JiraOptions } from './options';
import { createRouter } from './router';
import { allRoutes } from './routes';
import { prepareSchema } from './schema';
import { type Services } from './services';
import { createSite } from './site';
import { createStore } from './store';

export { type InstalledApp, type JiraOptions } from './options';

/**
 * The local Jira over a database. What earlier runs left in the database is there again; when the
 * app declares other searchable paths than before, everything is indexed anew.
 */
export function createJira(options: JiraOptions): LocalJira {
  const { db, clock, app, lagMs } = options;
  const paths = indexedPaths(app.entityProperties);
  const stale = prepareSchema(db, paths);
  const catalog = createCatalog(db);
  const store = createStore(db);
  const index = createIndexWriter({ db, clock, catalog, store, paths, lagMs });
  if (stale) index.rebuild();
  const baseUrl = options.baseUrl ?? SITE_URL;
  const services: Services = { db, clock, catalog, store, index, app, paths, baseUrl };
  const ledger = createLedger();
  const handle = createRouter(allRoutes, services, ledger);

  return {
    handle: async (request) => handle(request),
    site: createSite({ db, catalog, store, index }),
    ledger: (): Ledger => ledger.read(),
    resetLedger: () => {
      ledger.reset();
    },
    settle: () => {
      index.flush(true);
    },
  };
}
