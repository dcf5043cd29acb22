// Nights on which results are due, and what went out in them.
import { afterEach } from '@jest/globals';
import type { SiteIssue } from '../../local/jira/api';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import type { Goal } from '../../src/domain/goal';
import type { Rules } from '../../src/domain/rules';
import { gatherDigest } from '../../src/usecases/notices/gather-digest';
import { scanProject } from '../../src/usecases/scan/scan-project';
import {
  addGoal,
  answerFor,
  issue,
  PROJECT,
  setRules,
  startLoop,
  STATUS,
  type Loop,
} from '../support/loop';
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

/** The Thursday of that night, and the Monday before it. */
export const TODAY = '2026-06-11';
export const MONDAY = '2026-06-08';

/** What the messages of a night rest on: of one without a summary, unless it names its week. */
export async function gathered(
  loop: Loop,
  { goals, ...more }: Partial<Parameters<typeof gatherDigest>[1] & { goals: Goal[] }> = {},
  ports = appPorts(loop),
) {
  const saved = await ports.settings.load(PROJECT);
  return gatherDigest(ports, {
    settings: { ...saved, goals: goals ?? saved.goals },
    types: await ports.projects.types(PROJECT, 'app'),
    ...{ today: TODAY, week: null, forgotten: null, ...more },
  });
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
