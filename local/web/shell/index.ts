// The shell: plain Jira-like pages around the app's own, made on the server.
import type { Host } from '../../host-parts';
import type { UiModule, UiModuleType } from '../../manifest';
import type { DataDesk } from '../data-desk';
import { redirect, type WebAnswer, type WebRequest } from '../http';
import { sessionOf } from '../session';
import { act } from './acts';
import { automationPage } from './automation-page';
import { projectSchema } from './answers';
import { dataPage } from './data-page';
import { html } from './html';
import { itemPage } from './item';
import { createReader, JiraRefusal, type JiraReader } from './jira-reader';
import { shellPage, type Content, type Frame } from './layout';
import { backlogPage, navigatorPage, projectsPage } from './lists';
import { logPage } from './log-page';
import { modulePlace, propertyReader, shownModules } from './modules';
import { outboxPage } from './outbox-page';
import { createNotices } from './notices';

interface Visit {
  host: Host;
  request: WebRequest;
  reader: JiraReader;
}

/**
 * The address that Jira gives an app's project page.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-page/
 */
const PAGE_ADDRESS = /^\/jira\/\w+\/projects\/([A-Z][A-Z0-9_]*)\/apps\/[^/]+\/[^/]+$/;

/** Answers every address that is a page or a form of the shell. */
export function createShell(
  host: Host,
  desk: DataDesk,
): (request: WebRequest) => Promise<WebAnswer> {
  const notices = createNotices();
  const first = (type: UiModuleType): UiModule | undefined =>
    host.manifest.uiModules.find((module) => module.type === type);

  async function pageOf({ request, reader }: Visit): Promise<Content> {
    const { pathname } = request.url;
    const parts = pathname
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent);
    const [area, key = '', ...rest] = parts;
    if (area === 'projects' && key === '') return projectsPage(reader);
    if (area === 'projects') return projectArea({ host, request, reader }, key, rest);
    if (area === 'browse' && key !== '' && rest.length === 0) {
      const refused = notices.of(request.url, 'refused');
      const manifest = host.manifest.inLocale(sessionOf(host.jira, request).user.locale);
      return itemPage({ jira: host.jira, reader, manifest, key, refused });
    }
    if (area === 'issues') return navigatorPage(reader, request);
    if (area === 'data' && parts.length === 1) return dataPage(host, desk.state());
    if (area === 'automation') return automationPage(host, sessionOf(host.jira, request).user);
    if (area === 'outbox') return outboxPage(host);
    if (area === 'log') return logPage(host);
    return nothing(`There is no page at ${pathname}.`);
  }

  return async (request) => {
    const session = sessionOf(host.jira, request);
    const reader = createReader(host.jira, session.user);
    if (request.url.pathname === '/') return redirect('/projects');
    const [, page] = PAGE_ADDRESS.exec(request.url.pathname) ?? [];
    if (page) return redirect(`/projects/${page}/ladder${request.url.search}`);
    if (request.method === 'POST') return act({ host, request, session, reader, notices, desk });
    const frame: Frame = {
      request,
      session,
      now: host.clock.now(),
      notice: notices.of(request.url),
      titles: {
        page: first('jira:projectPage')?.title,
        settings: first('jira:projectSettingsPage')?.title,
      },
    };
    try {
      return shellPage(frame, await pageOf({ host, request, reader }));
    } catch (error) {
      if (!(error instanceof JiraRefusal)) throw error;
      return shellPage(frame, nothing(error.message));
    }
  };
}

async function projectArea(visit: Visit, key: string, rest: string[]): Promise<Content> {
  const { reader, request } = visit;
  const project = await reader.get(`/rest/api/3/project/${encodeURIComponent(key)}`, projectSchema);
  const [first, second] = rest;
  if (first === undefined) return backlogPage(reader, request, project);
  const page = () =>
    modulePage(visit, project, 'jira:projectPage', `/projects/${project.key}/ladder`);
  const settings = () =>
    modulePage(
      visit,
      project,
      'jira:projectSettingsPage',
      `/projects/${project.key}/settings/ladder`,
    );
  // What follows is a path of the page itself.
  if (first === 'ladder') return page();
  if (first === 'settings' && (second === undefined || second === 'ladder')) return settings();
  if (first === 'modules' && second !== undefined) {
    const type = visit.host.manifest.uiModule(second)?.type;
    if (type === 'jira:projectPage') return page();
    if (type === 'jira:projectSettingsPage') return settings();
  }
  return nothing(`There is no page at ${request.url.pathname}.`);
}

async function modulePage(
  { host, reader }: Visit,
  project: { id: string; key: string; name: string },
  type: 'jira:projectPage' | 'jira:projectSettingsPage',
  base: string,
): Promise<Content> {
  const subject = { projectKey: project.key };
  const [module] = await shownModules(host.manifest, type, propertyReader(reader, subject));
  if (!module) return nothing('The app has no page here for this project.');
  const here = type === 'jira:projectPage' ? 'page' : 'settings';
  const title = here === 'page' ? module.title : `${module.title} settings`;
  const body = html`<h1 class="unseen">${title} of ${project.name}</h1>
    ${modulePlace(module, subject, { base })}`;
  return { title: `${title} of ${project.name}`, body, project, here, full: true };
}

function nothing(text: string): Content {
  const body = html`<h1>Nothing here</h1>
    <p role="alert">${text}</p>
    <p><a href="/projects">All projects</a></p>`;
  return { title: 'Nothing here', body, status: 404 };
}
