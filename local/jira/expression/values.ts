// Values of Jira expressions. Maps and beans are never host objects, so nothing of JavaScript's
// own members can be reached through them.
import { type Expression, type BlockStatement } from 'acorn';
import { ExpressionError } from './error';

export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Bean
  | Moment
  | Lambda;

/** An object of Jira: an issue, a user, a set of entity properties. */
export interface Bean {
  kind: 'bean';
  type: string;
  /** A member; undefined when the type has no such member. */
  read(name: string): Value | undefined;
  /** A method call; undefined when the type has no such method. */
  call?(name: string, args: readonly Value[]): Value | undefined;
  toJson(): unknown;
}

/** `Date` (a moment) or `CalendarDate` (a day, kept as its first moment in UTC). */
export interface Moment {
  kind: 'moment';
  type: 'Date' | 'CalendarDate';
  ms: number;
}

export interface Lambda {
  kind: 'lambda';
  params: string[];
  body: Expression | BlockStatement;
  scope: Scope;
}

export interface Scope {
  names: Map<string, Value>;
  outer: Scope | undefined;
}

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;

const hasKind = (value: Value): value is Bean | Moment | Lambda =>
  typeof value === 'object' && value !== null && !isList(value) && !isMap(value);
export const isBean = (value: Value): value is Bean => hasKind(value) && value.kind === 'bean';
export const isMoment = (value: Value): value is Moment =>
  hasKind(value) && value.kind === 'moment';
export const isLambda = (value: Value): value is Lambda =>
  hasKind(value) && value.kind === 'lambda';

/** What `typeof` says. */
export function typeName(value: Value): string {
  if (value === null) return 'null';
  if (isList(value)) return 'List';
  if (isMap(value)) return 'Map';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number') return 'Number';
  if (typeof value === 'string') return 'String';
  return value.kind === 'lambda' ? 'Function' : value.type;
}

/** A value of JSON; objects become maps, so that only their own keys can be read. */
export function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === 'boolean' || typeof json === 'number' || typeof json === 'string') {
    return json;
  }
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object') {
    return new Map(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
  }
  throw new ExpressionError('A value cannot be read.');
}

/** The value as the REST API returns it. */
export function toJson(value: Value): unknown {
  if (isList(value)) return value.map(toJson);
  if (isMap(value)) return Object.fromEntries([...value].map(([key, each]) => [key, toJson(each)]));
  if (isMoment(value)) return momentText(value);
  if (isBean(value)) return value.toJson();
  if (isLambda(value)) throw new ExpressionError('A function cannot be returned.');
  return value;
}

/** ISO 8601 in UTC, or `yyyy-MM-dd` of a `CalendarDate`. @throws ExpressionError beyond the range of dates */
export function momentText({ type, ms }: Moment): string {
  if (Number.isNaN(new Date(ms).getTime())) throw new ExpressionError('The date is out of range.');
  const iso = new Date(ms).toISOString();
  return type === 'CalendarDate' ? iso.slice(0, 10) : iso;
}

/** `==`: by value, also for lists, maps and dates. */
export function equal(a: Value, b: Value): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((each, n) => equal(each, b[n] ?? null));
  }
  if (isMap(a) && isMap(b)) {
    return a.size === b.size && [...a].every(([key, each]) => equal(each, b.get(key) ?? null));
  }
  if (isMoment(a) && isMoment(b)) return a.type === b.type && a.ms === b.ms;
  return a === b;
}

/** Text as `+` and templates join it. */
export function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (isMoment(value)) return momentText(value);
  return typeof value === 'object' && value !== null
    ? JSON.stringify(toJson(value))
    : String(value);
}
