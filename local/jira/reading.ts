// Reading what a caller sent: bodies by schema, query parameters by kind.
import { type z } from 'zod';
import { issueNotFound, projectNotFound, refuse, refuseFields, unauthenticated } from './errors';
import { type SiteProject } from './api';
import { hasInProject } from './permissions';
import { type Call } from './services';
import { type IssueRecord } from './store';

/** @throws JiraError 400 when the body is no JSON or does not fit. */
export function readBody<T>(call: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson(call.body));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => [
    issue.path.join('.') || 'body',
    issue.message,
  ]);
  throw refuseFields(Object.fromEntries(errors) as Record<string, string>);
}

/** @throws JiraError 400 when the text is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse(400, 'Unexpected end or character in the JSON of the request body.');
  }
}

/**
 * A whole number from 0 up to a maximum; larger ones are cut, as Jira does with page sizes.
 * @throws JiraError 400 for any other text
 */
export function readInt(call: Call, name: string, fallback: number, max: number): number {
  const text = call.query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d{1,12}$/.test(text)) {
    throw refuse(400, `The value '${text}' of the parameter '${name}' is not a whole number.`);
  }
  return Math.min(Number(text), max);
}

/** A list given by commas, by repetition, or both. */
export function readList(call: Call, name: string): string[] {
  return call.query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** The issue of the path. @throws JiraError 404 when it is missing or hidden, which looks the same. */
export function readIssue(call: Call): IssueRecord {
  const idOrKey = call.params['issueIdOrKey'] ?? '';
  const issue = findIssue(call, idOrKey);
  if (!issue) throw issueNotFound();
  return issue;
}

/** By id or key, also one of earlier days; undefined when it is missing or hidden. */
export function findIssue(call: Call, idOrKey: string): IssueRecord | undefined {
  const issue = /^\d+$/.test(idOrKey) ? call.store.issue(idOrKey) : byKey(call, idOrKey);
  return issue && call.viewer.seesIssue(issue) ? issue : undefined;
}

/** By the key, or by one from before its project got another. */
function byKey({ catalog, store }: Call, key: string): IssueRecord | undefined {
  const found = store.issueByKey(key);
  if (found) return found;
  const [, before = '', number = ''] = /^(.+)-(\d+)$/.exec(key) ?? [];
  const project = catalog.findProject(before);
  return project && store.issueByKey(`${project.key}-${number}`);
}

/** The project of the path. @throws JiraError 404 when it is missing or hidden, which looks the same. */
export function readProject(call: Call): SiteProject {
  const idOrKey = call.params['projectIdOrKey'] ?? '';
  const project = findProject(call, idOrKey);
  if (!project) throw projectNotFound(idOrKey);
  return project;
}

/** By id or key, also one of earlier days; undefined when it is missing or hidden. */
export function findProject(call: Call, idOrKey: string): SiteProject | undefined {
  const project = call.catalog.findProject(idOrKey);
  return project && call.viewer.seesProject(project.id) ? project : undefined;
}

/** @throws JiraError 401 for an anonymous caller, 403 for one without the permission. */
export function requirePermission(
  call: Call,
  permission: string,
  projectId: string,
  message: string,
): void {
  if (call.viewer.anonymous) throw unauthenticated();
  if (!hasInProject(call.viewer, permission, projectId)) throw refuse(403, message);
}

export interface PageBean {
  self: string;
  maxResults: number;
  startAt: number;
  total: number;
  isLast: boolean;
  values: unknown[];
}

/** Jira's page of a list that is at hand as a whole; `size` holds when the caller asks for none. */
export function pageOf<T>(
  call: Call,
  all: readonly T[],
  show: (item: T) => unknown,
  size = 50,
): PageBean {
  const startAt = readInt(call, 'startAt', 0, Number.MAX_SAFE_INTEGER);
  const maxResults = readInt(call, 'maxResults', size, 100);
  const values = all.slice(startAt, startAt + maxResults).map(show);
  return {
    self: `${call.baseUrl}/rest/api/3`,
    maxResults,
    startAt,
    total: all.length,
    isLast: startAt + values.length >= all.length,
    values,
  };
}
