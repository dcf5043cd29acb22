// Which fields a create or an edit may set.
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
  components: reference.setComponents,
  parent: reference.setParent,
  assignee: reference.setAssignee,
};
const ORDER = Object.keys(SETTERS);

/** Fields that an edit, or a screen, may set. */
export const SETTABLE: readonly string[] = ORDER;

export interface FieldChange extends Change {
  fieldId: string;
}

/** Jira's sentence for a field that is not on the screen; also for one that is not modelled. */
export const cannotBeSet = (fieldId: string): string =>
  `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;

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
      errors[fieldId] = cannotBeSet(fieldId);
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
