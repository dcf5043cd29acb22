// Issue panels: shown where a Jira admin pinned them to the project, or where somebody added them to
// the item. Source: Atlassian, module `jira:issuePanel`.
import type { Subject } from '../../forge/context';
import type { PropertyReader } from '../../forge/display-conditions';
import type { UiModule } from '../../manifest';
import { html, type Html } from './html';
import type { JiraReader } from './jira-reader';
import { modulePlace } from './modules';

export interface PanelPlace {
  module: UiModule;
  shown: boolean;
}

/** The property of an item that says that a panel was added to it. */
const addedKey = (module: UiModule) => `local.panel.${module.key}`;

/** Whether somebody added the panel to the very item that `read` reads. */
export async function panelAdded(module: UiModule, read: PropertyReader): Promise<boolean> {
  return (await read('issue', addedKey(module))) !== undefined;
}

/** @throws JiraRefusal when the user may not edit the item */
export function addPanel(reader: JiraReader, module: UiModule, issueKey: string): Promise<void> {
  const property = encodeURIComponent(addedKey(module));
  return reader.put(`/rest/api/3/issue/${issueKey}/properties/${property}`, true);
}

/** The panel, or the button that adds it. */
export function panelSection({ module, shown }: PanelPlace, subject: Subject): Html {
  if (shown) {
    return html`<section class="panel" aria-label="${module.title}">
      <h2>${module.title}</h2>
      ${modulePlace(module, subject)}
    </section>`;
  }
  return html`<form class="moves" method="post" action="/browse/${subject.issueKey}/panel">
    <button name="module" value="${module.key}">${module.title}</button>
  </form>`;
}
