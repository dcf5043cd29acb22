// The frame of every page of the shell: top bar, navigation of a project, and the page itself.
import { otherOrigin } from '../origins';
import { shellPolicy } from '../csp';
import { THEMES } from '../files';
import { page, type WebAnswer, type WebRequest } from '../http';
import { LOCALES, type Session } from '../session';
import type { Project } from './answers';
import { html, type Html } from './html';
import { minuteText } from './times';

export interface Notice {
  kind: 'done' | 'refused';
  text: string;
}

export interface Frame {
  request: WebRequest;
  session: Session;
  now: number;
  /** Said once on top of the next page. */
  notice: Notice | null;
  /** Titles of the app's pages, for the navigation. */
  titles: { page: string | undefined; settings: string | undefined };
}

export interface Content {
  title: string;
  body: Html;
  project?: Project | undefined;
  /** Which entry of the navigation is this page. */
  here?: 'backlog' | 'page' | 'settings' | undefined;
  /** A page of the app fills the whole place. */
  full?: boolean | undefined;
  status?: number | undefined;
}

/** The shell's own style sheets, in the order in which they are applied. */
const LOOKS = ['base', 'frame', 'lists', 'item', 'data', 'app'];

const TOKENS = THEMES.map((name) => `${name}:${name}`).join(' ');

/** A whole page of the shell, with its policy. */
export function shellPage(frame: Frame, content: Content): WebAnswer {
  const { session, request, notice } = frame;
  const app = otherOrigin(request.url);
  const body = html`<!doctype html>
    <html lang="en" data-color-mode="${session.colorMode}" data-theme="${TOKENS}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.title} - Local Jira</title>
        <link rel="icon" href="/__host/browser/icon.svg" />
        ${THEMES.map((name) => html`<link rel="stylesheet" href="/__host/theme/${name}.css" />`)}
        ${LOOKS.map((name) => html`<link rel="stylesheet" href="/__host/browser/look/${name}.css" />`)}
        <script type="module" src="/__host/browser/shell.js"></script>
      </head>
      <body data-app-origin="${app}">
        <a class="skip" href="#main">Skip to the page</a>
        ${topBar(frame)}
        <div class="columns">
          ${content.project ? navigation(frame, content.project, content.here) : null}
          <main id="main" tabindex="-1" class="${content.full ? 'full' : ''}">
            ${notice && html`<p class="notice ${notice.kind}" role="${notice.kind === 'refused' ? 'alert' : 'status'}">${notice.text}</p>`}
            ${content.body}
          </main>
        </div>
        <section id="flags" aria-label="Notifications" aria-live="polite"></section>
      </body>
    </html>`;
  const answer = page(body.html, content.status ?? 200);
  answer.headers['content-security-policy'] = shellPolicy(app);
  return answer;
}

function topBar({ session, now, request }: Frame): Html {
  const { user, users, colorMode } = session;
  const back = request.url.pathname + request.url.search;
  const hidden = html`<input type="hidden" name="back" value="${back}" />`;
  const other = colorMode === 'light' ? 'dark' : 'light';
  const moment = new Date(now).toISOString();
  return html`<header class="top">
    <a class="brand" href="/projects"
      ><img src="/__host/browser/icon.svg" alt="" width="24" height="24" />Local Jira</a
    >
    <nav aria-label="Site">
      <a href="/projects">Projects</a> <a href="/issues/">Search</a> <a href="/data">Data</a>
      <a href="/automation">Automation</a> <a href="/outbox">Outbox</a> <a href="/log">Log</a>
    </nav>
    <form class="search" role="search" action="/issues/">
      <label class="unseen" for="top-jql">Search with JQL</label>
      <input id="top-jql" name="jql" placeholder="Search with JQL" />
    </form>
    <details class="menu">
      <summary>Clock: <time datetime="${moment}">${minuteText(now)} UTC</time></summary>
      <div class="sheet">
        <form method="post" action="/__host/clock">
          ${hidden} <button name="advance" value="P1D">1 day on</button>
          <button name="advance" value="P30D">30 days on</button>
        </form>
        <form method="post" action="/__host/clock">
          ${hidden}<label for="clock-now">Set to (UTC)</label>
          <input
            id="clock-now"
            name="now"
            type="datetime-local"
            step="1"
            value="${moment.slice(0, 19)}"
            required
          />
          <button>Set</button>
        </form>
      </div>
    </details>
    <form method="post" action="/__host/scan">
      ${hidden}<button>Run tonight’s scan now</button>
    </form>
    <form method="post" action="/__host/theme" data-theme-switch>
      ${hidden}<button name="mode" value="${other}">
        ${other === 'dark' ? 'Dark' : 'Light'} theme
      </button>
    </form>
    <form method="post" action="/__host/user" class="user">
      ${hidden}<label for="top-user">User</label>
      <select id="top-user" name="user">
        ${users.map(
          ({ name, displayName }) =>
            html`<option value="${name}" ${name === user.name ? html` selected` : null}>
              ${displayName}
            </option>`,
        )}
      </select>
      <label class="unseen" for="top-locale">Language</label>
      <select id="top-locale" name="locale">
        ${LOCALES.map(
          (locale) =>
            html`<option ${locale === user.locale ? html` selected` : null}>${locale}</option>`,
        )}
      </select>
      <button>Switch</button>
    </form>
  </header>`;
}

function navigation({ titles }: Frame, project: Project, here: Content['here']): Html {
  const link = (name: Content['here'], path: string, label: string) =>
    html`<li>
      <a href="/projects/${project.key}${path}" ${name === here ? html` aria-current="page"` : null}
        >${label}</a
      >
    </li>`;
  return html`<nav class="side" aria-label="Project">
    <p class="project">
      <span class="avatar" aria-hidden="true">${project.key.slice(0, 1)}</span
      ><span
        ><strong>${project.name}</strong><br /><span class="subtle">Software project</span></span
      >
    </p>
    <ul>
      ${link('backlog', '', 'Backlog')} ${titles.page ? link('page', '/ladder', titles.page) : null}
    </ul>
    ${
      titles.settings
        ? html`<p class="subtle">Project settings</p>
            <ul>
              ${link('settings', '/settings/ladder', `${titles.settings} settings`)}
            </ul>`
        : null
    }
  </nav>`;
}
