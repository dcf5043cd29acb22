// What a transition may set besides the status: the fields of its screen, and a comment. Source:
// Atlassian, REST v3, "Transition issue".
import { z } from 'zod';
import { documentSchema } from '../comment';
import { notModelled, refuse, refuseFields } from '../errors';
import { type Call } from '../services';
import { ISSUE_FIELDS } from '../shapes/fields';
import { fieldsJson } from '../shapes/issue';
import { type IssueRecord } from '../store';
import { type OpenTransition } from '../workflow/open-transitions';
import { cannotBeSet } from './fields';

/** The body of `POST issue/{issueIdOrKey}/transitions`; unknown members are refused. */
export const transitionBody = z.strictObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z.record(z.string(), z.array(z.unknown())).default({}),
  historyMetadata: z.unknown().optional(),
});
export type TransitionBody = z.infer<typeof transitionBody>;

const addedComment = z.strictObject({ add: z.strictObject({ body: documentSchema }) });

/**
 * Refuses what the screen of a transition does not hold, and a required field that stays empty.
 *
 * @throws JiraError 400 that names every field with its problem
 */
export function checkScreen(
  call: Call,
  issue: IssueRecord,
  transition: OpenTransition,
  { fields, update }: TransitionBody,
): void {
  const onScreen = call.screens.of(transition.rules)?.fields ?? [];
  const updated = Object.keys(update).filter((id) => id !== 'comment');
  const errors: Record<string, string> = {};
  for (const id of [...Object.keys(fields), ...updated]) {
    if (!onScreen.some((field) => field.id === id)) errors[id] = cannotBeSet(id);
    else if (id in fields && id in update) {
      errors[id] = `Field '${id}' cannot appear in both 'fields' and 'update'`;
    }
  }
  for (const { id, required = false } of onScreen) {
    const value = id in fields ? fields[id] : fieldsJson(call, issue, [id])[id];
    if (required && isEmpty(value)) errors[id] ??= `${nameOf(id)} is required.`;
  }
  if (Object.keys(errors).length > 0) throw refuseFields(errors);
  if (updated.length > 0) throw notModelled('update of fields in a transition', 400);
}

/** The comments to add; a transition without a screen loses them without a word, as on a site. */
export function commentsToAdd(
  call: Call,
  transition: OpenTransition,
  { update }: TransitionBody,
): unknown[] {
  const comments = z.array(addedComment).safeParse(update['comment'] ?? []);
  if (!comments.success) throw refuse(400, z.prettifyError(comments.error));
  const shown = call.screens.of(transition.rules) !== undefined;
  return shown ? comments.data.map(({ add }) => add.body) : [];
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

const nameOf = (id: string): string => ISSUE_FIELDS.find((field) => field.id === id)?.name ?? id;
