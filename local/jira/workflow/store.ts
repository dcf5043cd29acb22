// Where workflows are kept. A project has one; company-managed projects may share theirs.
import { type Clock } from '../../clock';
import { type Db } from '../../db';
import { type SiteProject } from '../api';
import { type Catalog } from '../catalog';
import { type InstalledApp } from '../options';
import { json } from '../rows';
import { FORGE_VALIDATOR, rulesFor } from './app-rules';
import { referenceOf, type Workflow } from './document';
import { seedWorkflow, versionOf, workflowIdOf } from './seed';

export interface Workflows {
  all(): Workflow[];
  find(id: string): Workflow | undefined;
  ofProject(project: SiteProject): Workflow;
  projectsOf(workflow: Workflow): SiteProject[];
  /** Keeps a changed workflow as its next version. */
  save(workflow: Workflow): Workflow;
  /** Puts the app's rules on all moves into In Progress, or takes them off everywhere. */
  setGate(project: SiteProject, placed: boolean): void;
  gatePlaced(project: SiteProject): boolean;
  reload(): void;
}

interface Parts {
  db: Db;
  clock: Clock;
  catalog: Catalog;
  app: InstalledApp;
}

export function createWorkflows({ db, clock, catalog, app }: Parts): Workflows {
  const kept = new Map<string, Workflow>();
  const reload = (): void => {
    kept.clear();
    for (const row of db.all('SELECT data FROM jira_workflow ORDER BY rowid')) {
      const workflow = json<Workflow>(row, 'data');
      kept.set(workflow.id, workflow);
    }
  };
  reload();

  const keep = (workflow: Workflow): Workflow => {
    db.run('INSERT OR REPLACE INTO jira_workflow VALUES (?, ?)', [
      workflow.id,
      JSON.stringify(workflow),
    ]);
    kept.set(workflow.id, workflow);
    return workflow;
  };
  const save = (workflow: Workflow): Workflow => {
    const version = versionOf(workflow.id, workflow.version.versionNumber + 1);
    return keep({ ...workflow, version, updated: clock.now() });
  };
  const ofProject = (project: SiteProject): Workflow =>
    kept.get(workflowIdOf(project)) ??
    keep(seedWorkflow(project, rulesFor(app, project), clock.now()));

  return {
    reload,
    save,
    ofProject,
    all: () => {
      catalog.projects().forEach(ofProject);
      return [...kept.values()];
    },
    find: (id) => {
      catalog.projects().forEach(ofProject);
      return kept.get(id);
    },
    projectsOf: (workflow) =>
      catalog.projects().filter((project) => workflowIdOf(project) === workflow.id),
    setGate: (project, placed) => {
      const workflow = ofProject(project);
      const started = project.statuses.filter(({ category }) => category === 'indeterminate');
      const starts = new Set(started.map(({ id }) => referenceOf(id)));
      const transitions = workflow.transitions.map((transition) => {
        const others = (transition.validators ?? []).filter(
          (rule) => rule.ruleKey !== FORGE_VALIDATOR,
        );
        const wanted = placed && starts.has(transition.toStatusReference);
        const validators = wanted ? [...others, ...rulesFor(app, project)] : others;
        return { ...transition, validators };
      });
      save({ ...workflow, transitions });
    },
    gatePlaced: (project) =>
      ofProject(project).transitions.some(({ validators = [] }) =>
        validators.some((rule) => rule.ruleKey === FORGE_VALIDATOR),
      ),
  };
}
