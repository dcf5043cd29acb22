// The people who can log in to every local site, and the roles they have where they are shown.

import type { ProjectRole, SiteUser } from '../jira/api';

export type LoginName = 'admin' | 'po' | 'dev' | 'viewer' | 'outsider';

/** The five demo users. Their time zones differ so that a day is never the same day for all. */
export const LOGIN_USERS: Record<LoginName, SiteUser> = {
  admin: person('admin', 'Ada Admin', 'Europe/Berlin', true),
  po: person('po', 'Petra Owner', 'America/New_York'),
  dev: person('dev', 'Devon Builder', 'Asia/Tokyo'),
  viewer: person('viewer', 'Vera Viewer', 'UTC'),
  outsider: person('outsider', 'Otto Outsider', 'Australia/Sydney'),
};

/** The demo users as a list, in the order in which a user switcher shows them. */
export function loginUsers(): SiteUser[] {
  return Object.values(LOGIN_USERS);
}

/**
 * Roles in a project, by account id: admin and po run it, dev edits, viewer only browses,
 * outsider does not see it.
 */
export function usualRoles(): Record<string, ProjectRole> {
  return {
    [LOGIN_USERS.admin.accountId]: 'admin',
    [LOGIN_USERS.po.accountId]: 'admin',
    [LOGIN_USERS.dev.accountId]: 'editor',
    [LOGIN_USERS.viewer.accountId]: 'viewer',
    [LOGIN_USERS.outsider.accountId]: 'none',
  };
}

/** A user who exists in the data and can't log in: there is no login name. */
export function withoutLogin(accountId: string, displayName: string, timeZone = 'UTC'): SiteUser {
  return { accountId, name: '', displayName, timeZone, locale: 'en-US', siteAdmin: false };
}

function person(
  name: LoginName,
  displayName: string,
  timeZone: string,
  siteAdmin = false,
): SiteUser {
  return { accountId: `demo-${name}`, name, displayName, timeZone, locale: 'en-US', siteAdmin };
}
