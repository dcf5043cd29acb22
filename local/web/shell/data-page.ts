// What the site holds, and the way to put another backlog in its place.
import path from 'node:path';
import type { DataReport } from '../../data/import';
import type { Host } from '../../host-parts';
import { UPLOAD_BYTES } from '../../uploads';
import { isBusy, type DeskState } from '../data-desk';
import { html, type Html } from './html';
import type { Content } from './layout';

const number = (n: number): string => n.toLocaleString('en-US');
const count = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;
const day = (ms: number | null): string =>
  ms === null
    ? 'none'
    : new Date(ms).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `/data` */
export function dataPage(host: Host, state: DeskState): Content {
  const body = html`<h1>Data</h1>
    <p role="status" id="data-said" class="unseen"></p>
    <div data-live="desk" data-busy="${isBusy(state) ? 'yes' : 'no'}" data-says="${says(state)}">
      ${state.kind === 'loading' ? null : loaded(host)} ${desk(state)}
    </div>
    ${chooser()}`;
  return { title: 'Data', body };
}

/** What the page says to those who do not see it, once for each step. */
function says(state: DeskState): string {
  switch (state.kind) {
    case 'empty':
      return '';
    case 'receiving':
    case 'reading':
      return `${state.name} is being read.`;
    case 'ready':
      return `${state.name} was read: ${count(state.report.items, 'item')}. Nothing is replaced yet.`;
    case 'loading':
      return `${state.name} is being loaded.`;
    case 'loaded':
      return `Loaded ${count(state.report.items, 'item')} of ${state.name}.`;
    case 'refused':
      return `${state.name} was not loaded.`;
  }
}

function loaded(host: Host): Html {
  const { site } = host.jira;
  const { items } = site.counts();
  const projects = site.projects();
  return html`<h2>Loaded now</h2>
    <dl class="facts">
      <dt>From</dt>
      <dd>${sourceName(host)}</dd>
      <dt>Items</dt>
      <dd>${count(items, 'item')} in ${count(projects.length, 'project')}</dd>
      <dt>Newest change</dt>
      <dd>${day(site.newest())}</dd>
      <dt>Go to</dt>
      <dd>
        ${projects.slice(0, 6).map(({ key }) => html`<a href="/projects/${key}">${key}</a> `)}
        ${projects.length > 6 ? html`<a href="/projects">all projects</a>` : null}
      </dd>
    </dl>`;
}

function sourceName(host: Host): string {
  const source = host.source();
  if (source?.kind === 'file') return path.basename(source.file);
  return source?.kind === 'demo' ? 'the demo shop' : 'nothing: the site began empty';
}

function desk(state: DeskState): Html | null {
  switch (state.kind) {
    case 'empty':
      return null;
    case 'receiving':
      return waiting(html`Receiving ${state.name} …`);
    case 'reading':
      return waiting(
        html`Reading ${state.name} … ${state.rows > 0 ? `${count(state.rows, 'row')} so far` : null}`,
      );
    case 'ready':
      return question(state);
    case 'loading': {
      const { items } = state.report;
      return waiting(
        html`Loading ${state.name} … ${number(state.done)} of ${count(items, 'item')}`,
        { done: state.done, of: items },
      );
    }
    case 'loaded':
      return html`<p class="notice done" data-step tabindex="-1">
          Loaded ${count(state.report.items, 'item')} of ${state.name}. The clock of this site
          stands at ${day(state.report.newest)}, the newest date in the file.
        </p>
        ${reportText(state.report)} ${dropForm('Close this report')}`;
    case 'refused':
      return html`<p class="notice refused" role="alert" data-step tabindex="-1">
          ${state.reason} What is loaded stays as it is; choose another file below.
        </p>
        ${dropForm('Close this message')}`;
  }
}

const waiting = (text: Html, far?: { done: number; of: number }): Html =>
  html`<p class="waiting" data-step tabindex="-1">${text}</p>
    ${
      far
        ? html`<progress aria-label="Items loaded" max="${far.of}" value="${far.done}"></progress>`
        : html`<progress aria-label="Reading"></progress>`
    }`;

function question({ id, name, report }: Extract<DeskState, { kind: 'ready' }>): Html {
  return html`<section aria-labelledby="question" class="question">
    <h2 id="question" data-step tabindex="-1">
      Replace the data with
      ${report.items === 1 ? 'this item' : `these ${count(report.items, 'item')}`}?
    </h2>
    <p>
      ${name}: ${count(report.items, 'item')} of ${count(report.rows, 'row')}, in
      ${count(report.projects.length, 'project')}
      (${report.projects.slice(0, 8).join(', ')}${report.projects.length > 8 ? ', …' : null}), the
      newest date ${day(report.newest)}.
    </p>
    <p>
      What is loaded now goes, with every answer, goal and decision that was made in it. The clock
      of this site moves to the newest date of the file.
    </p>
    <div class="moves">
      <form method="post" action="/__host/data/load">
        <input type="hidden" name="id" value="${id}" /><button class="primary">
          Replace the data
        </button>
      </form>
      ${dropForm('Keep what is loaded')}
    </div>
    ${reportText(report)}
  </section>`;
}

const dropForm = (label: string): Html =>
  html`<form method="post" action="/__host/data/drop"><button>${label}</button></form>`;

function reportText({ leftOut, derived, missing }: DataReport): Html {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? null
      : html`<h3>${title}</h3>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`;
  const more = leftOut.more > 0 ? [`and ${number(leftOut.more)} more`] : [];
  return html`<div class="report">
    ${list(`${count(leftOut.count, 'row')} left out`, [...leftOut.first, ...more])}
    ${list('How the file was read', derived)} ${list('What it does not hold', missing)}
  </div>`;
}

function chooser(): Html {
  const megabytes = number(UPLOAD_BYTES / 1_000_000);
  return html`<section aria-labelledby="own">
    <h2 id="own">Your own backlog</h2>
    <p>
      In Jira search for your items, then choose <em>Export</em> and
      <em>Export CSV (all fields)</em>. JSON of Jira’s REST search works too, and brings the history
      along. The file stays on this machine; nothing is sent anywhere. Up to ${megabytes} MB.
    </p>
    <div class="drop" data-drop data-most="${UPLOAD_BYTES}">
      <label for="data-file">Drop a CSV or JSON file here, or choose one</label>
      <input id="data-file" type="file" accept=".csv,.json,.jsonl,.ndjson,.txt" />
      <p id="data-trouble" role="alert"></p>
    </div>
  </section>`;
}
