// Messages to people, as the app: Jira's own notification, or a comment that mentions them.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-notify-post
import type { Letter, LetterLine } from '../../domain/letter';
import type { Post } from '../../ports/notices';
import type { JiraClient } from './client';
import { hidden } from './errors';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

const asText = ({ subject, lines }: Letter): string =>
  [subject, ...lines.map(({ words, href }) => `${words}\n${href}`)].join('\n\n');

const asHtml = ({ subject, lines }: Letter): string =>
  [
    `<p>${escaped(subject)}</p>`,
    ...lines.map(({ words, href }) => `<p><a href="${escaped(href)}">${escaped(words)}</a></p>`),
  ].join('');

const linked = ({ words, href }: LetterLine) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }],
});

/** https://developer.atlassian.com/cloud/jira/platform/apis/document/nodes/mention/ */
const asDocument = (to: string, { subject, lines }: Letter) => ({
  type: 'doc',
  version: 1,
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: to } },
        { type: 'text', text: ` ${subject}` },
      ],
    },
    ...lines.map(linked),
  ],
});

/**
 * Customers of a service project do not see such a comment; elsewhere it changes nothing. A field
 * report: https://github.com/jenkinsci/jira-plugin/issues/375
 */
const INTERNAL = [{ key: 'sd.public.comment', value: { internal: true } }];

/** Kinds of projects as addresses call them, where they differ. */
const KINDS: Record<string, string> = { business: 'core', service_desk: 'servicedesk' };

/** @param appPath the app's own part of its pages' addresses */
export function jiraPost(jira: JiraClient, { appPath }: { appPath: () => string }): Post {
  return {
    // https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-project-page/
    async pageOf(projectId) {
      const params = { projectIdOrKey: projectId };
      const { key, projectTypeKey: kind = 'software' } = await jira.call('project', {
        as: 'app',
        params,
      });
      const { baseUrl } = await jira.call('serverInfo', { as: 'app' });
      const path = `/jira/${encodeURIComponent(KINDS[kind] ?? kind)}/projects/${encodeURIComponent(key)}/apps/${appPath()}`;
      return { key, address: `${baseUrl.replace(/\/+$/, '')}${path}` };
    },
    async seen(itemIds, accountId) {
      const body = { issueIdsOrKeys: [...itemIds], fields: ['project'] };
      const { issues } = await jira.call('bulkFetch', { as: 'app', body });
      const found = new Set<string>();
      for (const { id, key } of issues) {
        const query = { accountId, issueKey: key };
        // It may be gone since it was fetched.
        const users = await jira.call('whoMayBrowse', { as: 'app', query }).catch(hidden);
        if (users?.some((user) => user.accountId === accountId && user.active !== false))
          found.add(id);
      }
      return found;
    },
    async notify(itemId, to, letter) {
      await jira.send('notify', {
        as: 'app',
        params: { issueIdOrKey: itemId },
        body: {
          subject: letter.subject,
          textBody: asText(letter),
          htmlBody: asHtml(letter),
          to: { users: [{ accountId: to }] },
          // Whoever does not see the item is not written to.
          restrict: { permissions: [{ key: 'BROWSE_PROJECTS' }] },
        },
      });
    },
    async comment(itemId, to, letter) {
      await jira.send('addComment', {
        as: 'app',
        params: { issueIdOrKey: itemId },
        body: { body: asDocument(to, letter), properties: INTERNAL },
      });
    },
  };
}
