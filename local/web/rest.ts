// Jira's REST side for clients from outside: basic authentication with the name of a demo user.
import type { Caller, LocalJira, SiteUser } from '../jira/api';
import { json, type WebAnswer, type WebRequest } from './http';

/** The user of a login name, or of name@example.com. */
export function userByLogin(jira: LocalJira, login: string): SiteUser | undefined {
  const name = login.replace(/@example\.com$/, '');
  return name === '' ? undefined : jira.site.users().find((user) => user.name === name);
}

function loginOf(authorization: string): string | undefined {
  const encoded = /^Basic\s+(.+)$/i.exec(authorization)?.[1];
  return encoded && Buffer.from(encoded, 'base64').toString('utf8').split(':')[0];
}

/** Answers one REST request; without a login the caller is anonymous. */
export async function answerRest(jira: LocalJira, request: WebRequest): Promise<WebAnswer> {
  const { authorization } = request.headers;
  const caller: Caller = { principal: 'client', accountId: null };
  if (authorization !== undefined) {
    const user = userByLogin(jira, loginOf(authorization) ?? '');
    if (!user) {
      const message = 'Client must be authenticated to access this resource.';
      return json({ message, 'status-code': 401 }, 401);
    }
    caller.accountId = user.accountId;
  }
  const { method, url, headers, body } = request;
  return jira.handle({ method, path: url.pathname + url.search, headers, body, caller });
}
