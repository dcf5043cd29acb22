// The panel on a small site, for its tests.
import { beforeEach } from '@jest/globals';
import { ItemPage } from '../../../static/src/surfaces/item/item-page';
import { answerJira, answerProcedures, show, type Handlers } from '../support/app';
import type { JiraIssue } from '../../../src/adapters/jira/endpoints';
import { anIssue, NOW, openItem } from '../support/shop';

const now = () => NOW;

// What one test typed is not there for the next.
beforeEach(() => localStorage.clear());

/** Draws the panel of item 10001; `issues` are read by id, `found` is what any search finds. */
export function showItem(
  issues: readonly JiraIssue[] = [anIssue()],
  handlers: Handlers = {},
  { narrow = false, found = [] as readonly JiraIssue[] } = {},
) {
  answerProcedures({
    'item.open': () => openItem(),
    'draft.save': () => ({ at: NOW }),
    'draft.discard': () => ({}),
    ...handlers,
  });
  answerJira((url) => {
    if (url.pathname === '/rest/api/3/search/jql') return { body: { issues: [...found] } };
    if (url.pathname === '/rest/api/3/user/bulk')
      return { body: { values: [{ accountId: 'u2', displayName: 'Petra Owner' }] } };
    const id = url.pathname.split('/').at(-1);
    const body = issues.find((issue) => issue.id === id);
    return body ? { body } : null;
  });
  return show(<ItemPage itemId="10001" account="acc-1" narrow={narrow} now={now} />);
}
