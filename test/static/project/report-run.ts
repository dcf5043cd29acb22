// A report of a window on a fake site, with all states it went through.
import type { Frame } from '../../../src/domain/band';
import type { Goal } from '../../../src/domain/goal';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import {
  createReport,
  EMPTY_REPORT,
  type ReportOptions,
  type WindowReport,
} from '../../../static/src/surfaces/project/gather/window-report';
import { valueOfNumber } from '../../../static/src/surfaces/project/gather/number-state';
import { fakeJira, STORY, WONT_DO, type FakeSite } from './site';

const goal: Goal = {
  id: 'g1',
  achieve: 'a',
  by: 'b',
  metric: 'm',
  unit: '%',
  direction: 'up',
  baseline: 1,
  target: 2,
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
};
export const frame: Frame = {
  goals: [goal],
  rules: DEFAULT_RULES,
  standardTypeIds: [STORY.id],
  undelivered: { resolutionIds: [WONT_DO.id], statusIds: [] },
  parents: [],
};
const days = { from: '2026-07-01', to: '2026-09-30' };
/** A moment within the window, another one for each `n` of ninety. */
export const on = (n: number): string =>
  new Date(Date.UTC(2026, 6, 1 + (n % 90), 12)).toISOString().replace('Z', '+0000');

/** Runs nothing by itself: `report.start()` does. */
export function run(site: FakeSite, inFrame: Frame = frame, more: Partial<ReportOptions> = {}) {
  const { jira, asked } = fakeJira(site);
  const seen: WindowReport[] = [];
  const report = createReport({
    jira,
    projectId: '1',
    zone: 'UTC',
    frame: inFrame,
    days,
    now: Date.parse('2026-10-05T12:00:00Z'),
    ...more,
    onChange: (next) => seen.push(next),
  });
  const last = (): WindowReport => seen.at(-1) ?? EMPTY_REPORT;
  return { report, asked, seen, last };
}

export const value = (report: WindowReport, name: keyof WindowReport['numbers']): number | null =>
  valueOfNumber(report.numbers[name]);
