// The components of a project: as long as no streams are saved, one stream is offered for each.
import type { Named } from '../../../../../src/domain/rules';
import type { JiraCall } from './jira-call';

const PAGE = 50;

/** All of them by name. @throws {CallError} */
export async function readComponents(jira: JiraCall, projectId: string): Promise<Named[]> {
  const found: Named[] = [];
  for (;;) {
    const page = await jira('projectComponents', {
      params: { projectIdOrKey: projectId },
      query: { startAt: found.length, maxResults: PAGE, orderBy: 'name' },
    });
    found.push(...page.values.map(({ id, name }) => ({ id, name })));
    if (page.isLast !== false || page.values.length === 0) return found;
  }
}
