// The plan of faults: which calls of the app fail, how, and how often. Described in local/README.md.
import { z } from 'zod';

const KINDS = ['jira', 'storage', 'queue'] as const;
export type Kind = (typeof KINDS)[number];
export type Principal = 'app' | 'user' | 'browser';

const match = z.strictObject({
  kind: z.enum(KINDS).optional(),
  /** Path without query: `*` stands for anything, `{name}` for one part. */
  route: z.string().min(1).optional(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
  principal: z.enum(['app', 'user', 'browser']).optional(),
  /** Text that the body holds. */
  contains: z.string().min(1).optional(),
  /** The first call that fails, among those that match; counted from 1. */
  nth: z.int().min(1).default(1),
  probability: z.number().min(0).max(1).optional(),
  seed: z.string().default('faults'),
});

const MILLISECONDS = z.int().min(0).max(900_000);
const basis = {
  match: match.default({ nth: 1, seed: 'faults' }),
  /** How often it happens; null for always. Without it once, or always with a probability. */
  times: z.int().min(1).nullable().optional(),
};

const REASONS = [
  'jira-quota-global-based',
  'jira-quota-tenant-based',
  'jira-burst-based',
  'jira-per-issue-on-write',
] as const;

const rule = z.discriminatedUnion('fault', [
  z.strictObject({
    ...basis,
    fault: z.literal('F1'),
    reason: z.enum(REASONS).default('jira-burst-based'),
    /** Seconds; without it the answer has no such header. */
    retryAfter: z.int().min(0).optional(),
  }),
  z.strictObject({
    ...basis,
    fault: z.literal('F2'),
    /** With 200 the call is made and its answer damaged; else it is not made. */
    status: z.literal([200, 500, 502, 503, 504]).default(503),
    body: z.enum(['html', 'truncated', 'empty']).default('html'),
  }),
  z.strictObject({ ...basis, fault: z.literal('F3') }),
  z.strictObject({ ...basis, fault: z.literal('F4'), ms: MILLISECONDS }),
  z.strictObject({
    ...basis,
    fault: z.literal('F5'),
    when: z.enum(['before', 'after']).default('after'),
  }),
  z.strictObject({ ...basis, fault: z.literal('latency'), ms: MILLISECONDS }),
]);
export type FaultRule = z.output<typeof rule>;

/** A plan as it is sent over `POST /local/faults`, with what it leaves out filled in. */
export const planSchema = z.strictObject({
  rules: z.array(rule).max(100).default([]),
  /** Points that the app has in one hour; null for no wall. */
  pointsPerHour: z.int().min(0).nullable().default(null),
});
export type FaultPlan = z.output<typeof planSchema>;
/** A plan as it is sent. */
export type SentPlan = z.input<typeof planSchema>;
