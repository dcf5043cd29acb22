// What a call of the app's own costs, in points of Jira's hourly quota. One table, so that a price
// that turns out otherwise is changed in one place.
// https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
import type { EndpointName } from './endpoints';

/** A read costs one, and one for each object that it returns; a write costs one (documented). */
const BASE = 1;

const listOf = (answer: unknown, name: string): number => {
  const list = (answer as Record<string, unknown> | null)?.[name];
  return Array.isArray(list) ? list.length : 0;
};

/**
 * Objects that a read returns, by endpoint; one where nothing is said. Unpublished, so taken as the
 * dearer reading: a count as one object, a history as one for each issue.
 */
const OBJECTS: Partial<Record<EndpointName, (answer: unknown) => number>> = {
  search: (answer) => listOf(answer, 'issues'),
  bulkFetch: (answer) => listOf(answer, 'issues'),
  bulkChangelog: (answer) => listOf(answer, 'issueChangeLogs'),
  projectIssueTypes: (answer) => (Array.isArray(answer) ? answer.length : 0),
  // Two points a person (documented).
  whoMayBrowse: (answer) => (Array.isArray(answer) ? 2 * answer.length : 0),
};

/** Calls that write what was listed before, messages among them. */
const LIST_WRITES: readonly EndpointName[] = [
  'setManyProperties',
  'deleteManyProperties',
  'getTask',
  'notify',
  'addComment',
];

/** Whether a call only writes down what was listed before it. */
export const writesList = (name: EndpointName): boolean => LIST_WRITES.includes(name);

/** Points of one call. @param answer the parsed answer of a read; undefined for a write or a refusal */
export const priceOf = (name: EndpointName, answer: unknown): number =>
  answer === undefined ? BASE : BASE + (OBJECTS[name]?.(answer) ?? 1);
