// Properties of one issue. Source: Atlassian, REST v3, group "Issue properties".
import { type JiraError, refuse, unauthenticated } from '../errors';
import { checkedKey, checkedValue, propertyNotFound } from '../property-value';
import { readIssue } from '../reading';
import { type Call, ok, READ, route, type Route, WRITE, writing } from '../services';
import { type IssueRecord } from '../store';
import { mayWriteProperties } from '../workflow/status-rules';

const PATH = '/issue/{issueIdOrKey}/properties/{propertyKey}';

/** @param refusal for who sees the issue and may not edit it */
function readEditable(call: Call, refusal: JiraError): IssueRecord {
  const issue = readIssue(call);
  if (call.viewer.anonymous) throw unauthenticated();
  if (!mayWriteProperties(call, call.viewer, issue)) throw refusal;
  return issue;
}

export const issuePropertyRoutes: Route[] = [
  route('GET', PATH, READ, (call) => {
    const key = call.params['propertyKey'] ?? '';
    const text = call.store.property(readIssue(call).id, key);
    if (text === undefined) throw propertyNotFound(key);
    return ok({ key, value: JSON.parse(text) as unknown }, { objects: 1 });
  }),
  writing('PUT', PATH, WRITE, (call) => {
    const issue = readEditable(call, refuse(403, 'You do not have permission to edit this issue.'));
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const isNew = call.store.property(issue.id, key) === undefined;
    // A property is no field: `updated` and the history stay as they are.
    call.store.setProperty(issue.id, key, checkedValue(call.body));
    call.index.touch(issue.id);
    return { status: isNew ? 201 : 200, json: {} };
  }),
  writing('DELETE', PATH, WRITE, (call) => {
    const key = call.params['propertyKey'] ?? '';
    // By the description the answer is the same as for a property that is gone.
    const issue = readEditable(call, propertyNotFound(key));
    if (!call.store.removeProperty(issue.id, key)) throw propertyNotFound(key);
    call.index.touch(issue.id);
    return { status: 204 };
  }),
];
