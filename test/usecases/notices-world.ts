// Nights on which results are due, and what went out in them.
import { afterEach } from '@jest/globals';
import type { SiteIssue } from '../../local/jira/api';
import type { JiraCall, JiraReply } from '../../src/adapters/jira/transport';
import { addDays, dayOf } from '../../src/domain/days';
import type { Notice } from '../../src/domain/digest';
import type { Goal } from '../../src/domain/goal';
import type { Rules } from '../../src/domain/rules';
import { gatherDigest } from '../../src/usecases/notices/gather-digest';
import { sendNotices } from '../../src/usecases/notices/send-notices';
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

/** What the messages of a night rest on; of one without a summary, where no week is named. */
export async function gathered(
  loop: Loop,
  {
    goals,
    rules,
    ...more
  }: Partial<Parameters<typeof gatherDigest>[1] & { goals: Goal[]; rules: Partial<Rules> }> = {},
  ports = appPorts(loop),
) {
  const saved = await ports.settings.load(PROJECT);
  return gatherDigest(ports, {
    settings: { ...saved, goals: goals ?? saved.goals, rules: { ...saved.rules, ...rules } },
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
/** Jira's refusal of messages, of all or of those to one account. */
export const refusing =
  (status: number, to = '') =>
  (call: JiraCall) =>
    call.path.endsWith('/notify') && JSON.stringify(call.body).includes(to)
      ? { status, header: () => null, text: async () => '' }
      : null;

/** Lets messages wait, each about the same item and about a due result that no other tells of. */
export async function wait(
  loop: Loop,
  notices: readonly (Partial<Notice> & { to: string })[],
  lastDay = MONDAY,
): Promise<void> {
  const ports = appPorts(loop);
  const { id: itemId } = issue(1);
  const counts = { due: 1, agenda: 0, unread: 0, ending: 0 };
  const counted = { due: [itemId], agenda: [] };
  for (const [n, notice] of notices.entries()) {
    const dues = [{ itemId, checkBy: addDays(lastDay, -n) }];
    const whole = { itemId, others: [], week: null, dues, counts, counted, ...notice };
    await ports.notices.claim(PROJECT, whole, loop.clock.now());
  }
}

/** A project in which these messages wait. */
export async function waiting(
  notices: Parameters<typeof wait>[1],
  items: readonly Partial<SiteIssue>[] = [{}],
): Promise<Loop> {
  const loop = await startLoop(items.map((more, n) => issue(n + 1, more)));
  loops.push(loop);
  await setRules(loop, { digest: { mode: 'notify', weekday: 1 } });
  loop.clock.set(TEN_PAST);
  await wait(loop, notices);
  return loop;
}

/** Sends what waits, on the day that it is. */
export const send = async (loop: Loop, ports = appPorts(loop)) =>
  sendNotices(ports, {
    settings: await ports.settings.load(PROJECT),
    today: dayOf(loop.clock.now(), 'UTC'),
  });
/** To whom messages wait. */
export const waits = async (loop: Loop) =>
  (await appPorts(loop).notices.waiting(PROJECT)).map(({ to }) => to);
/** What the others came to, by person. */
export const states = async (loop: Loop) =>
  (await appPorts(loop).notices.since(PROJECT, 0)).map(({ to, state }) => [to, state]).sort();

/** The app's ports, and how often Jira was asked for a part of its paths. */
export function counting(loop: Loop, instead: (call: JiraCall) => JiraReply | null = () => null) {
  const paths: string[] = [];
  const ports = appPorts(loop, (call) => {
    paths.push(call.path);
    return instead(call);
  });
  return {
    ports,
    calls: (part: string) => paths.filter((path) => path.includes(part)).length,
  };
}
