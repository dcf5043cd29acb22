// Everything the tab Outcome vs output asks of Jira when it is read to its end, by the page's own
// functions, as a viewer.
import './bridge-global';
import { countAll, openFrame, valuesOf, type OpenOptions } from './opened';
import { totalOf } from './viewer';
import { is } from '../src/domain/clause';
import type { Day } from '../src/domain/days';
import { streamsOfComponents } from '../src/domain/filter';
import type { DaySpan } from '../src/domain/periods';
import { signalNumbers } from '../src/domain/signal-numbers';
import { backlogSums, printSums } from '../static/src/surfaces/project/gather/backlog-counts';
import { readComponents } from '../static/src/surfaces/project/gather/components';
import {
  streamsBacklogNumbers,
  type WindowName,
} from '../static/src/surfaces/project/gather/names';
import {
  createReport,
  EMPTY_REPORT,
  type WindowReport,
} from '../static/src/surfaces/project/gather/window-report';

export interface OutcomeOptions extends OpenOptions {
  days: DaySpan;
  today: Day;
  now: number;
  /** Up to this many finished items are listed; the page's own limit unless another is given. */
  listedLimit?: number;
  /** How far the tab is read; to its end unless it is said otherwise. */
  until?: 'headline' | 'end';
}

/** What the window's numbers are asked with, once the project is open. */
export async function openWindow(options: OutcomeOptions) {
  const { viewer, settings, zone, days, today, now, listedLimit } = options;
  const { projectId } = settings;
  const { frame } = await openFrame(options);
  const streams = streamsOfComponents(await readComponents(viewer.jira, projectId));
  const asked = { projectId, zone, frame, days, streams, filter: {}, today, now };
  return { ...asked, ...(listedLimit !== undefined && { listedLimit }) };
}

export interface OutcomeTab {
  mode: WindowReport['mode'];
  /** The window's numbers; those that are left out are not among them. */
  numbers: Partial<Record<WindowName, number>>;
  /** Numbers that are too many questions for this many parents. */
  leftOut: number;
  /** Requests when the first number of the window is asked for, and when the headline stands. */
  requests: { opening: number; headline: number };
}

/** What stands around the window: first steps, backlog, streams and signals. */
async function countAround(
  window: Awaited<ReturnType<typeof openWindow>>,
  { viewer, today, zone }: OutcomeOptions,
): Promise<void> {
  const { frame } = window;
  await countAll(viewer, printSums({ sort: { scope: is('when', 'sorted') } }, window));
  await countAll(viewer, backlogSums(window));
  await countAll(viewer, printSums(streamsBacklogNumbers(window), window));
  await countAll(viewer, printSums(signalNumbers({ frame, readings: [], today, zone }), window));
}

/** Opens the tab and looks at every part of it. */
export async function openOutcomeTab(options: OutcomeOptions): Promise<OutcomeTab> {
  const { viewer } = options;
  const window = await openWindow(options);
  const opening = totalOf(viewer.cost());
  let last = EMPTY_REPORT;
  const report = createReport({
    ...window,
    jira: viewer.jira,
    onChange: (next) => (last = next),
  });
  await report.start();
  const headline = totalOf(viewer.cost());
  if (options.until !== 'headline') {
    for (const part of ['periods', 'streams', 'bets'] as const) await report.ask(part);
    await countAround(window, options);
  }
  const numbers = valuesOf(last.numbers);
  const leftOut = Object.values(last.numbers).filter((one) => one?.kind === 'left-out').length;
  return { mode: last.mode, numbers, leftOut, requests: { opening, headline } };
}
