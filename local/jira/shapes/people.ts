import { APP_ACCOUNT, APP_ZONE } from '../constants';
import { type Services } from '../services';

/** A user as Jira shows one: without e-mail, which privacy settings hide by default. */
export function userJson(services: Services, accountId: string): Record<string, unknown> {
  const self = `${services.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`;
  const user = services.catalog.user(accountId);
  if (!user) {
    const isApp = accountId === APP_ACCOUNT.accountId;
    return {
      self,
      accountId,
      accountType: isApp ? 'app' : 'unknown',
      displayName: isApp ? APP_ACCOUNT.displayName : 'Former user',
      active: isApp,
      timeZone: APP_ZONE,
    };
  }
  return {
    self,
    accountId,
    accountType: 'atlassian',
    displayName: user.displayName,
    active: true,
    timeZone: user.timeZone,
  };
}

/** Null for nobody. */
export function userOrNull(services: Services, accountId: string | null): unknown {
  return accountId === null ? null : userJson(services, accountId);
}
