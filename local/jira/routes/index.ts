import { type Route } from '../services';
import { boardRoutes } from './boards';
import { bulkPropertyRoutes } from './bulk-properties';
import { changelogRoutes } from './changelogs';
import { commentRoutes } from './comments';
import { componentRoutes } from './components';
import { editRoutes } from './edit';
import { expressionRoutes } from './expressions';
import { issuePropertyRoutes } from './issue-properties';
import { issueRoutes } from './issues';
import { linkRoutes } from './links';
import { notifyRoutes } from './notify';
import { panelRoutes } from './panels';
import { permissionRoutes } from './permissions';
import { projectPropertyRoutes } from './project-properties';
import { rankRoutes } from './rank';
import { searchRoutes } from './search';
import { siteRoutes } from './site';
import { taskRoutes } from './tasks';
import { transitionRoutes } from './transitions';
import { userRoutes } from './users';
import { workflowRoutes } from './workflows';

/** Every call that the local Jira answers. */
export const allRoutes: readonly Route[] = [
  ...siteRoutes,
  ...componentRoutes,
  ...userRoutes,
  ...permissionRoutes,
  ...searchRoutes,
  ...issueRoutes,
  ...editRoutes,
  ...transitionRoutes,
  ...commentRoutes,
  ...notifyRoutes,
  ...changelogRoutes,
  ...linkRoutes,
  ...issuePropertyRoutes,
  ...bulkPropertyRoutes,
  ...projectPropertyRoutes,
  ...expressionRoutes,
  ...boardRoutes,
  ...rankRoutes,
  ...workflowRoutes,
  ...panelRoutes,
  ...taskRoutes,
];
