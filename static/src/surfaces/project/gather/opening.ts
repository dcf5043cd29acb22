// What a project page asks before anything else. It needs the project's id alone, so that it is under
// way while the page's own code is still fetched: nothing here may lead to that code.
import type { OpenProject } from '../../../../../src/contract/procedures';
import type { Named } from '../../../../../src/domain/rules';
import { call, jira, pageHistory, type PageHistory } from '../../../forge';
import { tabOf } from '../address';
import { readComponents } from './components';
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

export interface FirstOpening extends Opening {
  history: Promise<PageHistory>;
  /** Null where the page opens at another tab than the first, which alone needs them at once. */
  components: Promise<Named[] | null>;
}

/** Begins to open a project's page. Where the first tab is to be shown, `fetchTab` fetches its code. */
export function beginOpening(projectId: string, fetchTab: () => void): FirstOpening {
  const opening = openingOf(jira, projectId);
  const history = pageHistory();
  const isFirstTab = history.then(
    ({ location }) => tabOf(location.search) === 'outcome',
    () => true,
  );
  const components = isFirstTab.then((isFirst) => {
    if (!isFirst) return null;
    fetchTab();
    return readComponents(jira, projectId);
  });
  const begun = { ...opening, history, components };
  // Whoever takes a part deals with its failure; until then nobody listens.
  for (const part of Object.values(begun)) part.catch(() => undefined);
  return begun;
}
