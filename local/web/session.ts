// Who uses the shell and how: kept in cookies, because there is nothing to log in to.
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
const LOCALE = 'ladder_locale';

/** What the shell offers: the app's own language, a translated one, and one that it does not have. */
export const LOCALES = ['en-US', 'de-DE', 'fr-FR'] as const;
export type Locale = (typeof LOCALES)[number];

const cookie = (name: string, value: string) =>
  `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`;

/** `Set-Cookie` for the login name of who uses the shell. */
export const userCookie = (name: string): string => cookie(USER, encodeURIComponent(name));
/** `Set-Cookie` for the colours of the shell and of the pages in it. */
export const themeCookie = (mode: ColorMode): string => cookie(THEME, mode);
/** `Set-Cookie` for the language of the app's pages; the user's own counts without it. */
export const localeCookie = (locale: Locale): string => cookie(LOCALE, locale);

/** The session of a browser; a new one starts as the first user who can log in. */
export function sessionOf(jira: LocalJira, request: WebRequest): Session {
  const users = jira.site.users().filter(({ name }) => name !== '');
  const wanted = decodeURIComponent(request.cookies[USER] ?? '');
  const user = users.find(({ name }) => name === wanted) ?? users[0];
  if (!user) throw new WebError(503, 'The site has no users yet.');
  const locale = LOCALES.find((one) => one === request.cookies[LOCALE]) ?? user.locale;
  const colorMode = request.cookies[THEME] === 'dark' ? 'dark' : 'light';
  return { user: { ...user, locale }, users, colorMode };
}
