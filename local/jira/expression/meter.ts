import { EXPRESSION } from '../constants';
import { ExpressionError } from './error';

/** Counts what an expression costs and stops it at Jira's limits. */
export interface Meter {
  step(max: number): void;
  /** Notes an operation that loads data. @throws ExpressionError beyond the limit. */
  load(): void;
  steps(): number;
  expensiveOperations(): number;
}

/** A meter at zero, for one run of one expression. */
export function createMeter(): Meter {
  let steps = 0;
  let loads = 0;
  return {
    step: (max) => {
      steps += 1;
      if (steps > max) {
        throw new ExpressionError(`The expression takes more than ${String(max)} steps.`);
      }
    },
    load: () => {
      loads += 1;
      if (loads > EXPRESSION.maxExpensive) {
        throw new ExpressionError(
          `The expression loads data more than ${String(EXPRESSION.maxExpensive)} times.`,
        );
      }
    },
    steps: () => steps,
    expensiveOperations: () => loads,
  };
}
