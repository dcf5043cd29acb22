// What happens while an app looks: projects are archived, renamed, deleted, and items are deleted.
import { type Site, type SiteProject } from './api';
import { removeIssue } from './removal';
import { type Services } from './services';

type Parts = Pick<Services, 'db' | 'catalog' | 'boards' | 'projectProperties' | 'store' | 'index'>;

/** Search notices after the lag, as with every write. @throws Error for what is not on the site */
export function createProjectLife(
  parts: Parts,
): Pick<Site, 'archiveProject' | 'renameProject' | 'deleteProject' | 'deleteIssue'> {
  const { db, catalog, boards, projectProperties, store, index } = parts;
  const projectOf = (idOrKey: string): SiteProject => {
    const project = catalog.findProject(idOrKey);
    if (!project) throw new Error(`There is no project ${idOrKey}.`);
    return project;
  };

  return {
    deleteIssue: (id) => {
      if (!store.issue(id)) throw new Error(`There is no issue ${id}.`);
      db.transaction(() => {
        removeIssue(parts, id);
      });
    },
    archiveProject: (idOrKey, archived = true) => {
      catalog.addProject({ ...projectOf(idOrKey), archived });
    },
    renameProject: (idOrKey, to) => {
      const project = projectOf(idOrKey);
      const { key = project.key, name = project.name } = to;
      const owner = catalog.findProject(key);
      if (owner && owner.id !== project.id) throw new Error(`The key ${key} is taken.`);
      const formerKeys = [...(project.formerKeys ?? []), project.key].filter((one) => one !== key);
      db.transaction(() => {
        catalog.addProject({ ...project, key, name, formerKeys });
        if (key === project.key) return;
        store.rekey(project.id, project.key, key);
        for (const id of store.idsOf(project.id)) index.touch(id);
      });
    },
    deleteProject: (idOrKey) => {
      const { id } = projectOf(idOrKey);
      db.transaction(() => {
        for (const issueId of store.idsOf(id))
          if (store.issue(issueId)) removeIssue(parts, issueId);
        projectProperties.removeAll(id);
        db.run('DELETE FROM jira_panel_pin WHERE project_id = ?', [id]);
        boards.removeOf(id);
        catalog.removeProject(id);
      });
    },
  };
}
