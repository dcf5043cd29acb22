// Who uses the shell and how: kept in two cookies, because there is nothing to log in to.
import type { LocalJira, SiteUser } from '../jira/api';
import { WebError, type WebRequest } from './http';

export type ColorMode = 'light' | 'dark';

export interface Session {
  user: SiteUser;
  users: SiteUser[];
  colorMode: ColorMode;
}

const USER = 'ladder_user';
const THEME = 'ladder_theme';

const cookie = (name: string, value: string) =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`;

export const userCookie = (name: string): string => cookie(USER, encodeURIComponent(name));
export const themeCookie = (mode: ColorMode): string => cookie(THEME, mode);

/** The session of a browser; a new one starts as the first user who can log in. */
export function sessionOf(jira: LocalJira, request: WebRequest): Session {
  const users = jira.site.users().filter(({ name }) => name !== '');
  const wanted = decodeURIComponent(request.cookies[USER] ?? '');
  const user = users.find(({ name }) => name === wanted) ?? users[0];
  if (!user) throw new WebError(503, 'The site has no users yet.');
  return { user, users, colorMode: request.cookies[THEME] === 'dark' ? 'dark' : 'light' };
}
