// Waits for one of Jira's asynchronous tasks.
import { AppError } from '../../domain/errors';
import { MESSAGES } from '../../domain/messages';
import type { JiraClient } from './client';

export interface Waiting {
  sleep(ms: number): Promise<void>;
}

const POLL_MS = 500;

/** Jira did not do what it promised. */
export const stuck = (what: string): AppError =>
  new AppError('jira_unavailable', MESSAGES.jira.jira_unavailable, { cause: new Error(what) });

/** Whether a task is done. @throws AppError jira_unavailable when it ended otherwise */
export async function isTaskOver(
  jira: JiraClient,
  as: 'app' | 'user',
  taskId: string,
  what: string,
): Promise<boolean> {
  const { status } = await jira.call('getTask', { as, params: { taskId } });
  if (status === 'COMPLETE') return true;
  if (status !== 'ENQUEUED' && status !== 'RUNNING')
    throw stuck(`${what}: task ended as ${status}`);
  return false;
}

/**
 * Returns when the task is done.
 * @param polls how often it is asked for, twice a second
 * @throws AppError jira_unavailable when it ends otherwise or takes too long
 */
export async function finishTask(
  jira: JiraClient,
  as: 'app' | 'user',
  taskId: string,
  { what, polls, sleep }: Waiting & { what: string; polls: number },
): Promise<void> {
  for (let poll = 0; poll < polls; poll += 1) {
    if (await isTaskOver(jira, as, taskId, what)) return;
    await sleep(POLL_MS);
  }
  throw stuck(`${what}: task not finished in time`);
}
