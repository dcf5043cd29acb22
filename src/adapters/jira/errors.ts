// The one translation of Jira's refusals into the app's errors.
import { AppError, type ErrorCode } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';

const CODES: Record<number, ErrorCode> = {
  400: 'invalid_input',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  413: 'limit_reached',
  429: 'rate_limited',
};

/** What a page may offer after a refusal: when to try again, in seconds. */
export interface RateLimit {
  retryAfter: number;
  reason: string | null;
}

/** An AppError for an HTTP status of Jira. The body goes into the cause only, never to the user. */
export function jiraError(
  status: number,
  what: string,
  more: { body?: string; rateLimit?: RateLimit } = {},
): AppError {
  const code = CODES[status] ?? 'jira_unavailable';
  return new AppError(code, MESSAGES.jira[code], {
    details: more.rateLimit,
    cause: new Error(`${what}: ${status} ${(more.body ?? '').slice(0, 500)}`),
  });
}
