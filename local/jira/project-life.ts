// What happens while an app looks: projects are archived, renamed, deleted, and items are deleted.
import { type Db } from '../db';
import { type Site, type SiteProject } from './api';
import { type Boards } from './boards';
import { type Catalog } from './catalog';
import { type IndexWriter } from './index-writer';
import { type IssueRecord, type Store } from './store';

interface Parts {
  db: Db;
  catalog: Catalog;
  boards: Boards;
  store: Store;
  index: IndexWriter;
}

/** Search notices after the lag, as with every write. */
export function createProjectLife({
  db,
  catalog,
  boards,
  store,
  index,
}: Parts): Pick<Site, 'archiveProject' | 'renameProject' | 'deleteProject' | 'deleteIssue'> {
  const projectOf = (idOrKey: string): SiteProject => {
    const project = catalog.findProject(idOrKey);
    if (!project) throw new Error(`There is no project ${idOrKey}.`);
    return project;
  };

  const isSubtask = ({ projectId, typeId }: IssueRecord): boolean =>
    catalog
      .project(projectId)
      ?.issueTypes.some(({ id, hierarchyLevel }) => id === typeId && hierarchyLevel < 0) === true;
  /** Sub-tasks go with their item; other children stay, without a parent. */
  const remove = (issueId: string): void => {
    for (const child of store.children(issueId)) {
      if (isSubtask(child)) remove(child.id);
      else {
        store.update({ ...child, parentId: null });
        index.touch(child.id);
      }
    }
    store.remove(issueId);
    index.touch(issueId);
  };

  return {
    deleteIssue: (id) => {
      if (!store.issue(id)) throw new Error(`There is no issue ${id}.`);
      db.transaction(() => {
        remove(id);
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
        for (const issueId of store.idsOf(id)) if (store.issue(issueId)) remove(issueId);
        db.run('DELETE FROM jira_project_property WHERE project_id = ?', [id]);
        db.run('DELETE FROM jira_panel_pin WHERE project_id = ?', [id]);
        boards.removeOf(id);
        catalog.removeProject(id);
      });
    },
  };
}
