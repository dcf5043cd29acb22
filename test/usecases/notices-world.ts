// Nights on which results are due, and what went out in them.
import { afterEach } from '@jest/globals';
import type { SiteIssue } from '../../local/jira/api';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import type { Rules } from '../../src/domain/rules';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { addGoal, answerFor, issue, setRules, startLoop, STATUS, type Loop } from '../support/loop';
import { account } from '../support/small-site';
import { appPorts } from './app-ports';
import { ORDER, TEN_PAST } from './scan-world';

const loops: Loop[] = [];
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.close())));

export const done = (number: number, more: Partial<SiteIssue> = {}): SiteIssue =>
  issue(number, {
    summary: 'canary of an item',
    statusId: STATUS.done,
    resolutionId: '1',
    assigneeAccountId: account('dev'),
    ...more,
  });

/** A night on which the results of these items are due. */
export async function night(issues: SiteIssue[], digest: Partial<Rules['digest']> = {}, more = {}) {
  const loop = await startLoop(issues);
  loops.push(loop);
  const goal = await addGoal(loop);
  for (const { id } of issues)
    await loop.rest('po', 'PUT', `/issue/${id}/properties/ladder-answer`, {
      ...{ v: 1, state: 'answered', ...answerFor(goal) },
      checkBy: '2026-06-01',
    });
  await setRules(loop, { scan: true, digest: { mode: 'notify', weekday: 1, ...digest }, ...more });
  loop.clock.set(TEN_PAST);
  loop.host.jira.settle();
  return loop;
}

const order = { ...ORDER, force: true };
export const scan = (loop: Loop, instead?: (call: JiraCall) => JiraReply | null) =>
  scanProject(appPorts(loop, instead), order);
export const sent = ({ host }: Loop) =>
  host.jira
    .outbox()
    .map(({ toAccountIds, issueKey, subject }) => [
      toAccountIds.join(),
      issueKey,
      subject.replace('Ladder in SHOP: ', ''),
    ]);
export const DUE = 'a result is due';
export const refusing = (status: number) => (call: JiraCall) =>
  call.path.endsWith('/notify') ? { status, header: () => null, text: async () => '' } : null;
