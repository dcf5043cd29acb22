// What of a call and its answer does not fit the description.
import type { ErrorObject } from 'ajv';
import { z } from 'zod';
import type { Check, Description, Operation, Parameter } from './description';

export interface Exchange {
  method: string;
  /** Path with query, as sent. */
  path: string;
  /** Text of the body, or ''. */
  body: string;
  /** Whether the app sent it: then the request has to fit even where it is refused. */
  fromApp: boolean;
  /** Whether a test made the answer up: only then Jira may be out of order. */
  madeUp?: boolean;
  status: number;
  /** Text of the answer, or ''. */
  answer: string;
}

export interface Fault {
  /** Method and path, as the description writes them, or as sent where it knows none. */
  call: string;
  /** What is broken, without the values of this call: `answer 200 /issues/* additionalProperties expand`. */
  rule: string;
  /** The same in words, with the values. */
  says: string;
}

type Found = Omit<Fault, 'call'>;

const NAMED = ['additionalProperty', 'missingProperty', 'type', 'format', 'limit'];

function place({ instancePath, keyword, params }: ErrorObject): string {
  const where = instancePath.replace(/\/\d+(?=\/|$)/g, '/*');
  const named = Object.entries(params as Record<string, unknown>).flatMap(([name, value]) =>
    NAMED.includes(name) && typeof value === 'string' ? [value] : [],
  );
  return [where || '/', keyword, ...named].join(' ');
}

const faultsOf = (part: string, check: Check, value: unknown): Found[] =>
  check(value).map((error) => ({
    rule: `${part} ${place(error)}`,
    says: `${part}: ${error.instancePath || '/'} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
  }));

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

const whole = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text);

/** A value of the query as its schema means it; what it cannot be stays a text, and is a fault. */
function meant(texts: readonly string[], schema: Record<string, unknown>): unknown {
  const [text = ''] = texts;
  switch (schema['type']) {
    case 'integer':
      return whole(text);
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'array': {
      const { type } = (schema['items'] ?? {}) as { type?: unknown };
      const each = texts.flatMap((one) => one.split(','));
      return type === 'integer' ? each.map(whole) : each;
    }
    default:
      return text;
  }
}

function inPath(
  description: Description,
  { parameters, values }: Operation,
  path: string,
): Found[] {
  const given = values(path);
  return parameters.flatMap(({ in: where, name, schema }) => {
    if (where !== 'path') return [];
    let text: string;
    try {
      text = decodeURIComponent(given[name] ?? '');
    } catch {
      return [{ rule: `path ${name} broken`, says: `path: ${name} is not encoded` }];
    }
    return faultsOf(`path ${name}`, description.check(schema), meant([text], schema));
  });
}

function inQuery(description: Description, given: URLSearchParams, known: Parameter[]): Found[] {
  const found: Found[] = [];
  for (const name of new Set(given.keys())) {
    const parameter = known.find((each) => each.in === 'query' && each.name === name);
    if (!parameter)
      found.push({ rule: `query ${name} unknown`, says: `query: ${name} is unknown` });
    else {
      const value = meant(given.getAll(name), parameter.schema);
      found.push(...faultsOf(`query ${name}`, description.check(parameter.schema), value));
    }
  }
  for (const { name, required, in: where } of known)
    if (where === 'query' && required && !given.has(name))
      found.push({ rule: `query ${name} missing`, says: `query: ${name} is missing` });
  return found;
}

function inBody(body: Operation['body'], text: string): Found[] {
  if (text === '')
    return body?.required ? [{ rule: 'body missing', says: 'body: it is missing' }] : [];
  if (!body) return [{ rule: 'body unknown', says: 'body: none is described' }];
  const json = parsed(text);
  if (!json) return [{ rule: 'body not JSON', says: 'body: it is not JSON' }];
  return faultsOf('body', body.check, json.value);
}

/**
 * Forms of the refusals that Atlassian's gateway gives before Jira is asked, by their place in the list of
 * exceptions. That of scopes may have the form of Jira's own beside it.
 */
const GATEWAY = [
  { name: 'login', form: { message: z.string(), 'status-code': z.literal(401) } },
  {
    name: 'scope',
    form: {
      code: z.literal(403),
      message: z.string().startsWith('Unauthorized; scope does not match'),
      errorMessages: z.array(z.string()).optional(),
      errors: z.strictObject({}).optional(),
    },
  },
].map(({ name, form }) => ({ name, form: z.strictObject(form) }));

const ofGateway = (value: unknown): string | undefined =>
  GATEWAY.find(({ form }) => form.safeParse(value).success)?.name;

function inAnswer(description: Description, { answers }: Operation, exchange: Exchange): Found[] {
  const { status, answer } = exchange;
  const part = `answer ${String(status)}`;
  const json = answer === '' ? undefined : parsed(answer);
  if (answer !== '' && !json)
    return [{ rule: `${part} not JSON`, says: `${part}: it is not JSON` }];
  const refused = status >= 400 && json ? ofGateway(json.value) : undefined;
  if (refused)
    return [
      {
        rule: `gateway ${String(status)} ${refused}`,
        says: `${part}: it has the shape of the gateway`,
      },
    ];
  const found: Found[] = [];
  const known = answers.has(String(status)) ? String(status) : 'default';
  if (!answers.has(known))
    found.push({
      rule: `status ${String(status)}${exchange.madeUp ? ' made up' : ''}`,
      says: `status ${String(status)} is not described`,
    });
  const described = answers.get(known);
  if (described && json) return faultsOf(part, described.check, json.value);
  if (described && !described.mayBeEmpty && status !== 204)
    return [{ rule: `${part} empty`, says: `${part}: a body is described` }];
  // Refusals have one shape, whether an operation repeats it or not.
  if (json && status >= 400) found.push(...faultsOf(part, description.refusal, json.value));
  else if (json && described === null)
    found.push({ rule: `${part} not empty`, says: `${part}: no body is described` });
  return found;
}

/** The call as the description writes it, and everything that does not fit. */
export function look(
  description: Description,
  exchange: Exchange,
): { call: string; faults: Fault[] } {
  const { method, path, body, status, fromApp } = exchange;
  const [bare = '', query = ''] = path.split(/\?(.*)/s);
  const operation = description.operation(method, bare);
  if (!operation) {
    const call = `${method} ${bare}`;
    const rule = 'call unknown';
    // Neither side knows it: that is how it should be.
    if (!fromApp && [404, 405].includes(status)) return { call: rule, faults: [] };
    return { call, faults: [{ call, rule, says: 'the description knows no such call' }] };
  }
  const { call, parameters } = operation;
  // What the local Jira does not imitate it refuses; the app must not ask for it.
  if (!fromApp && [405, 501].includes(status)) return { call, faults: [] };
  const found = inAnswer(description, operation, exchange);
  // A request that is refused may be wrong: that it is refused is what the description wants.
  if (fromApp || status < 400)
    found.push(
      ...inPath(description, operation, bare),
      ...inQuery(description, new URLSearchParams(query), parameters),
      ...inBody(operation.body, body),
    );
  return { call, faults: found.map((each) => ({ call, ...each })) };
}
