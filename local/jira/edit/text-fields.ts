import { z } from 'zod';
import { SUMMARY_MAX, TEXT_MAX } from '../constants';
import { plainText } from '../document';
import { documentSchema, tooLong } from '../comment';
import { change, FieldError, type SetField, textChange } from './draft';

/** One line, trimmed, not empty, of at most `SUMMARY_MAX` characters. */
export const setSummary: SetField = (_call, draft, value) => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') throw new FieldError('You must specify a summary of the issue.');
  if (text.length > SUMMARY_MAX) {
    throw new FieldError(`Summary must be less than ${String(SUMMARY_MAX)} characters.`);
  }
  if (/[\r\n]/.test(text)) {
    throw new FieldError('The summary is invalid because it contains newline characters.');
  }
  const before = draft.issue.summary;
  draft.issue.summary = text;
  return textChange(before, text);
};

/** An Atlassian document with at most `TEXT_MAX` characters of text, or null. */
export const setDescription: SetField = (_call, draft, value) => {
  if (value !== null && !documentSchema.safeParse(value).success) {
    throw new FieldError(
      'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
    );
  }
  const text = plainText(value);
  if (text.length > TEXT_MAX) throw new FieldError(tooLong());
  const before = plainText(draft.description);
  draft.description = value;
  return textChange(before, text);
};

/** `yyyy-MM-dd`, or null. */
export const setDueDate: SetField = (_call, draft, value) => {
  if (value !== null && !z.iso.date().safeParse(value).success) {
    throw new FieldError('Error parsing date string: expected yyyy-MM-dd.');
  }
  const before = draft.issue.dueDate;
  draft.issue.dueDate = typeof value === 'string' ? value : null;
  return change(before, before, draft.issue.dueDate, draft.issue.dueDate);
};

/** A list of texts without spaces in the place of all there were; null for none. */
export const setLabels: SetField = (_call, draft, value) => {
  const labels = z.array(z.string()).safeParse(value ?? []);
  if (!labels.success) throw new FieldError('The labels must be a list of texts.');
  const bad = labels.data.find((label) => /\s/.test(label) || label === '' || label.length > 255);
  if (bad !== undefined) throw new FieldError(`The label '${bad}' can't contain spaces.`);
  const before = draft.issue.labels.join(' ');
  draft.issue.labels = [...new Set(labels.data)];
  return textChange(before, draft.issue.labels.join(' '));
};

/** Story points, any finite number; null for none. */
export const setEstimate: SetField = (_call, draft, value) => {
  if (value !== null && (typeof value !== 'number' || !Number.isFinite(value))) {
    throw new FieldError('Operation value must be a number');
  }
  const before = draft.issue.estimate;
  draft.issue.estimate = value;
  const text = (number: number | null) => (number === null ? null : String(number));
  return textChange(text(before), text(value));
};
