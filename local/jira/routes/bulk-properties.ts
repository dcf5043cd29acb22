// Bulk writes of issue properties. Source: Atlassian, REST v3, group "Issue properties".
import { z } from 'zod';
import { BULK_PROPERTIES } from '../constants';
import { notModelled, refuse, unauthenticated } from '../errors';
import { checkedKey, checkedValue } from '../property-value';
import { readBody } from '../reading';
import { num } from '../rows';
import { type Call, type Reply, type Route, WRITE, writing } from '../services';
import { EVERY, mayNotEdit, reachOf, submitTask, type TaskWork } from '../tasks';

const values = z
  .record(z.string(), z.unknown())
  .refine((all) => Object.keys(all).length <= BULK_PROPERTIES.keys, {
    message: `At most ${String(BULK_PROPERTIES.keys)} properties can be set.`,
  });
const setBody = z.strictObject({
  entitiesIds: z.array(z.int()).min(1).max(BULK_PROPERTIES.issues),
  properties: values,
});
const multiBody = z.strictObject({
  issues: z
    .array(z.strictObject({ issueID: z.int(), properties: values }))
    .min(1)
    .max(BULK_PROPERTIES.multiIssues),
});
const filter = {
  entityIds: z.array(z.int()).max(BULK_PROPERTIES.issues).optional(),
  currentValue: z.unknown().optional(),
};
const byFilterBody = z.strictObject({
  value: z.unknown().optional(),
  expression: z.string().optional(),
  filter: z.strictObject({ ...filter, hasProperty: z.boolean().optional() }).optional(),
});
const deleteBody = z.strictObject(filter);
type Filter = z.infer<typeof byFilterBody>['filter'];

export const bulkPropertyRoutes: Route[] = [
  writing('POST', '/issue/properties', WRITE, (call) => {
    const body = readBody(call, setBody);
    const set = { [EVERY]: texts(body.properties) };
    demandWritable(call, body.entitiesIds);
    return accept(call, 'Set properties', work(body.entitiesIds, set));
  }),
  writing('POST', '/issue/properties/multi', WRITE, (call) => {
    const { issues } = readBody(call, multiBody);
    const set = Object.fromEntries(
      issues.map((each) => [String(each.issueID), texts(each.properties)]),
    );
    const ids = issues.map((each) => each.issueID);
    return accept(call, 'Set properties by issue', { ...work(ids, set), together: false });
  }),
  writing('PUT', '/issue/properties/{propertyKey}', WRITE, (call) => {
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const body = readBody(call, byFilterBody);
    if (body.expression !== undefined) throw notModelled('a property value by expression');
    if (body.value === undefined) throw refuse(400, 'A value is required.');
    const text = checkedValue(JSON.stringify(body.value));
    const ids = matching(call, key, body.filter);
    return accept(call, `Set ${key}`, work(ids, { [EVERY]: { [key]: text } }));
  }),
  writing('DELETE', '/issue/properties/{propertyKey}', WRITE, (call) => {
    const key = checkedKey(call.params['propertyKey'] ?? '');
    const asked = call.body === '' ? {} : readBody(call, deleteBody);
    const ids = matching(call, key, { ...asked, hasProperty: true });
    return accept(call, `Delete ${key}`, { ...work(ids, {}), remove: [key] });
  }),
];

const work = (ids: readonly number[], set: TaskWork['set']): TaskWork => ({
  issueIds: [...new Set(ids)].map(String),
  set,
  remove: [],
  together: true,
});

/** @throws JiraError 400 when one of the issues can be found and may not be edited. */
function demandWritable(call: Call, ids: readonly number[]): void {
  for (const issue of call.store.issues(ids.map(String)).values()) {
    if (reachOf(call.viewer, issue) === 'readable') throw refuse(400, mayNotEdit(issue.key));
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
  const task = submitTask(call, call.viewer, call.lagMs, description, todo);
  const location = `${call.baseUrl}/rest/api/3/task/${task.id}`;
  return { status: 303, headers: { location } };
}

/** Without a filter: every issue that the caller sees and may edit. */
function matching(call: Call, key: string, wanted: Filter): number[] {
  const ids = wanted?.entityIds?.map(String) ?? allIds(call);
  const current = wanted && 'currentValue' in wanted ? wanted.currentValue : undefined;
  return [...call.store.issues(ids).values()]
    .filter((issue) => reachOf(call.viewer, issue) === 'writable')
    .map((issue) => Number(issue.id))
    .filter((id) => {
      const text = call.store.property(String(id), key);
      if (current !== undefined && text !== JSON.stringify(current)) return false;
      return wanted?.hasProperty === undefined || wanted.hasProperty === (text !== undefined);
    });
}

function allIds(call: Call): string[] {
  return call.db.all('SELECT id FROM jira_issue').map((row) => String(num(row, 'id')));
}
