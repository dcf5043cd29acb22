// Whom the gate would stop today, before it is saved.
import { unansweredBet } from '../../../../../src/domain/bet-clause';
import { and, category, has, not, type Clause } from '../../../../../src/domain/clause';
import { openAskedClause } from '../../../../../src/domain/coverage';
import { isActive } from '../../../../../src/domain/goal';
import { knownRules } from '../../../../../src/domain/rules';
import type { RuledNumber } from './counting';
import type { PreviewOf } from './use-preview';

export type GateName = 'todo' | 'progress';

/**
 * Items that are asked, were not let start anyway, and have no answer for a goal that counts today: not
 * started yet, and in progress already.
 */
export function gateNumbers({ rules, frame, moment }: PreviewOf): Record<GateName, RuledNumber> {
  const known = knownRules(rules, { typeIds: frame.standardTypeIds });
  const goals = frame.goals.filter((goal) => isActive(goal, moment.today));
  const ruled = { ...frame, goals, rules: known };
  const of = (within: Clause): RuledNumber => ({
    frame: ruled,
    counted: {
      scope: and(openAskedClause(ruled), within, not(has('passUntil'))),
      bet: unansweredBet(),
    },
  });
  return { todo: of(category('new')), progress: of(category('indeterminate')) };
}
