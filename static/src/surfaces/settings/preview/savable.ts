// Whether typed rules could be saved, by the same schema and rule as the app.
import { rules as rulesSchema } from '../../../../../src/contract/goals';
import { ruleProblems, type Rules } from '../../../../../src/domain/rules';

/** The rules when they could be saved; null while a field is refused. */
export function savable(rules: Rules): Rules | null {
  const parsed = rulesSchema.safeParse(rules);
  return parsed.success && Object.keys(ruleProblems(rules)).length === 0 ? rules : null;
}
