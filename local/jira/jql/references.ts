// From the words of a query to ids. A value that the caller cannot see does not exist for them.
import { type SiteProject } from '../api';
import { CATEGORIES } from '../shapes/site';
import { type IssueRecord } from '../store';
import { type JqlEnvironment } from './environment';
import { JqlError, unknownSprint, unknownValue } from './jql-error';

/** Ids for the given words; a word may mean several (one name, several projects' statuses). */
export type Resolve = (words: readonly string[], field: string, env: JqlEnvironment) => string[];

interface Candidate {
  id: string;
  name: string;
  key?: string;
}

/** @throws JqlError from what it gives, for a word that none of the candidates has */
function byNameOrId(
  candidates: (env: JqlEnvironment) => readonly Candidate[],
  unknown = unknownValue,
): Resolve {
  return (words, field, env) => {
    const all = candidates(env);
    return words.flatMap((word) => {
      const lower = word.toLowerCase();
      const hits = all.filter(
        (one) =>
          one.id === word || one.name.toLowerCase() === lower || one.key?.toLowerCase() === lower,
      );
      // An anonymous caller gets an empty answer instead of an error.
      if (hits.length === 0 && !env.viewer.anonymous) throw unknown(word, field);
      return hits.map((hit) => hit.id);
    });
  };
}

/** What the projects have that the caller sees. */
function ofProjects(
  has: (project: SiteProject, env: JqlEnvironment) => readonly Candidate[],
): Resolve {
  return byNameOrId((env) => env.viewer.visibleProjects().flatMap((project) => has(project, env)));
}

export const projects = byNameOrId((env) => env.viewer.visibleProjects());
export const issueTypes = ofProjects((project) => project.issueTypes);
export const statuses = ofProjects((project) => project.statuses);
export const resolutions = byNameOrId((env) => env.catalog.resolutions());
export const priorities = byNameOrId((env) => env.catalog.priorities());
export const components = ofProjects((project) => project.components);
export const versions = ofProjects(({ id }, env) => env.catalog.versions(id));

/** Sprints of boards whose project the caller sees; a name may be that of several. */
export const visibleSprints = (env: JqlEnvironment) => {
  const seen = env.boards.boards().filter((board) => env.viewer.seesProject(board.projectId));
  return seen.flatMap((board) => env.boards.sprints(board.id));
};

export const sprints = byNameOrId(
  (env) => visibleSprints(env).map(({ id, name }) => ({ id: String(id), name })),
  unknownSprint,
);

// The search table knows a category by its key; queries may name it by its number, too.
const CATEGORY_NAMES: readonly Candidate[] = Object.values(CATEGORIES).map(({ id, key, name }) => ({
  id: key,
  name,
  key: String(id),
}));
export const categories = byNameOrId(() => CATEGORY_NAMES);

/** By account id only, as in Jira Cloud; the caller's own is always known. */
export const users: Resolve = (words, field, env) =>
  words.map((word) => {
    const known = env.catalog.user(word) ?? (word === env.viewer.accountId ? word : undefined);
    if (known === undefined && !env.viewer.anonymous) throw unknownValue(word, field);
    return word;
  });

/** Any text may be a label: none is unknown. */
export const labels: Resolve = (words) => [...words];

/** Issues by key or id, in the order of the words. */
export function findIssues(
  words: readonly string[],
  field: string,
  env: JqlEnvironment,
): IssueRecord[] {
  const byId = env.store.issues(words.filter((word) => /^\d+$/.test(word)));
  return words.flatMap((word) => {
    const issue = byId.get(word) ?? env.store.issueByKey(word);
    if (issue && env.viewer.seesIssue(issue)) return [issue];
    if (env.viewer.anonymous) return [];
    throw /^\d+$/.test(word)
      ? new JqlError(`A value with ID '${word}' does not exist for the field '${field}'.`)
      : new JqlError(`An issue with key '${word}' does not exist for field '${field}'.`);
  });
}
