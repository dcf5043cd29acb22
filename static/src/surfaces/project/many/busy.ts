// What a refusal means for many saves in a row: wait for Jira, wait for this one item, or neither.
import { z } from 'zod';
import { readBy } from '../../../../../src/contract/read-by';
import type { CallError } from '../../../forge';
import type { Refused } from './engine';

/** What a refusal of Jira that asks to wait holds. */
const rateLimit = z.object({ retryAfter: z.number().positive() });
/** A save that is under way has ended after this, in seconds. */
const BEING_SAVED_S = 30;

/** Without a wait of Jira it is this one item that is being saved by somebody at the moment. */
export function busyOf({ code, details }: CallError): Omit<Refused<never>, 'failure'> {
  if (code !== 'rate_limited') return { busy: false };
  const wait = readBy(rateLimit, details);
  return wait.success
    ? { busy: true, retryAfter: wait.data.retryAfter }
    : { busy: false, later: BEING_SAVED_S };
}

/** To be quoted, where the reader can neither understand nor mend what happened. */
export const referenceOf = ({ code, requestId }: CallError): string =>
  code === 'internal' || code === 'jira_unavailable' ? requestId : '';
