import { type SiteProject } from '../api';
import { type Call } from '../services';
import { type IssueRecord } from '../store';

/** An issue while it is being edited. */
export interface Draft {
  issue: IssueRecord;
  description: unknown;
  project: SiteProject;
}

/** One line of the history: ids, and names beside them. */
export interface Change {
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

/** Sets one field. Answers what changed. @throws FieldError when the value does not fit. */
export type SetField = (call: Call, draft: Draft, value: unknown) => Change;

/** Refusal of one field's value; the message stands beside the field. */
export class FieldError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FieldError';
  }
}

/** A change of a reference: ids, with the names that the history shows beside them. */
export const change = (
  from: string | null,
  fromString: string | null,
  to: string | null,
  toText: string | null,
): Change => ({ from, fromString, to, toString: toText });

/** A change of plain text, which has no ids. */
export const textChange = (from: string | null, to: string | null): Change =>
  change(null, from, null, to);
