// The item view: what Jira shows of an issue, with the app's panel and context where Jira puts them.
import type { LocalJira } from '../../jira/api';
import type { Manifest } from '../../manifest';
import {
  changelogAnswer,
  commentsAnswer,
  itemSchema,
  transitionsAnswer,
  type Item,
  type Transition,
} from './answers';
import { paragraphs } from './document-text';
import { html, type Html } from './html';
import type { JiraReader } from './jira-reader';
import type { Content, Notice } from './layout';
import { issueLink, lozenge } from './lists';
import { contextSection, propertyReader, shownModules } from './modules';
import { panelAdded, panelSection, type PanelPlace } from './panels';

export interface ItemView {
  jira: LocalJira;
  reader: JiraReader;
  manifest: Manifest;
  key: string;
  /** What Jira said to the last transition of this item, shown beside the buttons. */
  refused: Notice | null;
}

const HISTORY = 50;

/** `/browse/KEY`. @throws JiraRefusal when the user cannot see it. */
export async function itemPage(view: ItemView): Promise<Content> {
  const { jira, reader, manifest, key, refused } = view;
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}`;
  const item = await reader.get(`${path}?fields=*all`, itemSchema);
  const { transitions } = await reader.get(
    `${path}/transitions?expand=transitions.fields`,
    transitionsAnswer,
  );
  const { comments } = await reader.get(`${path}/comment?maxResults=100`, commentsAnswer);
  const { values } = await reader.get(`${path}/changelog?maxResults=${HISTORY}`, changelogAnswer);

  const { project, summary } = item.fields;
  const subject = { issueKey: item.key, projectKey: project.key };
  const read = propertyReader(reader, subject);
  const panels: PanelPlace[] = [];
  for (const module of await shownModules(manifest, 'jira:issuePanel', read)) {
    const pinned = jira.site.panelPinned(module.key, project.id);
    panels.push({ module, shown: pinned || (await panelAdded(module, read)) });
  }
  const contexts = await shownModules(manifest, 'jira:issueContext', read);

  const body = html`<div class="item">
    <div class="item-main">
      <p class="crumbs">
        <a href="/projects/${project.key}">${project.name}</a> /
        ${
          item.fields.parent ? html`${issueLink(item.fields.parent.key)} / ` : null
        }${issueLink(item.key)}
      </p>
      <h1>${summary}</h1>
      <section aria-labelledby="description">
        <h2 id="description">Description</h2>
        ${text(item.fields.description, 'No description.')}
      </section>
      ${panels.map((place) => panelSection(place, subject))}
      <section aria-labelledby="comments" data-live="comments">
        <h2 id="comments">Comments</h2>
        ${comments.length === 0 ? html`<p class="subtle">No comments yet.</p>` : null}
        ${comments.map(
          ({ author, created, body: said, jsdPublic }) =>
            html`<article>
              <p>
                <strong>${author?.displayName ?? 'Somebody'}</strong>
                <span class="subtle">${moment(created)}${jsdPublic ? null : ' · internal'}</span>
              </p>
              ${text(said, '')}
            </article>`,
        )}
        <form method="post" action="/browse/${item.key}/comment">
          <label for="comment">Add a comment</label>
          <textarea id="comment" name="text" rows="3" required></textarea><button>Comment</button>
        </form>
      </section>
      <section aria-labelledby="history" data-live="history">
        <h2 id="history">History</h2>
        ${history(values)}
      </section>
    </div>
    <div class="item-side">
      <section aria-label="Status" data-live="status">
        <p>${lozenge(item.fields.status)}</p>
        ${refused && html`<p class="notice refused" role="alert" id="refusal" tabindex="-1" data-focus>${refused.text}</p>`}
        ${transitionForms(item.key, transitions)}
      </section>
      <section class="card" aria-labelledby="details" data-live="details">
        <h2 id="details">Details</h2>
        ${details(item)}
      </section>
      <div data-live="context">${contexts.map((module) => contextSection(module, subject))}</div>
    </div>
  </div>`;
  return { title: `[${item.key}] ${summary}`, body, project };
}

const moment = (value: string): string => value.slice(0, 16).replace('T', ' ');

function text(value: unknown, empty: string): Html {
  const lines = paragraphs(value);
  if (lines.length === 0)
    return html`${empty === '' ? null : html`<p class="subtle">${empty}</p>`}`;
  return html`<div class="prose">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}

function transitionForms(key: string, transitions: readonly Transition[]): Html {
  const asks = ({ fields }: Transition) => fields.resolution !== undefined;
  const buttons = (list: readonly Transition[]) =>
    list.map(({ id, name }) => html`<button name="transition" value="${id}">${name}</button> `);
  const done = transitions.filter(asks);
  const open = transitions.filter((transition) => !asks(transition));
  const resolutions = done[0]?.fields.resolution?.allowedValues ?? [];
  const action = html`method="post" action="/browse/${key}/transition"`;
  return html`<h2>Move to</h2>
    ${open.length > 0 ? html`<form class="moves" ${action}>${buttons(open)}</form>` : null}
    ${
      done.length > 0
        ? html`<form class="moves" ${action}>
            <label for="resolution">Resolution</label>
            <select id="resolution" name="resolution">
              <option value="">As the workflow sets it</option>
              ${resolutions.map(({ name }) => html`<option>${name}</option>`)}
            </select>
            ${buttons(done)}
          </form>`
        : null
    }
    ${transitions.length === 0 ? html`<p class="subtle">This user may not move the item.</p>` : null}`;
}

function details({ fields }: Item): Html {
  const rows: [string, string | Html | undefined][] = [
    ['Type', fields.issuetype.name],
    ['Priority', fields.priority?.name],
    ['Resolution', fields.resolution?.name ?? 'Unresolved'],
    ['Assignee', fields.assignee?.displayName ?? 'Unassigned'],
    ['Reporter', fields.reporter?.displayName],
    ['Parent', fields.parent ? issueLink(fields.parent.key) : undefined],
    ['Labels', fields.labels.join(', ') || undefined],
    ['Components', fields.components.map(({ name }) => name).join(', ') || undefined],
    ['Due', fields.duedate ?? undefined],
    ['Created', moment(fields.created)],
    ['Updated', moment(fields.updated)],
    ['Resolved', fields.resolutiondate ? moment(fields.resolutiondate) : undefined],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  return html`<dl>
    ${shown.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

interface Change {
  author?: { displayName: string } | null | undefined;
  created: string;
  items: { field: string; fromString?: string | null | undefined; toString?: unknown }[];
}

function history(changes: readonly Change[]): Html {
  if (changes.length === 0) return html`<p class="subtle">No changes yet.</p>`;
  const line = ({ author, created, items }: Change) =>
    html`<li>
      <span class="subtle">${moment(created)}</span>
      <strong>${author?.displayName ?? 'Somebody'}</strong> changed
      ${items
        .map((item) => {
          const after = typeof item.toString === 'string' ? item.toString : 'none';
          return `${item.field} from ${item.fromString ?? 'none'} to ${after}`;
        })
        .join('; ')}
    </li>`;
  return html`<ol class="history">
    ${changes.map(line)}
  </ol>`;
}
