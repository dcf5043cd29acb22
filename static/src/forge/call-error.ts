// The one error that pages show. Its message is a sentence for the user.
import type { ErrorCode, FieldErrors, RefusalReason } from '../../../src/domain/errors';

export class CallError extends Error {
  readonly code: ErrorCode;
  /** A sentence per refused input field, by its path. */
  readonly fields: FieldErrors;
  /** What was wrong, where the page goes on differently because of it. */
  readonly reason: RefusalReason | undefined;
  /** For a conflict: what is there now. */
  readonly details: unknown;
  /** To be quoted when asking for help; empty when the call never reached the app. */
  readonly requestId: string;
  /** Seconds to wait before trying again, where Jira says so. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    more: {
      fields?: FieldErrors | undefined;
      reason?: RefusalReason | undefined;
      details?: unknown;
      requestId?: string;
      retryAfter?: number | undefined;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'CallError';
    this.code = code;
    this.fields = more.fields ?? {};
    this.reason = more.reason;
    this.details = more.details;
    this.requestId = more.requestId ?? '';
    this.retryAfter = more.retryAfter;
  }
}
