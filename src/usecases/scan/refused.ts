// Which failures of a turn another try in the same night may get past, and what is kept of the others
// for the page.
import { AppError, type ErrorCode } from '../../domain/errors';
import type { Ports, ScanFailure } from '../../ports';

const PASSING: readonly ErrorCode[] = ['rate_limited', 'jira_unavailable', 'conflict'];

/** Whether another try may get past it. */
export const isPassing = ({ code }: AppError): boolean => PASSING.includes(code);

/** Waiting that is meant to be: it is told with its end, not as a failure. */
const EXPECTED: readonly ErrorCode[] = ['rate_limited', 'conflict'];

/** What the page says of a turn that stopped; null where it only waits, or was overtaken. */
export function failureOf(ports: Ports, error: unknown): ScanFailure | null {
  const code = error instanceof AppError ? error.code : 'internal';
  return EXPECTED.includes(code) ? null : { at: ports.clock.now(), part: 'scan', code };
}
