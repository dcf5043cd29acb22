// Which fields a create or an edit may set, and the `add`, `remove`, `set` of `update`.
import { z } from 'zod';
import { ESTIMATE_FIELD } from '../constants';
import { refuseFields } from '../errors';
import { type Call } from '../services';
import { type Change, type Draft, FieldError, type SetField } from './draft';
import * as reference from './reference-fields';
import * as text from './text-fields';

const SETTERS: Readonly<Record<string, SetField>> = {
  // The type goes first: what a parent may be depends on it.
  issuetype: reference.setIssueType,
  summary: text.setSummary,
  description: text.setDescription,
  duedate: text.setDueDate,
  labels: text.setLabels,
  [ESTIMATE_FIELD]: text.setEstimate,
  priority: reference.setPriority,
  components: reference.setComponents,
  fixVersions: reference.setFixVersions,
  parent: reference.setParent,
  assignee: reference.setAssignee,
  reporter: reference.setReporter,
};
const ORDER = Object.keys(SETTERS);

export interface FieldChange extends Change {
  fieldId: string;
}

/**
 * Sets the given fields on a draft.
 *
 * @throws JiraError 400 that names every field with its problem.
 */
export function setFields(
  call: Call,
  draft: Draft,
  values: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const errors: Record<string, string> = {};
  const changes: FieldChange[] = [];
  for (const fieldId of Object.keys(values)) {
    if (!ORDER.includes(fieldId)) {
      errors[fieldId] =
        `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
    }
  }
  for (const fieldId of ORDER.filter((id) => Object.hasOwn(values, id))) {
    try {
      const changed = SETTERS[fieldId]?.(call, draft, values[fieldId]);
      if (changed && (changed.from !== changed.to || changed.fromString !== changed.toString)) {
        changes.push({ fieldId, ...changed });
      }
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      errors[fieldId] = error.message;
    }
  }
  if (Object.keys(errors).length > 0) throw refuseFields(errors);
  return changes;
}

export const updateSchema = z.record(
  z.string(),
  z.array(
    z.strictObject({
      set: z.unknown().optional(),
      add: z.unknown().optional(),
      remove: z.unknown().optional(),
    }),
  ),
);
export type Update = z.infer<typeof updateSchema>;

/** The values that `update` leads to, from those of the draft. @throws JiraError 400 */
export function valuesOfUpdate(draft: Draft, update: Update): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(update).map(([fieldId, operations]) => {
      let value = currentList(draft, fieldId);
      for (const operation of operations) {
        if ('set' in operation) {
          value = operation.set;
        } else if (!Array.isArray(value)) {
          throw refuseFields({ [fieldId]: `Only 'set' is supported for the field '${fieldId}'.` });
        } else if ('add' in operation) {
          value = [...(value as unknown[]), operation.add];
        } else {
          value = (value as unknown[]).filter((one) => !matches(one, operation.remove));
        }
      }
      return [fieldId, value];
    }),
  );
}

function currentList({ issue, project }: Draft, fieldId: string): unknown {
  switch (fieldId) {
    case 'labels':
      return issue.labels;
    case 'components':
      return project.components.filter((one) => issue.componentIds.includes(one.id));
    case 'fixVersions':
      return issue.fixVersionNames.map((name) => ({ name }));
    default:
      return undefined;
  }
}

function matches(one: unknown, wanted: unknown): boolean {
  if (typeof one !== 'object' || typeof wanted !== 'object') return one === wanted;
  const given = Object.entries(wanted ?? {});
  return given.every(([key, value]) => (one as Record<string, unknown>)[key] === value);
}
