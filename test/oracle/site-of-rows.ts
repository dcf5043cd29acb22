// The local Jira with a backlog from a file, and what the file's importer does not know of it.
import { standingClock } from '../../local/clock';
import { importFile } from '../../local/data/import';
import { openDb } from '../../local/db';
import { createJira } from '../../local/jira';
import type { Site, SiteIssue } from '../../local/jira/api';
import { readManifest } from '../../local/manifest';
import type { AnsweredRow } from './answered-backlog';

/** A site that takes sprints and hidden items from the rows, as the file's importer can't. */
function fromRows(site: Site, rows: readonly AnsweredRow[]): Site {
  const byKey = new Map<string, AnsweredRow>();
  for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  const whole = (issue: SiteIssue): SiteIssue => {
    const { sprints = [], visibleTo = null } = byKey.get(issue.key) ?? {};
    return { ...issue, sprintIds: sprints, visibleTo };
  };
  return {
    ...site,
    addProject: (project) => {
      site.addProject(project);
      const board = { id: 1, name: 'Board', type: 'scrum' as const, sprints: true };
      site.addBoard({ ...board, projectId: project.id });
      for (const [id, state] of [
        [1, 'active'],
        [2, 'future'],
        [3, 'closed'],
      ] as const) {
        const days = { startDate: null, endDate: null, completeDate: null };
        site.addSprint({ id, boardId: 1, name: `Sprint ${id}`, state, ...days, goal: '' });
      }
    },
    addIssues: (issues) => site.addIssues(issues.map(whole)),
  };
}

/** A local Jira with the backlog of a file, as the app's manifest has it indexed, at a moment. */
export async function siteOfRows(file: string, rows: readonly AnsweredRow[], now: number) {
  const { scopes, modules } = readManifest('manifest.yml');
  const db = openDb(':memory:');
  const app = { scopes, entityProperties: modules['jira:entityProperty'], validators: [] };
  const jira = createJira({ db, clock: standingClock(now), app, lagMs: 0 });
  await importFile({ site: fromRows(jira.site, rows), file });
  const [project] = jira.site.projects();
  if (!project) throw new Error('nothing was imported');
  return { jira, project, close: () => db.close() };
}
