// Every figure that the local Jira imitates, in one place. `documented`: Atlassian's page says so;
// `assumption`: Atlassian publishes nothing, so it is ours to choose. PARITY.md names the pages.

/** Page rules of `search/jql` (documented, but "may return fewer" with fields: 100 is an assumption). */
export const SEARCH_PAGE = { default: 50, idsOnly: 5_000, withFields: 100 } as const;
export const MAX_ORDER_FIELDS = 7;
export const MAX_INLINE_PROPERTIES = 5;
export const MAX_RECONCILE = 50;
export const MAX_PARSED = 100;
export const TOKEN_LIFE_MS = 7 * 86_400_000;
export const PROPERTY = { maxLength: 32_768, maxKey: 255 } as const;
export const BULK_PROPERTIES = { issues: 10_000, keys: 10 } as const;
/** Issues of one `issue/bulkfetch` (documented). */
export const BULK_FETCH = 100;

/** `changelog/bulkfetch` (documented). */
export const CHANGELOGS = { issues: 1_000, fields: 10, page: 10_000, pageDefault: 1_000 } as const;
export const PERMISSION_CHECK_MAX = 1_000;
export const SUMMARY_MAX = 255;
export const TEXT_MAX = 32_767;
export const TASK_LIFE_MS = 14 * 86_400_000;

/** Points: base, per object returned, per user, group, role or permission, per write (documented). */
export const POINTS = { base: 1, object: 1, people: 2, write: 1 } as const;

/** Jira expressions: length and operations (field report), steps (field report for evaluate). */
export const EXPRESSION = { maxLength: 1_000, maxExpensive: 10, maxSteps: 10_000 } as const;

/** Types of links that a site has from the start (field report; an admin may change them). */
export const LINK_TYPES = [
  { id: '10000', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10001', name: 'Cloners', inward: 'is cloned by', outward: 'clones' },
  { id: '10002', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10003', name: 'Relates', inward: 'relates to', outward: 'relates to' },
  { id: '10004', name: 'Issue split', inward: 'split from', outward: 'split to' },
] as const;

/** The zone of calls as the app (assumption). */
export const APP_ZONE = 'UTC';
export const SITE_ZONE = 'UTC';

/** The app's own user, as author of what it writes. */
export const APP_ACCOUNT = { accountId: '557058:ladder-app', displayName: 'Ladder' } as const;

/** The field that holds story points in `fields`. */
export const ESTIMATE_FIELD = 'customfield_10016';
export const RANK_FIELD = 'customfield_10019';
export const SPRINT_FIELD = 'customfield_10020';
/** Issues that one call may rank (documented). */
export const RANK_MAX = 50;
export const SITE_URL = 'http://localhost';
