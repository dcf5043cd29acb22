// What `project.open` answers, for tests.
import { viewGoal, type GoalView } from '../../../src/contract/goals';
import type { OpenProject } from '../../../src/contract/procedures';
import type { Goal } from '../../../src/domain/goal';
import { aGoal as anyGoal } from '../../support/builders';
import { aReading } from '../../support/readings';
import { openProject } from '../support/shop';

const TODAY = '2026-11-21';

export const aGoal = (more: Partial<Goal> = {}): Goal =>
  anyGoal({
    achieve: 'more finished orders',
    by: 'a shorter checkout',
    firstDay: '2026-07-01',
    ...more,
  });

export const goalViewOf = (goal: Goal, readings: { day: string; value: number }[] = []): GoalView =>
  viewGoal(
    goal,
    readings.map((reading) => aReading({ goalId: goal.id, ...reading })),
    TODAY,
  );

/** A project without goals, for somebody who does not administer it. */
export const openedProject = (more: Partial<OpenProject> = {}): OpenProject =>
  openProject({
    projectId: '10',
    today: TODAY,
    goals: [],
    rev: 0,
    may: { administer: false, decide: true, report: [] },
    ...more,
  });
