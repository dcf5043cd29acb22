// What a project page asks before anything else. It needs the project's id alone, so that it is under
// way while the page's own code is still fetched: nothing here may lead to that code.
import type { OpenProject } from '../../../../../src/contract/procedures';
import { dayOf, type Day } from '../../../../../src/domain/days';
import type { DaySpan } from '../../../../../src/domain/periods';
import type { Named } from '../../../../../src/domain/rules';
import { call, jira, pageHistory, type PageHistory } from '../../../forge';
import { readAddress } from '../address';
import { withAhead, type Ahead } from './ahead';
import { readComponents } from './components';
import { safeZone } from '../../../format';
import type { JiraCall } from './jira-call';
import { readSite, readTypes, type Site, type SiteTypes } from './site';

export interface Opening {
  /** Goals, rules and rights: one function run. */
  project: Promise<OpenProject>;
  types: Promise<SiteTypes>;
  site: Promise<Site>;
}

/** Asks for a project; each part rejects by itself. */
export function openingOf(ask: JiraCall, projectId: string): Opening {
  const project = call('project.open', { projectId });
  const types = readTypes(ask, projectId);
  return { project, types, site: readSite(ask, projectId, types) };
}

/** What was finished in the window that a page opens with. */
export interface FirstFinished extends DaySpan {
  /** The viewer's day when it was asked. */
  today: Day;
  /** Undelivered items too, as Jira counts them. */
  value: number;
}

export interface FirstOpening extends Opening {
  /** The moment at which the page was opened, in milliseconds. */
  now: number;
  history: Promise<PageHistory>;
  /** Null where the page opens at another tab than the first, which alone needs them at once. */
  components: Promise<Named[] | null>;
  finished: {
    /** Null where the page opens with something else, or where Jira does not say. */
    soon: Promise<FirstFinished | null>;
    /** The same without waiting; null until it is there. */
    known: () => FirstFinished | null;
  };
  /** Jira, with what was asked of it ahead of the page. */
  early: Ahead;
}

/** Lets the next one begin whatever became of this. */
const settled = (one: Promise<unknown>): Promise<void> =>
  one.then(
    () => undefined,
    () => undefined,
  );

/**
 * Begins to open a project's page, and asks for its first numbers ahead of all that can wait for them.
 * @param timeZone the viewer's, as Jira names it
 */
export function beginOpening(projectId: string, timeZone: string): FirstOpening {
  const now = Date.now();
  const types = readTypes(jira, projectId);
  const project = call('project.open', { projectId });
  const history = pageHistory();
  const early = withAhead(jira);
  const address = history
    .then(({ location }) => location.search)
    .catch(() => '')
    // The browser takes its time over the first day of a zone: only when all is asked that needs none.
    .then((search) => {
      const zone = safeZone(timeZone);
      const today = dayOf(now, zone);
      return { zone, today, ...readAddress(search, today) };
    });
  // The first numbers rest on the types and the address alone; goals and parents only sort them.
  const first = Promise.all([import('./first-questions'), types, address]).then(
    ([{ askFirst }, known, { zone, today, ...asked }]) => {
      const counted = askFirst(early, { projectId, zone }, known, asked);
      counted.catch(() => undefined); // whoever shows it deals with its failure
      return { today, asked, counted };
    },
  );
  let known: FirstFinished | null = null;
  const soon = first
    .then(async ({ today, asked: { from, to, view }, counted }) => {
      const value = await counted;
      return (known = value === null || view !== null ? null : { from, to, today, value });
    })
    .catch(() => null);
  const asked = settled(first);
  const site = asked.then(() => readSite(jira, projectId, types));
  const components = asked
    .then(() => address)
    .then(({ tab }) => (tab === 'outcome' ? readComponents(jira, projectId) : null));
  // Whoever takes a part deals with its failure; until then nobody listens.
  for (const part of [project, types, site, history, components]) part.catch(() => undefined);
  const finished = { soon, known: () => known };
  return { project, types, site, now, history, components, finished, early };
}
