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

/** Why somebody cannot be reached any more: Jira knows no such account, or it is not in use. */
export type Gone = 'unknown' | 'inactive';

export interface People {
  /** By account id. */
  names: Map<string, string>;
  /** Only those of whom Jira has said so; where it did not answer, nobody is. */
  gone: Map<string, Gone>;
}

/** Who these accounts are. What Jira does not answer is left out; nothing is thrown. */
export async function peopleOf(accountIds: readonly string[]): Promise<People> {
  const ids = [...new Set(accountIds)];
  const chunks = Array.from({ length: Math.ceil(ids.length / PAGE) }, (_, n) =>
    ids.slice(n * PAGE, (n + 1) * PAGE),
  );
  const answers = await Promise.all(
    chunks.map((accountId) =>
      // Jira answers ten users unless it is told how many are wanted.
      jira('users', { query: { accountId, maxResults: PAGE } }).catch(() => null),
    ),
  );
  const names = new Map<string, string>();
  const gone = new Map<string, Gone>();
  for (const [n, answer] of answers.entries()) {
    if (!answer) continue;
    for (const id of chunks[n] ?? []) gone.set(id, 'unknown');
    for (const { accountId, displayName, active } of answer.values) {
      names.set(accountId, displayName);
      if (active === false) gone.set(accountId, 'inactive');
      else gone.delete(accountId);
    }
  }
  return { names, gone };
}

/** Names of users by account id; those that Jira does not give are left out. */
export const userNames = async (accountIds: readonly string[]): Promise<Map<string, string>> =>
  (await peopleOf(accountIds)).names;
