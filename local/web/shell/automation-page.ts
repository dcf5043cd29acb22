// A rule with one action of the app, run by hand: the app's own form, its inputs as the manifest
// declares them, and the rule's audit log.
import type { ActionRun } from '../../forge/automation';
import type { Host } from '../../host-parts';
import type { SiteUser } from '../../jira/api';
import type { ActionModule } from '../../manifest';
import { html, type Html } from './html';
import type { Content } from './layout';
import { modulePlace } from './modules';
import { table } from './table';
import { secondText } from './times';

/** `/automation` */
export function automationPage({ manifest, forge }: Host, user: SiteUser): Content {
  const runs = forge.automation.log();
  const body = html`<h1>Automation</h1>
    <p>
      A rule with one action of the app. It runs as ${user.displayName}: the user of the top bar is
      the rule’s connection. Smart values are not resolved here: give what they would hold.
    </p>
    ${manifest.actions.map((action) => rule(manifest.uiModule(action.key), action, runs))}
    <h2>Audit log</h2>
    ${table({
      columns: ['Run', 'As', 'Action', 'Status', 'Says'],
      rows: runs.map(row),
      empty: html`<p class="subtle">No action has run yet.</p>`,
    })}`;
  return { title: 'Automation', body };
}

function rule(
  form: Parameters<typeof modulePlace>[0] | undefined,
  action: ActionModule,
  runs: readonly ActionRun[],
): Html {
  const last = runs.find((run) => run.action === action.key)?.inputs ?? {};
  return html`<section class="rule" data-rule="${action.key}" aria-label="${action.title}">
    <h2>${action.title}</h2>
    <p class="subtle">${action.description}</p>
    ${
      form
        ? html`<h3>The app’s form</h3>
            ${modulePlace(form, {}, { inputs: JSON.stringify(last) })}
            <p><button type="button" data-next>Next</button></p>`
        : null
    }
    <h3>Inputs of the rule</h3>
    <form method="post" action="/__host/automation">
      <input type="hidden" name="action" value="${action.key}" />
      ${Object.entries(action.inputs).map(([name, { title, type, required, description }]) => {
        const id = `input-${action.key}-${name}`;
        return html`<p>
          <label for="${id}">${title}${required ? null : html` (optional)`}</label><br />
          <input
            id="${id}"
            name="input.${name}"
            value="${String(last[name] ?? '')}"
            aria-describedby="${id}-help"
          />
          <span class="subtle" id="${id}-help">${description ?? ''} · ${type}</span>
        </p>`;
      })}
      <p data-said role="status"></p>
      <button class="primary">Run the rule</button>
    </form>
  </section>`;
}

const row = ({ at, user, action, status, errors, outputs }: ActionRun): Html =>
  html`<tr>
    <td>${secondText(at)}</td>
    <td>${user}</td>
    <td>${action}</td>
    <td><span class="lozenge ${status === 'success' ? 'success' : 'danger'}">${status}</span></td>
    <td>
      ${
        errors.length > 0
          ? errors.map((sentence) => html`<p>${sentence}</p>`)
          : html`<code>${JSON.stringify(outputs)}</code>`
      }
    </td>
  </tr>`;
