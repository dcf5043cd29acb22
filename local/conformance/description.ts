// Atlassian's published description of Jira's API, as checks: for a method and a path the operation
// with its query, body and answers. Its files are OpenAPI 3.0 and are no part of the project.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { z } from 'zod';
import { withContents } from './contents';
import { formats } from './formats';
import { insteadOf } from './instead';
import { plainSchema } from './plain-schema';

/** The files of a description: the platform and the boards. */
export const FILES = ['jira-openapi.json', 'jira-software-openapi.json'] as const;

const METHODS = ['get', 'put', 'post', 'delete'] as const;

const content = z
  .record(z.string(), z.looseObject({ schema: z.record(z.string(), z.unknown()).optional() }))
  .optional();
const parameter = z.looseObject({
  in: z.enum(['query', 'path', 'header']),
  name: z.string(),
  required: z.boolean().default(false),
  schema: z.record(z.string(), z.unknown()).default({}),
});
const described = z.looseObject({
  parameters: z.array(parameter).default([]),
  requestBody: z.looseObject({ content, required: z.boolean().default(false) }).optional(),
  responses: z.record(z.string(), z.looseObject({ content })),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  'x-atlassian-oauth2-scopes': z
    .array(z.looseObject({ state: z.string(), scopes: z.array(z.string()) }))
    .default([]),
});
const pathItem = z.looseObject({
  parameters: z.array(parameter).default([]),
  ...Object.fromEntries(METHODS.map((method) => [method, described.optional()])),
});
const file = z.looseObject({
  paths: z.record(z.string(), pathItem),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }).optional(),
});

export type Parameter = z.output<typeof parameter>;

export interface Operation {
  /** Method and path as the description writes them, for example `GET /rest/api/3/field`. */
  call: string;
  parameters: Parameter[];
  /** Values of the path by their names, as they stand in it. */
  values(path: string): Readonly<Record<string, string>>;
  /** What a body has to be; undefined where none is described. */
  body: { required: boolean; check: Check } | undefined;
  /** What an answer has to be, by status; null for a described answer without a body. */
  answers: ReadonlyMap<string, { check: Check; mayBeEmpty: boolean } | null>;
  /** Sets of scopes, classic and granular, any of which is enough. */
  scopes: string[][];
  /** Names of the schemas of ours that stand in for those of the description. */
  instead: string[];
}

/** Gives what does not fit, or nothing. */
export type Check = (value: unknown) => readonly ErrorObject[];

export interface Description {
  operation(method: string, path: string): Operation | undefined;
  /** A check by any schema, for example of one query parameter. */
  check(schema: unknown): Check;
  /** The shape of refusals that an operation describes by their status alone. */
  refusal: Check;
}

interface Entry {
  pattern: RegExp;
  /** Placeholders of the path. */
  names: string[];
  template: string;
  item: z.output<typeof pathItem>;
  base: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** `/rest/api/3/issue/{issueIdOrKey}` as a pattern for whole paths. */
const patternOf = (template: string): RegExp =>
  new RegExp(`^${escaped(template).replace(/\{[^}]+\}/g, '([^/]+)')}$`);

/** Paths with other counts of parts cannot be meant: that spares most patterns. */
const partsOf = (asked: string): number => asked.split('/').length;

/** @throws when the folder has not both files, or they are no such descriptions */
export function readDescription(folder: string): Description {
  const ajv = new Ajv({ strict: false, allErrors: true, formats, logger: false });
  const entries: Entry[] = [];
  for (const name of FILES) {
    const { paths, components } = file.parse(
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')),
    );
    const schemas = Object.fromEntries(
      Object.entries(withContents(components?.schemas ?? {})).map(([key, schema]) => [
        key,
        plainSchema(schema),
      ]),
    );
    ajv.addSchema({ $id: name, components: { schemas } });
    for (const [template, item] of Object.entries(paths)) {
      const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, named = '']) => named);
      entries.push({ pattern: patternOf(template), names, template, item, base: name });
    }
  }
  // Literal paths go before templates: `/project/search` is no project's key.
  entries.sort((a, b) => a.names.length - b.names.length);
  const byParts = new Map<number, Entry[]>();
  for (const entry of entries) {
    const parts = partsOf(entry.template);
    byParts.set(parts, [...(byParts.get(parts) ?? []), entry]);
  }

  const compiled = new Map<string, Check>();
  const compile = (schema: unknown, base: string): Check => {
    const key = `${base} ${JSON.stringify(schema)}`;
    const known = compiled.get(key);
    if (known) return known;
    const validate: ValidateFunction = ajv.compile(plainSchema(schema, base) as object);
    const check: Check = (value) => (validate(value) ? [] : (validate.errors ?? []));
    compiled.set(key, check);
    return check;
  };
  const jsonOf = (of: z.output<typeof content>): Record<string, unknown> =>
    (of?.['application/json'] ?? of?.['*/*'])?.schema ?? {};

  function made({ item, template, base, pattern, names }: Entry, method: string): Operation {
    const call = `${method} ${template}`;
    const instead: string[] = [];
    const filled = (part: string, schema: Record<string, unknown>) => {
      const ours = insteadOf(call, part, schema);
      if (ours) instead.push(ours.id);
      return ours?.schema ?? schema;
    };
    const found = described.parse(item[method.toLowerCase()]);
    const { requestBody, responses, security } = found;
    const classic = found['x-atlassian-oauth2-scopes'].map(({ scopes }) => scopes);
    return {
      call,
      parameters: [...item.parameters, ...found.parameters].map((one) => ({
        ...one,
        schema: filled(`${one.in} ${one.name}`, one.schema),
      })),
      values(asked) {
        const given = pattern.exec(asked)?.slice(1) ?? [];
        return Object.fromEntries(names.map((name, n) => [name, given[n] ?? '']));
      },
      body: requestBody && {
        required: requestBody.required,
        check: compile(jsonOf(requestBody.content), base),
      },
      answers: new Map(
        Object.entries(responses).map(([status, answer]) => {
          if (!answer.content) return [status, null];
          const schema = filled(`answer ${status}`, jsonOf(answer.content));
          // A schema that says nothing, which is how the description writes a body that it does not know.
          const mayBeEmpty = Object.keys(schema).length === 0;
          return [status, { check: compile(schema, base), mayBeEmpty }];
        }),
      ),
      scopes: [...classic, ...security.flatMap(({ OAuth2 }) => (OAuth2 ? [OAuth2] : []))],
      instead,
    };
  }

  const operations = new Map<string, Operation>();
  return {
    operation(method, asked) {
      const entry = byParts
        .get(partsOf(asked))
        ?.find(
          ({ pattern, item }) => item[method.toLowerCase()] !== undefined && pattern.test(asked),
        );
      if (!entry) return undefined;
      const key = `${method} ${entry.template}`;
      const operation = operations.get(key) ?? made(entry, method);
      operations.set(key, operation);
      return operation;
    },
    check: (schema) => compile(schema, FILES[0]),
    refusal: compile({ $ref: '#/components/schemas/ErrorCollection' }, FILES[0]),
  };
}
