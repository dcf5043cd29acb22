// Bodies that `@forge/events` sends, and the limits of async events, from
// https://developer.atlassian.com/platform/forge/limits-async-events/ .
import { z } from 'zod';

export const QUEUE_LIMITS = {
  events: 50,
  pushBytes: 200_000,
  /** Of one event, where its consumer may run for longer than `shortSeconds`. */
  longEventBytes: 100_000,
  shortSeconds: 55,
  eventsPerMinute: 500,
  delaySeconds: 900,
  retries: 4,
  retryDataBytes: 4096,
  /** Pushes that may descend from one origin. */
  pushesPerOrigin: 1000,
} as const;

const jsonObject = z.record(z.string(), z.unknown());

export const pushRequest = z
  .object({
    queueName: z.string(),
    jobId: z.string(),
    type: z.literal('avi:forge:app:event'),
    schema: z.string(),
    payload: z
      .array(
        z
          .object({
            body: jsonObject,
            delayInSeconds: z.number().min(0).max(QUEUE_LIMITS.delaySeconds).optional(),
            // Accepted and left aside: events are delivered one after the other here.
            concurrency: z.object({ key: z.string(), limit: z.number() }).optional(),
          })
          .strict(),
      )
      .min(1)
      .max(QUEUE_LIMITS.events),
    time: z.string(),
  })
  .strict();

/** Whether what a consumer returned is meant to be that. */
export const asksAgain = z.object({ _retry: z.literal(true) });

/** What a consumer returns to be called again: `InvocationError` of `@forge/events` as JSON. */
export const retryAnswer = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().min(0).max(QUEUE_LIMITS.delaySeconds).optional(),
      retryReason: z.string().optional(),
      retryData: z
        .unknown()
        .refine(
          (data) => Buffer.byteLength(JSON.stringify(data) ?? '') <= QUEUE_LIMITS.retryDataBytes,
          'retryData is larger than 4 KB',
        )
        .optional(),
    })
    .default({}),
});
