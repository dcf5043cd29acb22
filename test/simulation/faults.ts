// What may go wrong at a call to the outside, and who decides when it does.
import type { Kernel, Random } from './kernel';

/** A call of the app to Jira, to storage or to the queue. */
export interface Outside {
  to: 'jira' | 'store' | 'queue';
  /** `GET /rest/api/3/…` without query, or the operation and entity of storage. */
  what: string;
  isWrite: boolean;
}

/** F1: 429 of each reason, with and without Retry-After. */
export const REFUSALS = [
  { reason: 'jira-burst-based', after: 5 },
  { reason: 'jira-burst-based', after: null },
  { reason: 'jira-per-issue-on-write', after: 20 },
  { reason: 'jira-quota-tenant-based', after: 900 },
  { reason: 'jira-cost-based', after: null },
  { reason: null, after: 30 },
  { reason: null, after: null },
] as const;

export type Fault =
  | { kind: '429'; reason: string | null; after: number | null }
  | { kind: 'status'; status: 500 | 502 | 503 | 504 }
  /** Carried out, and answered with something that is no answer. */
  | { kind: 'garbled'; body: string }
  /** Carried out, and the reply is lost. */
  | { kind: 'lost' }
  | { kind: 'hang'; after: boolean }
  | { kind: 'crash'; after: boolean }
  /** Storage and queue: refused before anything was done. */
  | { kind: 'refused' };

export const GARBLED = [
  '<html>Bad gateway</html>',
  '{"issues":[',
  '',
  '{"errorMessages":["internal"]}',
];
export const STATUSES = [500, 502, 503, 504] as const;

export const CLASSES = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;
export type FaultClass = (typeof CLASSES)[number];

/** A fault of a class for a call. */
function faultOf(kind: FaultClass, { to }: Outside, random: Random): Fault {
  const isJira = to === 'jira';
  switch (kind) {
    case 'F1':
      return isJira ? { kind: '429', ...random.pick(REFUSALS) } : { kind: 'refused' };
    case 'F2':
      if (!isJira) return { kind: 'refused' };
      return random.chance(0.5)
        ? { kind: 'status', status: random.pick(STATUSES) }
        : { kind: 'garbled', body: random.pick(GARBLED) };
    case 'F3':
      return { kind: 'lost' };
    case 'F4':
      return { kind: 'hang', after: random.chance(0.5) };
    case 'F5':
      return { kind: 'crash', after: random.chance(0.5) };
  }
}

/** Decides for each call whether it fails. */
export interface Chaos {
  next(call: Outside): Fault | null;
}

export const noFaults: Chaos = { next: () => null };

/** Shares of each class, drawn for a seed: some are off, few are frequent. */
export function swarm({ random }: Kernel): Chaos {
  const shares = CLASSES.map((kind) => ({
    kind,
    share: random.chance(0.45) ? 0 : random.next() ** 2 * 0.04,
  }));
  return {
    next(call) {
      for (const { kind, share } of shares)
        if (share > 0 && random.chance(share)) return faultOf(kind, call, random);
      return null;
    },
  };
}
