// Small schemas that several borders share.
import { z } from 'zod';
import { isDay, isTimeZone } from '../domain/days';
import { LINK_LIMIT } from './limits';

/** `2026-11-21`, and a day that exists. */
export const day = z
  .string()
  .refine(isDay, 'Give a day as year-month-day, for example 2026-12-31.');

export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'This time zone is not known, for example Europe/Berlin.');

/** A required text, trimmed, of at most `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'This must not be empty.')
    .max(max, `This is longer than ${max.toLocaleString('en-US')} characters.`);

/** An optional text; an empty one counts as absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `This is longer than ${max.toLocaleString('en-US')} characters.`)
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
  }, 'Give an address that starts with https://.');

/** Jira's ids of issues, projects, types: digits. */
export const id = z.string().regex(/^[0-9]{1,19}$/, 'This is not an id.');

export const goalId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'This is not the id of a goal.');

export const finite = z
  .number('Give a number.')
  .refine((value) => Math.abs(value) <= 1e15, 'This number is too large.');
