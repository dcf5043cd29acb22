// Small schemas that several borders share.
import { z } from 'zod';
import { isDay, isTimeZone } from '../domain/days';
import { LINK_LIMIT } from './limits';
import { MESSAGES, withLimit } from '../domain/messages';

const SAY = MESSAGES.field;

/** `2026-11-21`, and a day that exists. */
export const day = z.string().refine(isDay, SAY.day);

export const timeZone = z.string().max(64).refine(isTimeZone, SAY.timeZone);

/** A required text, trimmed, of at most `max` characters. */
export const text = (max: number) =>
  z.string().trim().min(1, SAY.empty).max(max, withLimit(SAY.tooLong, max));

/** An optional text; an empty one counts as absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, withLimit(SAY.tooLong, max))
    .transform((value) => (value === '' ? undefined : value))
    .optional();

/** An https address, nothing else: `javascript:`, `data:` and plain http are refused. */
export const httpsLink = z
  .string()
  .trim()
  .max(LINK_LIMIT)
  .refine((value) => {
    try {
      return new URL(value).protocol === 'https:';
    } catch {
      return false;
    }
  }, SAY.https);

/** Jira's ids of issues, projects, types: digits. */
export const id = z.string().regex(/^[0-9]{1,19}$/, SAY.id);

export const goalId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, SAY.goalId);

export const finite = z.number(SAY.number).refine((value) => Math.abs(value) <= 1e15, SAY.tooLarge);
