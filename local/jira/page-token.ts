// The opaque token between pages of a search: bound to query and caller, good for seven days.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { TOKEN_LIFE_MS } from './constants';
import { refuse } from './errors';
import { type Cursor } from './jql/search';

const tokenSchema = z.strictObject({
  of: z.string(),
  at: z.number(),
  after: z.array(z.union([z.string(), z.number(), z.null()])),
});

const fingerprint = (jql: string, caller: string) =>
  createHash('sha256').update(`${caller}\n${jql}`).digest('base64url').slice(0, 16);

/**
 * The token behind a page. `caller` is an account id, `now` in milliseconds, `after` what its last row
 * was sorted by.
 */
export function writeToken(jql: string, caller: string, now: number, after: Cursor): string {
  const token = { of: fingerprint(jql, caller), at: now, after };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** @throws JiraError 400 for a token that is old, foreign or no token. */
export function readToken(text: string, jql: string, caller: string, now: number): Cursor {
  const token = tokenSchema.safeParse(decode(text));
  const good =
    token.success &&
    token.data.of === fingerprint(jql, caller) &&
    Math.abs(now - token.data.at) <= TOKEN_LIFE_MS;
  if (!good) throw refuse(400, 'The provided nextPageToken is invalid or expired.');
  return token.data.after;
}

function decode(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
