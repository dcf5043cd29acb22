// Places where pages of the app are framed. The frame itself is made by the shell's script, which
// has to listen before the page inside begins to talk.
import { isShown, type PropertyReader } from '../../forge/display-conditions';
import type { Manifest, UiModule, UiModuleType } from '../../manifest';
import type { Subject } from '../../forge/context';
import { propertyAnswer } from './answers';
import { html, type Html } from './html';
import { JiraRefusal, type JiraReader } from './jira-reader';

/** Modules of a type whose display conditions hold for this user and subject. */
export async function shownModules(
  manifest: Manifest,
  type: UiModuleType,
  read: PropertyReader,
): Promise<UiModule[]> {
  const shown: UiModule[] = [];
  for (const module of manifest.uiModules.filter((entry) => entry.type === type)) {
    if (await isShown(module.displayConditions, read)) shown.push(module);
  }
  return shown;
}

/** Reads properties over REST as the user. */
export function propertyReader(reader: JiraReader, subject: Subject): PropertyReader {
  return async (entity, key) => {
    const of = entity === 'issue' ? subject.issueKey : subject.projectKey;
    if (of === undefined) return undefined;
    const path = `/rest/api/3/${entity}/${encodeURIComponent(of)}/properties/${encodeURIComponent(key)}`;
    try {
      return (await reader.get(path, propertyAnswer)).value;
    } catch (error) {
      if (error instanceof JiraRefusal && error.status === 404) return undefined;
      throw error;
    }
  };
}

/**
 * The place of one frame. `base` is the address whose query and path follow the page's history,
 * `inputs` what a rule holds for the form of an action, as JSON.
 */
export function modulePlace(
  module: UiModule,
  subject: Subject,
  { base, inputs }: { base?: string; inputs?: string } = {},
): Html {
  return html`<div
    class="module"
    data-module="${module.key}"
    data-title="${module.title}"
    data-resource="${module.resource}"
    data-size="${module.viewportSize ?? 'auto'}"
    ${subject.issueKey ? html` data-issue="${subject.issueKey}"` : null}${subject.projectKey ? html` data-project="${subject.projectKey}"` : null}${base ? html` data-base="${base}"` : null}${inputs ? html` data-inputs="${inputs}"` : null}
  >
    <noscript>The pages of the app need JavaScript.</noscript>
  </div>`;
}

const LOZENGES = {
  default: 'neutral',
  inprogress: 'information',
  moved: 'warning',
  new: 'discovery',
  removed: 'danger',
  success: 'success',
} as const;

/** A collapsible section of the issue's right column; its frame starts when it is opened. */
export function contextSection(module: UiModule, subject: Subject): Html {
  const { status } = module;
  return html`<details class="context" data-context>
    <summary>
      <span class="context-title">${module.title}</span>
      <span class="subtle">${module.label ?? ''}</span>${
        status
          ? html` <span class="lozenge ${LOZENGES[status.value.type]}">${status.value.label}</span>`
          : null
      }
    </summary>
    ${modulePlace(module, subject)}
  </details>`;
}
