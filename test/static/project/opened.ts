// What `project.open` answers, for tests.
import { viewGoal, type GoalView } from '../../../src/contract/goals';
import type { OpenProject } from '../../../src/contract/procedures';
import type { Goal } from '../../../src/domain/goal';
import { DEFAULT_RULES } from '../../../src/domain/rules';
import { aReading } from '../../support/readings';

const TODAY = '2026-11-21';

export const aGoal = (more: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  achieve: 'more finished orders',
  by: 'a shorter checkout',
  metric: 'Checkout conversion',
  unit: '%',
  direction: 'up',
  baseline: 2.1,
  target: 2.6,
  firstDay: '2026-07-01',
  lastDay: '2026-12-31',
  ...more,
});

export const goalViewOf = (goal: Goal, readings: { day: string; value: number }[] = []): GoalView =>
  viewGoal(
    goal,
    readings.map((reading) => aReading({ goalId: goal.id, ...reading })),
    TODAY,
  );

export const openedProject = (more: Partial<OpenProject> = {}): OpenProject => ({
  projectId: '10',
  today: TODAY,
  goals: [],
  agreements: [],
  rules: DEFAULT_RULES,
  rev: 0,
  scan: {
    lastAt: null,
    lastDay: null,
    listed: 0,
    changed: 0,
    warned: 0,
    candidates: 0,
    differ: 0,
    onSince: null,
    running: null,
    waitsUntil: null,
    failed: null,
    pace: null,
    byHandFrom: null,
    nextAt: null,
  },
  dismissedSignals: [],
  sortRules: null,
  may: { administer: false, decide: true, report: [] },
  ...more,
});
