// Puts a summary in the place of another one, and of no third one.
import type { JiraCall } from '../../gather/jira-call';
import { readIssue } from '../../gather/kill-list';

/** Jira: a summary holds at most this many characters. */
export const SUMMARY_LIMIT = 255;

export interface Reworded {
  from: string;
  to: string;
}

/** `other`: somebody changed it meanwhile, and nothing was written. */
export type PutOutcome = { kind: 'put' } | { kind: 'other'; summary: string };

/** Jira edits without a condition, so it is looked at just before. @throws {CallError} */
export async function putSummary(
  jira: JiraCall,
  itemId: string,
  from: string,
  to: string,
): Promise<PutOutcome> {
  const { fields } = await readIssue(jira, itemId);
  const summary = fields?.summary ?? '';
  if (summary === to) return { kind: 'put' };
  if (summary !== from) return { kind: 'other', summary };
  await jira('editIssue', {
    params: { issueIdOrKey: itemId },
    query: { notifyUsers: 'true' },
    body: { fields: { summary: to } },
  });
  return { kind: 'put' };
}
