// The one error the app throws on purpose. Its message may be shown to a user.

export const ERROR_CODES = [
  'invalid_input',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'jira_unavailable',
  'limit_reached',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What was wrong, where a page goes on differently because of it. */
export const REFUSAL_REASONS = ['item_not_done', 'not_sorted'] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'invalid_input',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'limit_reached',
  429: 'rate_limited',
};

/** What a refusal of Jira with this HTTP status means to the app. */
export const codeOfStatus = (status: number): ErrorCode => BY_STATUS[status] ?? 'jira_unavailable';

/**
 * Storage refused a call as one too many, which it did not make. Not an expected outcome to what goes on
 * inside: only the border tells it from other failures, because another try may get past it.
 */
export class StorageBusyError extends Error {
  constructor(cause: unknown) {
    super('storage refused a call as one too many', { cause });
    this.name = 'StorageBusyError';
  }
}

/** A sentence for each input field that was refused, by its path (`goal.target`). */
export type FieldErrors = Record<string, string>;

/**
 * An expected failure. `message` holds nothing internal; `details` travels to the page (the other
 * person's text on a conflict), `cause` does not.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldErrors | undefined;
  readonly reason: RefusalReason | undefined;
  readonly details: unknown;

  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: FieldErrors; reason?: RefusalReason; details?: unknown; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = more.fields;
    this.reason = more.reason;
    this.details = more.details;
  }
}
