// Small schemas that several borders share.
import { z } from 'zod';
import { isDay, isTimeZone } from '../domain/days';
import { isHttpsAddress } from '../domain/link';
import { CURSOR_LIMIT, LINK_LIMIT } from './limits';
import { MESSAGES, withLimit } from '../domain/messages';

/**
 * What a schema says of a field. It is read when something is refused, because a page lays its reader's
 * language over the sentences, maybe after the schemas are made.
 * @param limit fills `{limit}`
 */
export const said = (key: keyof typeof MESSAGES.field, limit = 0) => ({
  error: () => withLimit(MESSAGES.field[key], limit),
});

/** `2026-11-21`, and a day that exists. */
export const day = z.string().refine(isDay, said('day'));

export const timeZone = z.string().max(64).refine(isTimeZone, said('timeZone'));

/** A required text, trimmed, of at most `max` characters. */
export const text = (max: number) =>
  z.string().trim().min(1, said('empty')).max(max, said('tooLong', max));

/** An optional text; an empty one counts as absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, said('tooLong', max))
    .transform((value) => (value === '' ? undefined : value))
    .optional();

/** An https address, nothing else: `javascript:`, `data:` and plain http are refused. */
export const httpsLink = z.string().trim().max(LINK_LIMIT).refine(isHttpsAddress, said('https'));

/**
 * Jira's ids of issues, projects, types: digits. Jira also finds them with zeros in front; taken here,
 * those would be other keys of storage for the same thing.
 */
export const id = z.string().regex(/^(0|[1-9][0-9]{0,18})$/, said('id'));

export const goalId = z.string().regex(/^[A-Za-z0-9-]{1,64}$/, said('goalId'));

/** How many there are, or a revision; 0 for nothing. */
export const count = z.number().int().min(0);

/** Where a list goes on. */
export const cursor = z.string().max(CURSOR_LIMIT);

/** Fingerprint of a value that a page saw; null when there was none. */
export const seen = z.string().max(64).nullable();

/** What a later version of the app has written. */
export const newer = z.object({ v: z.number().int().min(2) });

export const finite = z
  .number(said('number'))
  .refine((value) => Math.abs(value) <= 1e15, said('tooLarge'));

/** Atlassian's id of a person; empty where the app did something by itself. */
export const accountId = z.string().max(128);
