// What a caller gets from a call that fails, at each place.
import { type FaultRule, type Kind } from './plan';

/** An answer on its way to the app, or what becomes of it. */
export interface FaultyAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** `lost`: the connection broke instead; `crash`: the process that called is gone. */
  broken?: 'lost' | 'crash';
}

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };
const HTML = '<!doctype html><html><body><h1>Something went wrong</h1></body></html>';
const CUT = '{"errorMessages":["Something we';

/** No answer at all; a page gets `lost` as a failed request. */
export const broken = (how: 'lost' | 'crash'): FaultyAnswer => ({
  status: 0,
  headers: {},
  body: '',
  broken: how,
});

/** F1: too many requests. Jira says why in a header, the platform in its own bodies. */
export function tooMany(
  { reason, retryAfter }: Extract<FaultRule, { fault: 'F1' }>,
  kind: Kind,
): FaultyAnswer {
  const message = 'Rate limit exceeded.';
  const bodies: Record<Kind, object> = {
    jira: { errorMessages: [message], errors: {} },
    storage: { code: 'RATE_LIMIT_EXCEEDED', message },
    queue: { errorMessage: message },
  };
  return {
    status: 429,
    headers: {
      ...JSON_TYPE,
      ...(kind === 'jira' ? { 'ratelimit-reason': reason } : {}),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
    body: JSON.stringify(bodies[kind]),
  };
}

/** F2: an answer that cannot be read; of a call that was made it keeps the status. */
export function damaged(
  { status, body }: Extract<FaultRule, { fault: 'F2' }>,
  real?: FaultyAnswer,
): FaultyAnswer {
  const cut = real ? real.body.slice(0, Math.floor(real.body.length / 2)) : CUT;
  const bodies = { html: HTML, truncated: cut, empty: '' };
  const headers = body === 'html' ? { 'content-type': 'text/html;charset=UTF-8' } : JSON_TYPE;
  return { status: real?.status ?? status, headers, body: bodies[body] };
}
