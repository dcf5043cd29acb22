// Jira's objects in expressions, over the stored site. What Atlassian's page lists and this file does not
// read is an error, never an empty value.
// https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/
import { ESTIMATE_FIELD } from '../constants';
import { plainText } from '../document';
import { type SiteIssueType, type SiteProject, type SiteStatus } from '../api';
import { type Services } from '../services';
import { CATEGORIES } from '../shapes/site';
import { type IssueRecord } from '../store';
import { calendarDate, moment } from './date-methods';
import { type Meter } from './meter';
import { textAt } from './method';
import { type Bean, fromJson, type Value } from './values';

/** Where beans read from, and the meter that counts what they load. */
export interface BeanSource {
  services: Services;
  meter: Meter;
  /** Whether the user who runs the expression may see an issue. */
  sees(issue: IssueRecord): boolean;
}

type Members = Readonly<Record<string, () => Value>>;

function bean(type: string, members: Members, call?: Bean['call']): Bean {
  return {
    kind: 'bean',
    type,
    read: (name) => (Object.hasOwn(members, name) ? members[name]?.() : undefined),
    ...(call ? { call } : {}),
    toJson: () => {
      const id = members['id']?.() ?? members['accountId']?.() ?? null;
      return members['accountId'] ? { accountId: id } : { id };
    },
  };
}

function named(type: string, id: string, name: string): Bean {
  return bean(type, { id: () => Number(id), name: () => name, description: () => '' });
}

function statusBean(status: SiteStatus): Bean {
  const { id, key, name, colorName } = CATEGORIES[status.category];
  const members: Members = {
    id: () => id,
    key: () => key,
    name: () => name,
    colorName: () => colorName,
  };
  return bean('IssueStatus', {
    id: () => Number(status.id),
    name: () => status.name,
    description: () => '',
    category: () => bean('StatusCategory', members),
  });
}

function typeBean(type: SiteIssueType): Bean {
  return bean('IssueType', {
    id: () => Number(type.id),
    name: () => type.name,
    description: () => '',
    hierarchyLevel: () => type.hierarchyLevel,
  });
}

/** `User`, null for nobody. An account that the site does not know is not active and has no name. */
export function userBean(source: BeanSource, accountId: string | null): Value {
  if (accountId === null) return null;
  const user = source.services.catalog.user(accountId);
  return bean('User', {
    accountId: () => accountId,
    displayName: () => user?.displayName ?? null,
    timeZone: () => user?.timeZone ?? null,
    locale: () => user?.locale ?? null,
    active: () => user !== undefined,
  });
}

/** `properties` of an issue or project: each key that is read counts as loading data. */
function propertiesBean(
  meter: Meter,
  read: (key: string) => string | undefined,
  keys: () => string[],
): Bean {
  const load = (key: string): Value => {
    meter.load();
    const text = read(key);
    return text === undefined ? null : fromJson(JSON.parse(text) as unknown);
  };
  return {
    kind: 'bean',
    type: 'EntityProperties',
    read: load,
    call: (name, args) => {
      if (name === 'get') return load(textAt(args, 0));
      if (name !== 'keys') return undefined;
      meter.load();
      return keys();
    },
    toJson: () => ({}),
  };
}

/** `Project`; its properties count as loading data. */
export function projectBean(source: BeanSource, project: SiteProject): Bean {
  const { projectProperties } = source.services;
  return bean('Project', {
    id: () => Number(project.id),
    key: () => project.key,
    name: () => project.name,
    style: () => project.style,
    projectTypeKey: () => 'software',
    properties: () =>
      propertiesBean(
        source.meter,
        (key) => projectProperties.get(project.id, key),
        () => projectProperties.keys(project.id),
      ),
  });
}

/**
 * `Issue` as it is stored, whatever search knows of it. What its page calls expensive counts as
 * loading data; issues that the user does not see are null, or left out of lists.
 */
export function issueBean(source: BeanSource, issue: IssueRecord): Bean {
  const { catalog, store } = source.services;
  const loaded = (value: () => Value) => () => {
    source.meter.load();
    return value();
  };
  const find = (all: readonly { id: string; name: string }[], id: string | null, type: string) => {
    const found = all.find((one) => one.id === id);
    return found ? named(type, found.id, found.name) : null;
  };
  const project = catalog.project(issue.projectId);
  const status = catalog.status(issue.statusId);
  const type = catalog.issueType(issue.typeId);
  const date = (ms: number | null): Value => (ms === null ? null : moment(ms));
  const children = (keep: (child: IssueRecord) => boolean): Value =>
    store
      .children(issue.id)
      .filter((child) => keep(child) && source.sees(child))
      .map((child) => issueBean(source, child));

  return bean('Issue', {
    id: () => Number(issue.id),
    key: () => issue.key,
    summary: () => issue.summary,
    description: () => {
      const document = store.description(issue.id);
      return document === null ? null : bean('RichText', { plainText: () => plainText(document) });
    },
    issueType: () => (type ? typeBean(type) : null),
    status: () => (status ? statusBean(status) : null),
    priority: () => find(catalog.priorities(), issue.priorityId, 'IssuePriority'),
    resolution: () => find(catalog.resolutions(), issue.resolutionId, 'Resolution'),
    created: () => date(issue.created),
    updated: () => date(issue.updated),
    resolutionDate: () => date(issue.resolved),
    dueDate: () => (issue.dueDate === null ? null : calendarDate(issue.dueDate)),
    isEpic: () => type?.hierarchyLevel === 1,
    labels: loaded(() => issue.labels),
    components: loaded(() =>
      (project?.components ?? [])
        .filter((one) => issue.componentIds.includes(one.id))
        .map((one) => named('Component', one.id, one.name)),
    ),
    fixVersions: loaded(() =>
      issue.fixVersionNames.map((name) =>
        named('Version', catalog.versionId(issue.projectId, name), name),
      ),
    ),
    project: loaded(() => (project ? projectBean(source, project) : null)),
    parent: loaded(() => {
      const parent = issue.parentId === null ? undefined : store.issue(issue.parentId);
      return parent && source.sees(parent) ? issueBean(source, parent) : null;
    }),
    subtasks: loaded(() => children((child) => catalog.levelOf(child.typeId) < 0)),
    childIssues: loaded(() => children(() => true)),
    assignee: loaded(() => userBean(source, issue.assigneeAccountId)),
    reporter: loaded(() => userBean(source, issue.reporterAccountId)),
    creator: loaded(() => userBean(source, issue.creatorAccountId)),
    [ESTIMATE_FIELD]: () => issue.estimate,
    properties: () =>
      propertiesBean(
        source.meter,
        (key) => store.property(issue.id, key),
        () => store.propertyKeys(issue.id),
      ),
  });
}

/** `Transition` as the context of a validator has it; `from` is where the issue stands. */
export function transitionBean(
  { name, id, to }: { name: string; id: string; to: SiteStatus },
  from: SiteStatus,
  hasScreen: boolean,
): Bean {
  return bean('Transition', {
    id: () => Number(id),
    name: () => name,
    from: () => statusBean(from),
    to: () => statusBean(to),
    hasScreen: () => hasScreen,
  });
}

/** `Workflow` as the context of a validator has it; `id` is its `entityId`. */
export function workflowBean(id: string, name: string): Bean {
  return bean('Workflow', { name: () => name, entityId: () => id });
}
