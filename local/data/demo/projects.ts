// The projects of the demo: the shop, and neighbours of both kinds.

import type { SiteProject } from '../../jira/api';
import { LOGIN_USERS, usualRoles } from '../people';
import { catalog, TEAM, type Catalog } from './catalog';
import { THEMES } from './tables';

export interface DemoProject {
  site: SiteProject;
  catalog: Catalog;
}

interface Neighbour {
  key: string;
  name: string;
  style: SiteProject['style'];
}

const NEIGHBOURS: readonly Neighbour[] = [
  { key: 'APP', name: 'Shop app', style: 'next-gen' },
  { key: 'WARE', name: 'Warehouse', style: 'classic' },
  { key: 'CARE', name: 'Customer care', style: 'next-gen' },
  { key: 'STORE', name: 'Store tills', style: 'classic' },
];

/** Nobody has pinned the app's panel here yet. */
const WITHOUT_PANEL = 'APP';

/** Company-managed projects share types and statuses; a team-managed one has its own. */
const SHARED_IDS = 10_100;

/** Project number `index`, 0 being the shop. */
export function demoProject(index: number): DemoProject {
  const neighbour = index === 0 ? null : (NEIGHBOURS[index - 1] ?? further(index));
  const style = neighbour?.style ?? 'classic';
  const words = catalog(style === 'classic' ? SHARED_IDS : SHARED_IDS + 100 * index);
  const roles = usualRoles();
  for (const colleague of TEAM) roles[colleague.accountId] = 'editor';
  return {
    catalog: words,
    site: {
      id: String(10_000 + index),
      key: neighbour?.key ?? 'SHOP',
      name: neighbour?.name ?? 'Web shop',
      style,
      leadAccountId: (index === 0 ? LOGIN_USERS.po : LOGIN_USERS.admin).accountId,
      issueTypes: Object.values(words.types),
      statuses: Object.values(words.statuses),
      components: THEMES.map((theme, place) => ({
        id: String(10_500 + index * 100 + place),
        name: theme.component,
      })),
      roles,
      defaultRole: 'none',
      ...(style === 'classic' ? { workflow: 'Software workflow' } : {}),
      panels: neighbour?.key !== WITHOUT_PANEL,
    },
  };
}

function further(index: number): Neighbour {
  const style = index % 2 === 0 ? 'classic' : 'next-gen';
  return { key: `TEAM${index}`, name: `Team ${index}`, style };
}
