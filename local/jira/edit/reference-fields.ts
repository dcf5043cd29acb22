import { z } from 'zod';
import { type Call } from '../services';
import { change, FieldError, type Draft, type SetField } from './draft';

const referenceSchema = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  key: z.string().optional(),
  name: z.string().optional(),
  accountId: z.string().nullish(),
});

interface Candidate {
  id: string;
  name: string;
}

function readReference(value: unknown, what: string): z.infer<typeof referenceSchema> {
  const reference = referenceSchema.safeParse(value);
  if (!reference.success) throw new FieldError(`Specify a valid '${what}' as {"id": …}.`);
  return reference.data;
}

/** The candidate that `{id}` or `{name}` means. */
export function pick<T extends Candidate>(all: readonly T[], value: unknown, what: string): T {
  const { id, name } = readReference(value, what);
  const found = all.find((one) => (id === undefined ? one.name === name : one.id === id));
  if (!found) throw new FieldError(`Specify a valid ${what}.`);
  return found;
}

function pickMany<T extends Candidate>(all: readonly T[], value: unknown, what: string): T[] {
  if (!Array.isArray(value ?? [])) throw new FieldError(`The ${what} must be a list.`);
  return z
    .array(z.unknown())
    .parse(value ?? [])
    .map((each) => pick(all, each, what));
}

/** `{id}` or `{name}` of a type of the project. */
export const setIssueType: SetField = (call, draft, value) => {
  const type = pick(draft.project.issueTypes, value, 'issue type');
  const before = call.catalog.issueType(draft.issue.typeId);
  draft.issue.typeId = type.id;
  return change(before?.id ?? null, before?.name ?? null, type.id, type.name);
};

/** A list of `{id}` or `{name}` in the place of all there were; null for none. */
export const setComponents: SetField = (_call, draft, value) => {
  const all = draft.project.components;
  const names = (ids: readonly string[]) =>
    all.filter((one) => ids.includes(one.id)).map((one) => one.name);
  const before = draft.issue.componentIds;
  draft.issue.componentIds = pickMany(all, value, 'component').map((one) => one.id);
  const after = draft.issue.componentIds;
  return change(before.join(','), names(before).join(','), after.join(','), names(after).join(','));
};

/** `{id}` or `{key}` of an issue one level above that the caller sees; null for none. */
export const setParent: SetField = (call, draft, value) => {
  const before = draft.issue.parentId === null ? undefined : call.store.issue(draft.issue.parentId);
  const after = value === null ? undefined : readParent(call, draft, value);
  draft.issue.parentId = after?.id ?? null;
  return change(before?.id ?? null, before?.key ?? null, after?.id ?? null, after?.key ?? null);
};

function readParent(call: Call, draft: Draft, value: unknown) {
  const { id, key } = readReference(value, 'parent');
  const parent = id === undefined ? call.store.issueByKey(key ?? '') : call.store.issue(id);
  if (!parent || !call.viewer.seesIssue(parent)) {
    throw new FieldError('Could not find issue by id or key.');
  }
  const { levelOf } = call.catalog;
  if (levelOf(parent.typeId) !== levelOf(draft.issue.typeId) + 1) {
    throw new FieldError('Given parent work item does not belong to appropriate hierarchy.');
  }
  return parent;
}

/** `{accountId}` or `{id}` of any user of the site; null for nobody. */
export const setAssignee: SetField = (call, draft, value) => {
  const reference = value === null ? undefined : readReference(value, 'assignee');
  const accountId = reference?.accountId ?? reference?.id ?? null;
  const user = accountId === null ? undefined : call.catalog.user(accountId);
  if (accountId !== null && !user) throw new FieldError('The assignee specified is not a user.');
  const before = draft.issue.assigneeAccountId;
  const name = call.catalog.user(before ?? '')?.displayName ?? null;
  draft.issue.assigneeAccountId = accountId;
  return change(before, name, accountId, user?.displayName ?? null);
};
