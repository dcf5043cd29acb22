// Messages that a form leaves for the page it leads to. They stay here and only their number is in
// the address, so that nobody can put words into the shell by a link.
import type { Notice } from './layout';

export interface Notices {
  /** The address with a message on it, under the name `said` or one of the page's own. */
  added(path: string, notice: Notice, name?: string): string;
  /** The message of an address, if it has one. */
  of(url: URL, name?: string): Notice | null;
}

const KEPT = 200;

/** An empty store in memory. */
export function createNotices(): Notices {
  const kept = new Map<string, Notice>();
  let last = 0;
  return {
    added(path, notice, name = 'said') {
      const id = String(++last);
      kept.set(id, notice);
      kept.delete(String(last - KEPT));
      const url = new URL(path, 'http://localhost');
      url.searchParams.set(name, id);
      return url.pathname + url.search;
    },
    of: (url, name = 'said') => kept.get(url.searchParams.get(name) ?? '') ?? null,
  };
}
