export { CallError } from './call-error';
export { call } from './call';
export { jira, type BrowserEndpoint, type JiraRequest } from './jira';
export { allResolutions, userNames } from './lists';
export { enableTheme, readContext, type PageContext } from './context';
export { navigate, open, pageHistory, type PageHistory } from './navigate';
