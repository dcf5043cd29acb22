// What an entry of the endpoint table says, and words that the entries share.
import type { z } from 'zod';

/** Who calls: the app itself, the user through a function, or the user's browser. */
export type As = 'app' | 'user' | 'browser';

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `{name}` placeholders; values are percent-encoded by `pathOf`. */
  path: string;
  /** Classic OAuth scope, or the granular one where there is no classic. */
  scopes: readonly string[];
  as: readonly As[];
  /** What the answer must look like, made when it is first parsed; null where the body is not read. */
  answer: (() => z.ZodType) | null;
  /** Atlassian's description. */
  page: string;
}

/** Start of Atlassian's page on a group of Jira's platform calls, as it is named there. */
export const api = (group: string): string =>
  `https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-${group}/`;

/** The same for the calls about boards, sprints and rank. */
export const agile = (group: string): string =>
  `https://developer.atlassian.com/cloud/jira/software/rest/api-group-${group}/`;

export const READ = ['read:jira-work'] as const;
export const WRITE = ['write:jira-work'] as const;
export const CONFIGURE = ['manage:jira-configuration'] as const;

export const ISSUE = '/rest/api/3/issue/{issueIdOrKey}';
export const PROJECT = '/rest/api/3/project/{projectIdOrKey}';
