// What an issue of the local Jira has when nothing is said of it.
import type { SiteIssue } from '../../local/jira/api';

/** New lists at each call: a site keeps what it is given. */
export const bareIssue = () =>
  ({
    description: null,
    resolutionId: null,
    priorityId: null,
    parentId: null,
    resolved: null,
    dueDate: null,
    labels: [],
    componentIds: [],
    fixVersionNames: [],
    reporterAccountId: null,
    assigneeAccountId: null,
    estimate: null,
    visibleTo: null,
    properties: {},
    links: [],
    history: [],
  }) satisfies Partial<SiteIssue>;
