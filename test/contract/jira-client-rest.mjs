// What the day's work of jira-client.mjs does not touch: people, queries, properties in bulk, email.

/** @returns what it saw, by name; a wrong shape is an error */
export async function theRest({ jira, office }) {
  const seen = {};
  const issueIdOrKey = 'SHOP-2';
  seen.site = (await jira.serverInfo.getServerInfo()).deploymentType;
  const found = await jira.userSearch.findUsers({ query: 'the d' });
  seen.people = found.map(({ displayName }) => displayName);
  const who = { accountId: 'acc-dev', issueKey: issueIdOrKey };
  seen.mayBrowse = (await jira.userSearch.findUsersWithBrowsePermission(who)).length;
  const rights = await jira.permissions.getBulkPermissions({
    projectPermissions: [{ permissions: ['EDIT_ISSUES'], issues: [10_001, 10_002], projects: [] }],
  });
  seen.mayEditThese = rights.projectPermissions[0].issues;
  const parsed = await jira.jql.parseJqlQueries({
    validation: 'strict',
    queries: ['project = SHOP', 'nothing = 1'],
  });
  seen.wrongQueries = parsed.queries.map(({ errors = [] }) => errors.length);
  const fetched = await jira.issues.bulkFetchIssues({
    issueIdsOrKeys: [issueIdOrKey],
    fields: ['summary', 'status', 'parent'],
    properties: ['shop-answer'],
  });
  seen.fetched = fetched.issues.map(({ key, properties }) => [key, properties]);
  const value = await jira.jiraExpressions.evaluateJSISJiraExpression({
    expression: 'issue.key',
    context: { issue: { key: issueIdOrKey } },
  });
  seen.value = value.value;
  seen.comments = (await jira.issueComments.getComments({ issueIdOrKey })).total;
  await jira.issues.notify({
    issueIdOrKey,
    subject: 'Look',
    textBody: 'At this.',
    to: { users: [{ accountId: 'acc-dev' }] },
  });

  await jira.issueProperties.bulkSetIssuesPropertiesList({
    entitiesIds: [10_001, 10_003],
    properties: { 'shop-note': { text: 'In bulk' } },
  });
  await jira.issueProperties.bulkDeleteIssueProperty({
    propertyKey: 'shop-note',
    entityIds: [10_003],
  });
  await jira.issueProperties.deleteIssueProperty({
    issueIdOrKey: 'SHOP-1',
    propertyKey: 'shop-note',
  });
  const table = { projectIdOrKey: 'SHOP', propertyKey: 'shop-table' };
  await office.projectProperties.setProjectProperty({ ...table, body: { on: true } });
  seen.table = (await office.projectProperties.getProjectProperty(table)).value;
  await office.projectProperties.deleteProjectProperty(table);
  await office.projectComponents.deleteComponent({ id: '502' });
  await office.issues.deleteIssue({ issueIdOrKey: 'SHOP-1', deleteSubtasks: 'true' });
  return seen;
}
