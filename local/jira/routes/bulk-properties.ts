// Bulk writes of issue properties. Source: Atlassian, REST v3, group "Issue properties".
import { z } from 'zod';
import { BULK_PROPERTIES } from '../constants';
import { refuse, unauthenticated } from '../errors';
import { checkedKey, checkedValue } from '../property-value';
import { readBody } from '../reading';
import { num } from '../rows';
import { type Call, type Reply, type Route, WRITE, writing } from '../services';
import { mayNotEdit, reachOf, submitTask, type TaskWork } from '../tasks';

const values = z
  .record(z.string(), z.unknown())
  .refine((all) => Object.keys(all).length <= BULK_PROPERTIES.keys, {
    message: `At most ${String(BULK_PROPERTIES.keys)} properties can be set.`,
  });
const setBody = z.strictObject({
  entitiesIds: z.array(z.int()).min(1).max(BULK_PROPERTIES.issues),
  properties: values,
});
const deleteBody = z.strictObject({
  entityIds: z.array(z.int()).max(BULK_PROPERTIES.issues).optional(),
  currentValue: z.unknown().optional(),
});
type Filter = z.infer<typeof deleteBody>;

export const bulkPropertyRoutes: Route[] = [
  writing('POST', '/issue/properties', WRITE, (call) => {
    const body = readBody(call, setBody);
    demandWritable(call, body.entitiesIds);
    const issueIds = [...new Set(body.entitiesIds)].map(String);
    return accept(call, 'Set properties', { issueIds, set: texts(body.properties), remove: [] });
  }),
  writing('DELETE', '/issue/properties/{propertyKey}', WRITE, (call) => {
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const issueIds = matching(call, key, readBody(call, deleteBody));
    return accept(call, `Delete ${key}`, { issueIds, set: {}, remove: [key] });
  }),
];

/** @throws JiraError 400 when one of the issues can be found and may not be edited. */
function demandWritable(call: Call, ids: readonly number[]): void {
  for (const issue of call.store.issues(ids.map(String)).values()) {
    if (reachOf(call, call.viewer, issue) === 'readable') throw refuse(400, mayNotEdit(issue.key));
  }
}

function texts(properties: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [
      checkedKey(key),
      checkedValue(JSON.stringify(value)),
    ]),
  );
}

function accept(call: Call, description: string, todo: TaskWork): Reply {
  if (call.viewer.anonymous) throw unauthenticated();
  const task = submitTask(call, call.viewer, description, todo);
  const location = `${call.baseUrl}/rest/api/3/task/${task.id}`;
  return { status: 303, headers: { location }, cost: { touched: todo.issueIds.length } };
}

/** Issues with the property that the caller sees and may edit; those of the filter, if there is one. */
function matching(call: Call, key: string, { entityIds, currentValue }: Filter): string[] {
  const ids = entityIds?.map(String) ?? allIds(call);
  return [...call.store.issues(ids).values()]
    .filter((issue) => reachOf(call, call.viewer, issue) === 'writable')
    .map(({ id }) => id)
    .filter((id) => {
      const text = call.store.property(id, key);
      if (currentValue !== undefined) return text === JSON.stringify(currentValue);
      return text !== undefined;
    });
}

function allIds(call: Call): string[] {
  return call.db.all('SELECT id FROM jira_issue').map((row) => String(num(row, 'id')));
}
