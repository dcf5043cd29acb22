// The strongest other open items of a goal, searched as the viewer. Loaded when somebody looks.
import type { GoalView } from '../../../../src/contract/goals';
import { ALIASES, PROPERTY_KEYS, readAnswer } from '../../../../src/contract/properties';
import { projectJql } from '../../../../src/adapters/jira/jql';
import { ownGoal } from '../../../../src/domain/bet-clause';
import { and, category, not } from '../../../../src/domain/clause';
import type { Day } from '../../../../src/domain/days';
import { completeAnswer } from '../../../../src/domain/inherit';
import { gapOf, shareOfGap, strongest } from '../../../../src/domain/order';
import { jira } from '../../forge';

const LISTED = 50;
const SHOWN = 3;

export interface Other {
  key: string;
  summary: string;
  /** Of what is missing for the goal, 0.25 for a quarter; null without a number. */
  share: number | null;
  checkBy: Day | undefined;
}

/**
 * Up to three, strongest first. Where more than fifty items serve the goal, the fifty with the
 * largest expected change in its direction are looked at: JQL orders by properties that are numbers,
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-entity-property/
 * @throws {CallError}
 */
export async function loadOthers(
  { projectId, itemId, today }: { projectId: string; itemId: string; today: Day },
  goal: GoalView,
): Promise<Other[]> {
  const clause = and(ownGoal(goal), not(category('done')));
  const largestFirst = `${ALIASES.answer.delta} ${goal.direction === 'up' ? 'DESC' : 'ASC'}`;
  const { issues } = await jira('search', {
    body: {
      jql: projectJql(projectId, clause, 'UTC', largestFirst),
      maxResults: LISTED,
      fields: ['summary'],
      properties: [PROPERTY_KEYS.answer],
    },
  });
  const gap = gapOf(goal, goal.readings, today);
  const items = issues.flatMap(({ id, key, fields, properties }) => {
    // The search may lag behind; what the item holds decides.
    const answer = completeAnswer(readAnswer(properties?.[PROPERTY_KEYS.answer]), [goal]);
    const serves = answer !== null && answer.why !== 'run' && id !== itemId;
    return serves ? [{ key, summary: fields?.summary ?? '', answer, effort: null }] : [];
  });
  return strongest(items, goal, gap, SHOWN).map(({ key, summary, answer }) => ({
    key,
    summary,
    share: shareOfGap(answer, goal, gap),
    checkBy: answer.checkBy,
  }));
}
