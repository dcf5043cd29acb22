import { type Clock } from '../clock';
import { type Db } from '../db';
import { type PriceList } from './prices';

/** One `jira:entityProperty` of the manifest: the paths that JQL may search. */
export interface EntityPropertyModule {
  entityType: string;
  propertyKey: string;
  values: { path: string; type: string; searchAlias?: string | undefined }[];
}

/** One `jira:workflowValidator` of the manifest. */
export interface ValidatorModule {
  key: string;
  name: string;
  expression: string;
  errorMessage?: string | undefined;
  projectTypes?: string[] | undefined;
}

/** What the installed app brings to the site, read from its manifest. */
export interface InstalledApp {
  /** What the names of its modules begin with: `ari:cloud:ecosystem::extension/<app>/<environment>/static`. */
  ari?: string;
  scopes: readonly string[];
  entityProperties: readonly EntityPropertyModule[];
  validators: readonly ValidatorModule[];
  /** Keys of its issue panels. */
  panels?: readonly string[];
}

export interface JiraOptions {
  db: Db;
  clock: Clock;
  app: InstalledApp;
  /** How long a write stays invisible to search, in milliseconds. */
  lagMs: number;
  /** Address that `self` links carry; without it `http://localhost`. */
  baseUrl?: string;
  /** The price list of the ledger and of the quota; without it `usual`. */
  prices?: PriceList | undefined;
}
