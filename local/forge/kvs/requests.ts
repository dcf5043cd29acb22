// Bodies that `@forge/kvs` sends, parsed before anything is done.
import { z } from 'zod';
import { condition, conditions } from './conditions';
import { KVS_LIMITS } from './limits';

const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const readOptions = z.object({ metadataFields }).strict().optional();

const writeOptions = z
  .object({
    ttl: z
      .object({
        value: z.number().positive(),
        unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
      })
      .strict()
      .optional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
    returnMetadataFields: metadataFields,
  })
  .strict()
  .optional();

const key = z.string();
const entityName = z.string().optional();

export const getRequest = z.object({ key, entityName, options: readOptions }).strict();
export const setRequest = z
  .object({ key, entityName, value: z.unknown(), options: writeOptions })
  .strict();
export const deleteRequest = z.object({ key, entityName }).strict();

const limit = z.number().int().min(1).max(KVS_LIMITS.pageMaximum).default(KVS_LIMITS.pageDefault);

export const queryRequest = z
  .object({
    where: z
      .array(
        z
          .object({
            property: z.literal('key'),
            condition: z.literal('BEGINS_WITH'),
            values: z.tuple([z.string()]),
          })
          .strict(),
      )
      .max(1)
      .default([]),
    after: z.string().optional(),
    limit,
    options: readOptions,
  })
  .strict();

export const entityQueryRequest = z
  .object({
    entityName: z.string(),
    indexName: z.string(),
    partition: z.array(z.union([z.string(), z.number(), z.boolean()])).default([]),
    range: condition.optional(),
    filters: conditions.optional(),
    sort: z.enum(['ASC', 'DESC']).default('ASC'),
    cursor: z.string().optional(),
    limit,
    options: readOptions,
  })
  .strict();

export const batchOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1).max(KVS_LIMITS.batchKeys);

const conditional = { conditions: conditions.optional() };
export const transactionRequest = z
  .object({
    set: z.array(setRequest.extend(conditional)).default([]),
    delete: z.array(deleteRequest.extend(conditional)).default([]),
    check: z.array(z.object({ key, entityName: z.string(), conditions }).strict()).default([]),
  })
  .strict();

export type SetRequest = z.infer<typeof setRequest>;
export type QueryRequest = z.infer<typeof queryRequest>;
export type EntityQueryRequest = z.infer<typeof entityQueryRequest>;
export type TransactionRequest = z.infer<typeof transactionRequest>;
