// The project SHOP of the benches, without items, and the one person who looks at it.
import type { ProjectRole, Site, SiteProject } from '../local/jira/api';

export const TYPE = { item: '101', parent: '102' };
export const STATUS = { todo: '11', doing: '12', done: '13' };
export const VIEWER = { accountId: 'viewer', name: 'viewer' };

interface Shop {
  /** The viewer's zone, and what they may do. */
  zone: string;
  role: ProjectRole;
  components?: SiteProject['components'];
}

/** Puts both on an empty site. */
export function addShop(site: Site, { zone, role, components = [] }: Shop): void {
  site.addUser({
    ...VIEWER,
    displayName: 'A viewer',
    timeZone: zone,
    locale: 'en-US',
    siteAdmin: false,
  });
  site.addProject({
    id: '1',
    key: 'SHOP',
    name: 'Web shop',
    style: 'classic',
    leadAccountId: null,
    issueTypes: [
      { id: TYPE.item, name: 'Story', hierarchyLevel: 0 },
      { id: TYPE.parent, name: 'Epic', hierarchyLevel: 1 },
    ],
    statuses: [
      { id: STATUS.todo, name: 'To Do', category: 'new' },
      { id: STATUS.doing, name: 'In Progress', category: 'indeterminate' },
      { id: STATUS.done, name: 'Done', category: 'done' },
    ],
    components,
    roles: {},
    defaultRole: role,
  });
}
