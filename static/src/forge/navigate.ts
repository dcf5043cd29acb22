// Moves the reader: the frame itself must never follow a link.
import { router, view } from '@forge/bridge';

/** Goes to an address of Jira in this tab. */
export const navigate = (href: string): void => void router.navigate(href).catch(() => undefined);

/** Opens an address in a new tab. */
export const open = (href: string): void => void router.open(href).catch(() => undefined);

/** Where the reader is inside the page, and the ways to change it. */
export interface PageHistory {
  location: { pathname: string; search: string };
  push: (path: string) => void;
  replace: (path: string) => void;
  listen: (listener: (location: { pathname: string; search: string }) => void) => () => void;
}

/** The address of a full page (project or settings page); other modules have none. */
export const pageHistory = (): Promise<PageHistory> => view.createHistory();
