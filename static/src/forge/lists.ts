// Lists that Jira gives in parts, put together.
import type { Named } from '../../../src/domain/rules';
import { jira } from './jira';

const PAGE = 50;

/** All resolutions of the site, asked for by `ask`, in Jira's order. @throws {CallError} */
export async function allResolutions(ask: typeof jira = jira): Promise<Named[]> {
  const found: Named[] = [];
  for (;;) {
    const page = await ask('resolutions', { query: { startAt: found.length, maxResults: PAGE } });
    found.push(...page.values);
    if (page.isLast !== false || page.values.length === 0) return found;
  }
}

/**
 * Names of users by account id; those that Jira does not give are left out. Jira answers ten users
 * unless it is told how many are wanted.
 */
export async function userNames(accountIds: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(accountIds)];
  const chunks = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, n) =>
    ids.slice(n * PAGE, (n + 1) * PAGE),
  );
  const answers = await Promise.all(
    chunks.map((accountId) =>
      jira('users', { query: { accountId, maxResults: PAGE } }).catch(() => null),
    ),
  );
  return new Map(
    answers
      .flatMap((answer) => answer?.values ?? [])
      .map(({ accountId, displayName }) => [accountId, displayName]),
  );
}
