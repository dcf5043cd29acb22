// The parents whose answer may speak for their children.
import { and, is, oneOf } from '../../../../../src/domain/clause';
import type { ParentFacts } from '../../../../../src/domain/item';
import { parentFactsOf } from '../../../../../src/adapters/jira/items';
import { projectJql } from '../../../../../src/adapters/jira/jql';
import { PROPERTY_KEYS } from '../../../../../src/contract/properties';
import type { JiraCall } from './jira-call';
import { searchAll } from './search';

/** Answered, above the standard level. @throws {CallError} */
export async function readParents(
  jira: JiraCall,
  { projectId, zone, aboveTypeIds }: { projectId: string; zone: string; aboveTypeIds: string[] },
): Promise<ParentFacts[]> {
  if (aboveTypeIds.length === 0) return [];
  const parents = new Map<string, ParentFacts>();
  const search = {
    jql: projectJql(projectId, and(oneOf('type', aboveTypeIds), is('state', 'answered')), zone),
    fields: ['status'],
    properties: [PROPERTY_KEYS.answer, PROPERTY_KEYS.result],
  };
  await searchAll(jira, search, (issues) => {
    for (const issue of issues) parents.set(issue.id, parentFactsOf(issue));
  });
  return [...parents.values()];
}
