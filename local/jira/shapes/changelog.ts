import { type SiteChange } from '../api';
import { type Call } from '../services';
import { jiraDate } from '../zones';
import { userJson } from './people';

/** A `Changelog` of REST v3; its moment has the offset of the caller's zone. */
export function changeJson(call: Call, change: SiteChange): Record<string, unknown> {
  return {
    id: change.id,
    ...(change.authorAccountId === null ? {} : { author: userJson(call, change.authorAccountId) }),
    created: jiraDate(change.created, call.viewer.zone),
    items: change.items.map((item) => ({
      field: item.field,
      fieldtype: 'jira',
      fieldId: item.fieldId,
      from: item.from,
      fromString: item.fromString,
      to: item.to,
      toString: item.toString,
    })),
  };
}

/** `expand=changelog`: the newest change first. */
export function changelogJson(call: Call, issueId: string): unknown {
  const histories = call.store
    .changes(issueId)
    .reverse()
    .map((change) => changeJson(call, change));
  return { startAt: 0, maxResults: histories.length, total: histories.length, histories };
}
