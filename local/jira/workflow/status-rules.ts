// What the properties of a status in its workflow take away from issues that stand in it. Source:
// https://support.atlassian.com/jira-cloud-administration/docs/use-workflow-properties/
import { notModelled } from '../errors';
import { hasInProject } from '../permissions';
import { type Services } from '../services';
import { type IssueRecord } from '../store';
import { type Viewer } from '../viewer';
import { referenceOf } from './document';

export type StatusProperties = Readonly<Record<string, string>>;

/** `false` closes the issue's fields to everybody; permissions stay as they are. */
const EDITABLE = 'jira.issue.editable';
/** Names the one account that keeps the permission to edit; a number behind it allows more of them. */
const EDITORS = /^jira\.permission\.edit\.user(\.\d+)?$/;

/** @throws JiraError for a property that Jira acts on and this stand-in does not. */
export function checkStatusProperties(properties: StatusProperties): void {
  for (const key of Object.keys(properties)) {
    if (key.startsWith('jira.') && key !== EDITABLE && !EDITORS.test(key)) {
      throw notModelled(`the status property ${key}`, 400);
    }
  }
}

function propertiesOf({ catalog, workflows }: Services, issue: IssueRecord): StatusProperties {
  const project = catalog.project(issue.projectId);
  const here = referenceOf(issue.statusId);
  const statuses = project ? workflows.ofProject(project).statuses : [];
  return statuses.find(({ statusReference }) => statusReference === here)?.properties ?? {};
}

/** Whether the fields of an issue may be edited in its status, by those who hold the permission. */
export const isEditable = (services: Services, issue: IssueRecord): boolean =>
  propertiesOf(services, issue)[EDITABLE] !== 'false';

/** Whether a caller holds a permission on an issue: a status may narrow what the project gives. */
export function hasOnIssue(
  services: Services,
  viewer: Viewer,
  permission: string,
  issue: IssueRecord,
): boolean {
  if (!hasInProject(viewer, permission, issue.projectId)) return false;
  if (permission !== 'EDIT_ISSUES') return true;
  const editors = Object.entries(propertiesOf(services, issue))
    .filter(([key]) => EDITORS.test(key))
    .map(([, account]) => account);
  return editors.length === 0 || editors.includes(viewer.accountId ?? '');
}

/** Whether a caller may write properties of an issue: with the permission, and in an editable status. */
export const mayWriteProperties = (
  services: Services,
  viewer: Viewer,
  issue: IssueRecord,
): boolean => hasOnIssue(services, viewer, 'EDIT_ISSUES', issue) && isEditable(services, issue);
