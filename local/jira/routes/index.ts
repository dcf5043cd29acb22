import { type Route } from '../services';
import { issueRoutes } from './issues';
import { searchRoutes } from './search';
import { siteRoutes } from './site';

/** Every call that the local Jira answers. */
export const allRoutes: readonly Route[] = [...siteRoutes, ...searchRoutes, ...issueRoutes];
