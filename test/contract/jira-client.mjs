// An independent client, strict about every answer, does a day's work on the Jira at the given
// address. Prints what it saw as JSON; a wrong shape ends it with an error.
import { strictBoards, strictJira } from '../support/strict-jira.mjs';
import { theRest } from './jira-client-rest.mjs';

const [, , host] = process.argv;
const jira = strictJira(host, 'po');
const agile = strictBoards(host, 'po');
const seen = {};

seen.myself = (await jira.myself.getCurrentUser()).displayName;
seen.projects = (await jira.projects.searchProjects()).values.map((project) => project.key);
seen.project = (await jira.projects.getProject({ projectIdOrKey: 'SHOP' })).name;
seen.statuses = (await jira.projects.getAllStatuses({ projectIdOrKey: 'SHOP' })).length;
seen.components = (
  await jira.projectComponents.getProjectComponents({ projectIdOrKey: 'SHOP' })
).map((component) => component.name);
const componentPage = { projectIdOrKey: 'SHOP', maxResults: 1, orderBy: '-name' };
const paged = await jira.projectComponents.getProjectComponentsPaginated(componentPage);
seen.lastComponent = paged.values[0].name;
seen.fields = (await jira.issueFields.getFields()).length;

const jql = 'project = SHOP ORDER BY key';
const search = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({
  jql,
  fields: ['*all'],
  expand: 'names,changelog',
  properties: ['shop-answer'],
});
seen.found = search.issues.map((issue) => issue.key);
seen.count = (await jira.issueSearch.countIssues({ jql })).count;

const created = await jira.issues.createIssue({
  fields: { project: { key: 'SHOP' }, issuetype: { name: 'Story' }, summary: 'Made by a client' },
});
seen.created = created.key;
const issueIdOrKey = created.key;
await jira.issues.editIssue({ issueIdOrKey, fields: { summary: 'Changed', labels: ['client'] } });
const { transitions } = await jira.issues.getTransitions({ issueIdOrKey });
const done = transitions.find((transition) => transition.name === 'Done');
await jira.issues.doTransition({ issueIdOrKey, transition: { id: done.id } });
await jira.issueComments.addComment({
  issueIdOrKey,
  body: {
    type: 'doc',
    version: 1,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Done.' }] }],
  },
});
const read = await jira.issues.getIssue({ issueIdOrKey, expand: 'changelog,names,transitions' });
seen.read = [read.fields.summary, read.fields.status.name, read.fields.resolution.name];
seen.changes = read.changelog.total;
seen.log = (await jira.issues.getChangeLogs({ issueIdOrKey })).total;
const entity = { issueIdOrKey, propertyKey: 'shop-answer' };
await jira.issueProperties.setIssueProperty({ ...entity, body: { goal: 'G1' } });
seen.property = (await jira.issueProperties.getIssueProperty(entity)).value;
const permissions = await jira.permissions.getMyPermissions({
  projectKey: 'SHOP',
  permissions: 'EDIT_ISSUES',
});
seen.mayEdit = permissions.permissions.EDIT_ISSUES.havePermission;

const boards = await agile.board.getAllBoards({ projectKeyOrId: 'SHOP' });
seen.boards = boards.values.map((board) => board.name);
const boardId = boards.values[0].id;
const sprints = await agile.board.getAllSprints({ boardId, state: 'active' });
seen.sprints = sprints.values.map((sprint) => sprint.name);
await agile.issue.rankIssues({ issues: ['SHOP-3'], rankBeforeIssue: 'SHOP-1' });

const office = strictJira(host, 'admin');
const own = await office.workflows.readWorkflows({ workflowNames: ['Workflow of SHOP'] });
const [workflow] = own.workflows;
seen.transitions = workflow.transitions.map((transition) => transition.name);
const omit = (from, ...names) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
const payload = {
  statuses: own.statuses.map((status) => omit(status, 'scope')),
  workflows: [
    {
      ...omit(workflow, 'name', 'scope', 'isEditable', 'created', 'updated', 'taskId'),
      statuses: workflow.statuses.map((status) => omit(status, 'deprecated')),
    },
  ],
};
seen.problems = (await office.workflows.validateUpdateWorkflows({ payload })).errors;
const updated = await office.workflows.updateWorkflows(payload);
seen.version = updated.workflows[0].version.versionNumber;
const moduleId = 'ari:cloud:ecosystem::extension/shop/test/static/panel';
const { taskId } = await office.issuePanels.bulkPinUnpinProjectsAsync({
  moduleId,
  projectList: [{ projectIdOrKey: 'SHOP', action: 'UNPIN' }],
});
seen.pinned = (await office.tasks.getTask({ taskId })).status;
try {
  await jira.issues.getIssue({ issueIdOrKey: 'SHOP-999' });
} catch (error) {
  seen.missing = error.status ?? error.message;
}

Object.assign(seen, await theRest({ jira, office }));

console.log(JSON.stringify(seen));
