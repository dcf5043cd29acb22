// Where workflows are kept. A project has one; company-managed projects may share theirs.
import { type Clock } from '../../clock';
import { type Db } from '../../db';
import { type SiteProject, type SiteScreen } from '../api';
import { type Catalog } from '../catalog';
import { type InstalledApp } from '../options';
import { kept } from '../kept';
import { FORGE_VALIDATOR, rulesFor } from './app-rules';
import { referenceOf, type Transition, type Workflow } from './document';
import { screenRule } from './screens';
import { seedWorkflow, versionOf, workflowIdOf } from './seed';
import { checkStatusProperties, type StatusProperties } from './status-rules';

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
  /** Gives a status of the project's workflow these properties instead of those it had. */
  setStatusProperties(project: SiteProject, statusId: string, properties: StatusProperties): void;
  setScreen(project: SiteProject, toStatusId: string, screen: SiteScreen | null): void;
  /** Leaves no transition that leads out of a status. */
  closeWayBack(project: SiteProject, statusId: string): void;
  reload(): void;
}

interface Parts {
  db: Db;
  clock: Clock;
  catalog: Catalog;
  app: InstalledApp;
}

/** A project has its workflow from when it is first asked for; what an earlier run left is there again. */
export function createWorkflows({ db, clock, catalog, app }: Parts): Workflows {
  const workflows = kept<Workflow>(db, 'workflow', ({ id }) => id);
  const save = (workflow: Workflow): Workflow => {
    const version = versionOf(workflow.id, workflow.version.versionNumber + 1);
    return workflows.put({ ...workflow, version, updated: clock.now() });
  };
  const ofProject = (project: SiteProject): Workflow =>
    workflows.get(workflowIdOf(project)) ??
    workflows.put(seedWorkflow(project, rulesFor(app, project), clock.now()));

  return {
    reload: workflows.reload,
    save,
    ofProject,
    all: () => {
      catalog.projects().forEach(ofProject);
      return workflows.all();
    },
    find: (id) => {
      catalog.projects().forEach(ofProject);
      return workflows.get(id);
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
    setStatusProperties: (project, statusId, properties) => {
      checkStatusProperties(properties);
      const workflow = ofProject(project);
      const statuses = workflow.statuses.map((status) =>
        status.statusReference === referenceOf(statusId)
          ? { ...status, properties: { ...properties } }
          : status,
      );
      save({ ...workflow, statuses });
    },
    setScreen: (project, toStatusId, screen) => {
      const workflow = ofProject(project);
      const rule = screen && screenRule(screen);
      const transitions = workflow.transitions.map((transition) =>
        transition.type === 'INITIAL' || transition.toStatusReference !== referenceOf(toStatusId)
          ? transition
          : { ...transition, transitionScreen: rule },
      );
      save({ ...workflow, transitions });
    },
    closeWayBack: (project, statusId) => {
      const workflow = ofProject(project);
      const others = workflow.statuses
        .map(({ statusReference }) => statusReference)
        .filter((reference) => reference !== referenceOf(statusId));
      const transitions = workflow.transitions.map((transition) => ({
        ...transition,
        ...(transition.type === 'INITIAL' ? {} : startsOf(transition, others)),
      }));
      save({ ...workflow, transitions });
    },
    gatePlaced: (project) =>
      ofProject(project).transitions.some(({ validators = [] }) =>
        validators.some((rule) => rule.ruleKey === FORGE_VALIDATOR),
      ),
  };
}

/** A transition that starts in these statuses only, as far as it did before. */
function startsOf(
  { type, links = [], toStatusReference }: Transition,
  statuses: readonly string[],
): Pick<Transition, 'type' | 'links'> {
  const from = type === 'GLOBAL' ? statuses : links.map((link) => link.fromStatusReference ?? '');
  return {
    type: 'DIRECTED',
    links: from
      .filter((reference) => statuses.includes(reference) && reference !== toStatusReference)
      .map((fromStatusReference) => ({ fromStatusReference })),
  };
}
