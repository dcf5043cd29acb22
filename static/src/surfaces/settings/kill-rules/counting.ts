// What only the preview of the rules needs: fetched beside the page, which does not wait for it.
export { SIDE_BY_SIDE, LISTED_LIMIT } from '../../project/gather/bounds';
export { createCounts } from '../../project/gather/counts';
export { limitCalls } from '../../project/gather/jira-call';
export { readParents } from '../../project/gather/parents';
export { NumberLink } from '../../project/number-link';
export { previewOf } from './preview';
