// Calls about people: their names, and what they may see.
import { z } from 'zod';
import { onDemand } from '../../contract/on-demand';
import { api, type Endpoint } from './endpoint';

export const peopleEndpoints = {
  users: {
    method: 'GET',
    path: '/rest/api/3/user/bulk',
    scopes: ['read:jira-user'],
    as: ['browser'],
    answer: onDemand(() =>
      z.object({
        values: z.array(
          z.object({
            accountId: z.string(),
            displayName: z.string(),
            active: z.boolean().optional(),
          }),
        ),
      }),
    ),
    page: `${api('users')}#api-rest-api-3-user-bulk-get`,
  },
  /** People by the beginning of their name; only those whom the caller may browse. */
  findUsers: {
    method: 'GET',
    path: '/rest/api/3/user/search',
    scopes: ['read:jira-user'],
    as: ['browser'],
    answer: onDemand(() =>
      z.array(
        z.object({
          accountId: z.string(),
          displayName: z.string().default(''),
          accountType: z.string().optional(),
          active: z.boolean().optional(),
        }),
      ),
    ),
    page: `${api('user-search')}#api-rest-api-3-user-search-get`,
  },
  /** Whether an account may see an item, or those of a project; nobody where the caller may not browse users. */
  whoMayBrowse: {
    method: 'GET',
    path: '/rest/api/3/user/viewissue/search',
    scopes: ['read:jira-user'],
    as: ['user', 'app'],
    answer: onDemand(() =>
      z.array(z.object({ accountId: z.string(), active: z.boolean().optional() })),
    ),
    page: `${api('user-search')}#api-rest-api-3-user-viewissue-search-get`,
  },
} as const satisfies Record<string, Endpoint>;
