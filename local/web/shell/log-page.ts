// What the app's functions did: invocations with what they printed, and events that wait.
import type { Host } from '../../host-parts';
import { html, type Html } from './html';
import type { Content } from './layout';
import { table } from './table';
import { secondText } from './times';

/** `/log` */
export function logPage(host: Host): Content {
  const { log } = host.functions;
  const records = log.newest().map(
    (record) =>
      html`<tr>
        <td>${secondText(record.started)}</td>
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
        <td>${secondText(due)}</td>
        <td>${retryCount}</td>
        <td><code>${JSON.stringify(body)}</code></td>
      </tr>`,
  );
  const outside = log.outside();
  const body = html`<h1>Log</h1>
    <h2>Waiting events</h2>
    ${table({
      columns: ['Queue', 'Due', 'Retries', 'Body'],
      rows: events,
      empty: html`<p class="subtle">The queue is empty.</p>`,
    })}
    ${
      outside.length > 0
        ? html`<h2>Printed while loading</h2>
            ${lines(outside)}`
        : null
    }
    <h2>Function runs</h2>
    ${table({
      columns: ['Started', 'Function', 'Module', 'Took', 'Said'],
      rows: records,
      empty: html`<p class="subtle">No function has run yet.</p>`,
    })}`;
  return { title: 'Log', body };
}

function lines(printed: readonly { level: string; text: string }[]): Html {
  if (printed.length === 0) return html``;
  return html`<pre>
${printed.map(({ level, text }) => `${level.padEnd(5)} ${text}`).join('\n')}</pre>`;
}
