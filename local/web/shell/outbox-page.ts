// Emails that the site would have sent, for whom, and with what in them.
import type { Host } from '../../host-parts';
import { html, type Html } from './html';
import type { Content } from './layout';
import { table } from './table';
import { minuteText } from './times';

/** A line, which is an address or words. */
const line = (text: string): Html =>
  /^https?:\/\/\S+$/.test(text)
    ? html`<div><a href="${text}">${text}</a></div>`
    : html`<div>${text}</div>`;

/** `/outbox` */
export function outboxPage({ jira }: Host): Content {
  const names = new Map(jira.site.users().map((user) => [user.accountId, user.displayName]));
  const rows = jira.outbox().map(
    ({ at, issueKey, toAccountIds, subject, text }) =>
      html`<tr>
        <td>${minuteText(at)}</td>
        <td>${toAccountIds.map((one) => names.get(one) ?? one).join(', ')}</td>
        <td><a href="/browse/${issueKey}">${issueKey}</a></td>
        <td>
          <strong>${subject}</strong>
          ${text.split('\n').map(line)}
        </td>
      </tr>`,
  );
  const body = html`<h1>Outbox</h1>
    <p class="subtle">Emails that Jira would have sent. Nothing leaves this computer.</p>
    ${table({
      columns: ['Sent', 'To', 'About', 'Says'],
      rows,
      empty: html`<p class="subtle">No email yet.</p>`,
    })}`;
  return { title: 'Outbox', body };
}
