import { type Clock } from '../clock';
import { type Db } from '../db';
import { type Boards } from './boards';
import { type Catalog } from './catalog';
import { type FailureLog } from './failures';
import { type IndexWriter } from './index-writer';
import { type IndexedPath } from './jql/properties';
import { type MailQueue } from './mail';
import { type InstalledApp } from './options';
import { type Panels } from './panels';
import { type ProjectProperties } from './project-properties';
import { type Store } from './store';
import { type Viewer } from './viewer';
import { type Screens } from './workflow/screens';
import { type Workflows } from './workflow/store';

/** What the handlers of the site share. */
export interface Services {
  db: Db;
  clock: Clock;
  catalog: Catalog;
  boards: Boards;
  workflows: Workflows;
  screens: Screens;
  panels: Panels;
  projectProperties: ProjectProperties;
  store: Store;
  index: IndexWriter;
  app: InstalledApp;
  paths: readonly IndexedPath[];
  baseUrl: string;
  /** How long a write stays invisible to search, and a task runs. */
  lagMs: number;
  mail: MailQueue;
  /** Validators that failed to run, kept for the host. */
  failures: FailureLog;
}

/** One call, after routing: what was asked, and by whom. */
export interface Call extends Services {
  method: string;
  /** Values of the path template, decoded. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: string;
  viewer: Viewer;
}

export interface Reply {
  status: number;
  json?: unknown;
  headers?: Record<string, string>;
  /** For the points: issues and projects of the answer; people, roles, permissions; issues touched in bulk. */
  cost?: { objects?: number; people?: number; touched?: number };
}

export type Handler = (call: Call) => Reply;

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path template below `/rest/api/3`, e.g. `/issue/{issueIdOrKey}`, or from `/rest/` on. */
  path: string;
  /** Classic scopes that an app needs, by Atlassian's API description. */
  scopes: readonly string[];
  /** True when the call changes something: it then costs the price of a write. */
  writes?: boolean;
  handle: Handler;
}

export const READ = ['read:jira-work'] as const;
export const WRITE = ['write:jira-work'] as const;
export const READ_USER = ['read:jira-user'] as const;
export const MANAGE_PROJECT = ['manage:jira-project'] as const;

/** A route that changes nothing. */
export function route(
  method: Route['method'],
  path: string,
  scopes: readonly string[],
  handle: Handler,
): Route {
  return { method, path, scopes, handle };
}

/** A route that changes something. */
export function writing(
  method: Route['method'],
  path: string,
  scopes: readonly string[],
  handle: Handler,
): Route {
  return { method, path, scopes, handle, writes: true };
}

/** An answer of 200; `cost` is what it returned, for the points. */
export const ok = (json: unknown, cost: Reply['cost'] = {}): Reply => ({ status: 200, json, cost });
