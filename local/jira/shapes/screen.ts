// `transitions.fields`: what may be set on the screen of a transition. Source: Atlassian, REST v3,
// "Get transitions". The comment is on every screen and in no list.
import { type Call } from '../services';
import { type IssueRecord } from '../store';
import { type OpenTransition } from '../workflow/open-transitions';
import { fieldSchema, ISSUE_FIELDS } from './fields';
import { namedJson } from './site';

const LISTS = ['add', 'set', 'remove'];

/** `FieldMetadata` by field id; none for a transition without a screen. */
export function screenFieldsJson(
  call: Call,
  issue: IssueRecord,
  transition: OpenTransition,
): Record<string, unknown> {
  const fields = call.screens.of(transition.rules)?.fields ?? [];
  return Object.fromEntries(
    fields.flatMap(({ id, required = false }) => {
      const field = ISSUE_FIELDS.find((one) => one.id === id);
      if (!field) return [];
      const allowedValues = allowed(call, issue, id);
      const shown = {
        required,
        schema: fieldSchema(field),
        name: field.name,
        key: id,
        hasDefaultValue: false,
        operations: field.type === 'array' ? LISTS : ['set'],
        ...(allowedValues ? { allowedValues } : {}),
      };
      return [[id, shown]];
    }),
  );
}

function allowed(call: Call, issue: IssueRecord, fieldId: string): unknown[] | undefined {
  if (fieldId === 'resolution') {
    return call.catalog.resolutions().map((one) => namedJson(call, 'resolution', one));
  }
  if (fieldId !== 'components') return undefined;
  const project = call.catalog.project(issue.projectId);
  return (project?.components ?? []).map((one) => namedJson(call, 'component', one));
}
