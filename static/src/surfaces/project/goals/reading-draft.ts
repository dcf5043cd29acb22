// A reading as it is being typed, and what stood before a reading that stands.
import type { GoalView, ReadingView } from '../../../../../src/contract/goals';
import type { Payload } from '../../../../../src/contract/procedures';
import { LINK_LIMIT, TEXT_LIMIT } from '../../../../../src/contract/limits';
import { isDay, type Day } from '../../../../../src/domain/days';
import type { Format } from '../../../format';
import { readings as text } from '../../../messages/project-goals';

export interface ReadingDraft {
  day: string;
  value: string;
  note: string;
  link: string;
}

export type ReadingErrors = Partial<Record<keyof ReadingDraft, string>>;

export const READING_FIELDS = ['day', 'value', 'note', 'link'] as const;

export const newDraft = (today: Day): ReadingDraft => ({
  day: today,
  value: '',
  note: '',
  link: '',
});

export const draftOf = (reading: ReadingView, format: Format): ReadingDraft => ({
  day: reading.day,
  value: format.typedNumber(reading.value),
  note: reading.note ?? '',
  link: reading.link ?? '',
});

/** The reading that is kept for a day, whether it stands or was taken back. */
export const keptOn = (goal: GoalView, day: Day): ReadingView | null =>
  [...goal.readings, ...goal.withdrawnReadings].find((one) => one.day === day) ?? null;

export type Checked =
  | { ok: true; reading: Pick<Payload<'reading.save'>, 'day' | 'value' | 'note' | 'link'> }
  | { ok: false; errors: ReadingErrors };

/** Note and link where they are too long. They are never cut: the words stay until they are shortened. */
export function longErrors({ note, link }: Pick<ReadingDraft, 'note' | 'link'>): ReadingErrors {
  return {
    ...(note.trim().length > TEXT_LIMIT && { note: text.missing.tooLong }),
    ...(link.trim().length > LINK_LIMIT && { link: text.missing.tooLong }),
  };
}

/** What is typed as a reading, or a sentence per field that is not one yet. */
export function checkDraft(draft: ReadingDraft, today: Day, format: Format): Checked {
  const { day, note, link } = draft;
  const value = format.parseNumber(draft.value);
  const errors: ReadingErrors = longErrors(draft);
  if (!isDay(day)) errors.day = text.missing.day;
  else if (day > today) errors.day = text.missing.future;
  if (value === null) errors.value = text.missing.value;
  if (value === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const reading = { day, value, note, ...(link.trim() ? { link } : {}) };
  return { ok: true, reading };
}

/** The values that stood before this one, oldest first; taking back changes no value. */
export const correctedFrom = ({ value, earlier }: ReadingView): number[] =>
  earlier
    .filter((one, index) => one.value !== (earlier[index + 1]?.value ?? value))
    .map((one) => one.value);

/** "corrected once: was 2.3 %"; null where the value never changed. */
export function correctedWords(reading: ReadingView, unit: string, format: Format): string | null {
  const values = correctedFrom(reading);
  if (values.length === 0) return null;
  return format.plural(text.corrected, values.length, {
    values: values.map((value) => format.amount(value, unit)).join(text.then),
  });
}
