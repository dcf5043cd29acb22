// What stands in an issue's fields. The description calls them any object, and yet has a component for
// nearly each of them: here is which. Moments and days have no component, so their documented form stands
// here itself. Beside that, members that the app cannot do without.

type Schema = Record<string, unknown>;

const of = (component: string, ...required: string[]): Schema => ({
  allOf: [{ $ref: `#/components/schemas/${component}` }],
  required,
});
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
const listOf = (items: Schema): Schema => ({ type: 'array', items });
const like = (pattern: RegExp): Schema => ({ type: 'string', pattern: pattern.source });

/** An offset without a colon, and milliseconds always: `2026-11-02T09:00:00.000+0000`. */
const MOMENT = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/);
const DAY = like(/^\d{4}-\d\d-\d\d$/);

const person = orNull(of('UserDetails', 'accountId'));
const otherIssue = of('LinkedIssue', 'id', 'key');

const FIELDS: Record<string, Schema> = {
  summary: { type: 'string' },
  description: orNull({ type: 'object', required: ['type', 'version', 'content'] }),
  issuetype: of('IssueTypeDetails', 'id', 'name', 'hierarchyLevel'),
  project: of('Project', 'id', 'key'),
  status: {
    ...of('StatusDetails', 'id', 'name', 'statusCategory'),
    properties: { statusCategory: of('StatusCategory', 'key') },
  },
  statusCategory: of('StatusCategory', 'key'),
  priority: orNull(of('Priority', 'id', 'name')),
  resolution: orNull(of('Resolution', 'id', 'name')),
  created: MOMENT,
  updated: MOMENT,
  resolutiondate: orNull(MOMENT),
  statuscategorychangedate: orNull(MOMENT),
  duedate: orNull(DAY),
  labels: listOf({ type: 'string' }),
  components: listOf(of('ProjectComponent', 'id', 'name')),
  fixVersions: listOf(of('Version', 'id', 'name')),
  reporter: person,
  creator: person,
  assignee: person,
  parent: otherIssue,
  subtasks: listOf(otherIssue),
  issuelinks: listOf({
    ...of('IssueLink', 'type'),
    anyOf: [{ required: ['inwardIssue'] }, { required: ['outwardIssue'] }],
  }),
  comment: of('PageOfComments', 'comments'),
};

/** Components that the fields are made of. */
export const COMPONENTS = [
  ...new Set([...JSON.stringify(FIELDS).matchAll(/schemas\/(\w+)/g)].map(([, name = '']) => name)),
];

/** The same components, in which an issue's fields are what they have to be. */
export function withContents(schemas: Readonly<Record<string, unknown>>): typeof schemas {
  const issue = schemas['IssueBean'] as { properties?: Schema } | undefined;
  if (!issue) return schemas;
  const fields = { type: 'object', properties: FIELDS, additionalProperties: {} };
  return { ...schemas, IssueBean: { ...issue, properties: { ...issue.properties, fields } } };
}
