import type { Goal } from '../src/domain/goal';
import { aGoal } from '../test/support/builders';

/** A goal of the benched projects, active from the middle of 2026 to its end. */
export const siteGoal = (id: string): Goal =>
  aGoal({ id, baseline: 2, target: 3, firstDay: '2026-07-01' });
