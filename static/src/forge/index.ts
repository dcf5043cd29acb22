// Also here, so that it stands in front of the schemas in whatever file they are bundled into.
import '../no-eval';
export { CallError } from './call-error';
export { call } from './call';
export { jira, type JiraRequest } from './jira';
export { allResolutions, userNames, type Gone } from './lists';
export { readContext, type PageContext } from './context';
export { navigate, open, pageHistory, type PageHistory } from './navigate';
export { useKnownPeople, useNames, type KnownPeople } from './use-names';
