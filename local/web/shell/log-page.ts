// What the app's functions did: invocations with what they printed, and events that wait.
import type { Host } from '../../host-parts';
import { html, type Html } from './html';
import type { Content } from './layout';

const time = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');

/** `/log` */
export function logPage(host: Host): Content {
  const { log } = host.functions;
  const records = log.newest().map(
    (record) =>
      html`<tr>
        <td>${time(record.started)}</td>
        <td>${record.functionKey}</td>
        <td>${record.moduleKey}</td>
        <td>${record.took === null ? 'running' : `${Math.round(record.took)} ms`}</td>
        <td>
          ${record.error ? html`<span class="lozenge danger">Failed</span> ${record.error}` : null}${lines(record.lines)}
        </td>
      </tr>`,
  );
  const events = host.queue.waiting().map(
    ({ queueName, due, retryCount, body }) =>
      html`<tr>
        <td>${queueName}</td>
        <td>${time(due)}</td>
        <td>${retryCount}</td>
        <td><code>${JSON.stringify(body)}</code></td>
      </tr>`,
  );
  const outside = log.outside();
  const body = html`<h1>Log</h1>
    <h2>Waiting events</h2>
    ${
      events.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">Queue</th>
                <th scope="col">Due</th>
                <th scope="col">Retries</th>
                <th scope="col">Body</th>
              </tr>
            </thead>
            <tbody>
              ${events}
            </tbody>
          </table>`
        : html`<p class="subtle">The queue is empty.</p>`
    }
    ${
      outside.length > 0
        ? html`<h2>Printed while loading</h2>
            ${lines(outside)}`
        : null
    }
    <h2>Function runs</h2>
    ${
      records.length > 0
        ? html`<table>
            <thead>
              <tr>
                <th scope="col">Started</th>
                <th scope="col">Function</th>
                <th scope="col">Module</th>
                <th scope="col">Took</th>
                <th scope="col">Said</th>
              </tr>
            </thead>
            <tbody>
              ${records}
            </tbody>
          </table>`
        : html`<p class="subtle">No function has run yet.</p>`
    }`;
  return { title: 'Log', body };
}

function lines(printed: readonly { level: string; text: string }[]): Html {
  if (printed.length === 0) return html``;
  return html`<pre>
${printed.map(({ level, text }) => `${level.padEnd(5)} ${text}`).join('\n')}</pre>`;
}
