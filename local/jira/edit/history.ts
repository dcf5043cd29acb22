import { type Call } from '../services';
import { ISSUE_FIELDS } from '../shapes/fields';
import { type FieldChange } from './fields';

/** Writes one entry of an issue's history, in Jira's names of fields. */
export function recordHistory(
  call: Call,
  issueId: string,
  at: number,
  changes: readonly FieldChange[],
): void {
  if (changes.length === 0) return;
  call.store.addChange(issueId, {
    id: String(call.store.next('change', 10_000)),
    created: at,
    authorAccountId: call.viewer.accountId,
    items: changes.map(({ fieldId, ...change }) => ({
      field: historyName(fieldId),
      fieldId,
      ...change,
    })),
  });
}

/** Jira's history uses old names for some fields. */
function historyName(fieldId: string): string {
  const old: Record<string, string> = {
    components: 'Component',
    issuelinks: 'Link',
    parent: 'IssueParentAssociation',
  };
  const custom = ISSUE_FIELDS.find((field) => field.id === fieldId && /^custom/.test(fieldId));
  return old[fieldId] ?? custom?.name ?? fieldId;
}
