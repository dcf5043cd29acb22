// The refusal of a save that would overwrite what its author has not seen.
import { fingerprint } from '../contract/fingerprint';
import type { AnswerConflict } from '../contract/procedures';
import { readAnswer, writeAnswer } from '../contract/properties';
import { AppError } from '../domain/errors';
import { MESSAGES } from '../domain/messages';
import type { AnswerRevision } from '../ports';

function foundIn(value: unknown): AnswerConflict['found'] {
  const read = readAnswer(value);
  switch (read.kind) {
    case 'none':
      return { kind: 'none' };
    case 'value':
      return { kind: 'value', answer: writeAnswer(read.value) };
    case 'newer':
    case 'unreadable':
      return { kind: read.kind, raw: value };
  }
}

/** @param value the property as it is @param last the revision in storage, to name who saved it */
export function answerConflict(value: unknown, last: AnswerRevision | null): AppError {
  const seen = fingerprint(value);
  const details: AnswerConflict = { seen, found: foundIn(value) };
  const known = last !== null && last.by !== '' && last.hash === seen;
  return new AppError('conflict', MESSAGES.answer.changed, {
    details: known ? { ...details, by: last.by, at: last.at } : details,
  });
}
