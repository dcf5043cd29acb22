// The one translation of Jira's refusals into the app's errors.
import { AppError, codeOfStatus } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';

/** What a page may offer after a refusal: when to try again, in seconds. */
export interface RateLimit {
  retryAfter: number;
  reason: string | null;
}

/**
 * An AppError for an HTTP status of Jira. Its cause names the call and the status: bodies repeat
 * texts of items, and site admins can read the log.
 */
export function jiraError(
  status: number,
  what: string,
  more: { rateLimit?: RateLimit } = {},
): AppError {
  const code = codeOfStatus(status);
  return new AppError(code, MESSAGES.jira[code], {
    details: more.rateLimit,
    cause: new Error(`${what}: ${status}`),
  });
}

/** For `catch`: what Jira says is not there is undefined, every other failure stays one. */
export function absent(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'not_found') return undefined;
  throw error;
}

/** For `catch`: what is not there, or may not be seen, is undefined; every other failure stays one. */
export function hidden(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'forbidden') return undefined;
  return absent(error);
}
