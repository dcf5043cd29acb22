// Bodies that `@forge/kvs` sends, as far as the app uses it, parsed before anything is done.
import { z } from 'zod';
import { conditions, scalar } from './conditions';
import { KVS_LIMITS } from './limits';

const key = z.string();
const entityName = z.string().optional();
/** Metadata of a key is not kept. */
const readOptions = z.strictObject({}).optional();

export const getRequest = z.strictObject({ key, entityName, options: readOptions });
export const setRequest = z.strictObject({
  key,
  entityName,
  value: z.unknown(),
  options: z
    .strictObject({
      keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
      ttl: z
        .strictObject({
          value: z.number().positive(),
          unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
        })
        .optional(),
    })
    .optional(),
});
export const deleteRequest = z.strictObject({ key, entityName });

const range = z.strictObject({
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'EQUAL_TO',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
  ]),
  values: z.array(scalar).min(1).max(2),
});

export const entityQueryRequest = z.strictObject({
  entityName: z.string(),
  indexName: z.string(),
  partition: z.array(scalar).default([]),
  range: range.optional(),
  sort: z.enum(['ASC', 'DESC']).default('ASC'),
  cursor: z.string().optional(),
  limit: z.int().min(1).max(KVS_LIMITS.pageMaximum).default(KVS_LIMITS.pageDefault),
  options: readOptions,
});

const conditional = { conditions: conditions.optional() };
export const transactionRequest = z.strictObject({
  set: z.array(setRequest.extend(conditional)).default([]),
  delete: z.array(deleteRequest.extend(conditional)).default([]),
  check: z.array(z.strictObject({ key, entityName: z.string(), conditions })).default([]),
});

export type SetRequest = z.infer<typeof setRequest>;
export type Range = z.infer<typeof range>;
export type EntityQueryRequest = z.infer<typeof entityQueryRequest>;
export type TransactionRequest = z.infer<typeof transactionRequest>;
