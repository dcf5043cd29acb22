// What the panel says about starting: whether the rule stops the item, and who let it pass.
import type { GivenPass } from '../../../../src/contract/procedures';
import { missingForStart, type GateSentences } from '../../../../src/domain/gate';
import { betOf } from '../../../../src/domain/inherit';
import { valueOf } from '../../../../src/domain/item';
import type { ItemData } from './load';

export type StartModel =
  /**
   * It has not started, and nobody answers for it. `block`: the rule stops it; `unseen`: unless the
   * parent, which the reader can't see, answers.
   */
  | { kind: 'warn' | 'block'; missing: keyof GateSentences; unseen: boolean }
  /** The rule lets it pass without an answer. */
  | { kind: 'passed'; pass: GivenPass }
  /** The pass is taken back, and the rule still lets it through. */
  | { kind: 'back' }
  /** It is in progress without an answer. */
  | { kind: 'started'; pass: GivenPass | null; unseen: boolean };

/** Whether the item has a parent that this reader can't see, or that is gone. */
export const isParentUnseen = ({ facts, open }: ItemData): boolean =>
  facts.parentId !== null && open.parent === null;

/** Whether Jira may still hold a pass that was taken back here. */
function isStillKnown({ facts, open }: ItemData, now: number): boolean {
  if (!open.pass?.withdrawn || open.pass.written) return false;
  const held = valueOf(facts.pass);
  return held === null || held.untilAt > now;
}

/** Null where nothing is to be said: answered, not asked, rule off, no active goal, done. */
export function startOf(data: ItemData, now: number): StartModel | null {
  const { facts, parent, open } = data;
  const { gate } = open.rules;
  if (gate === 'off' || facts.category === 'done') return null;
  const missing = missingForStart(facts, parent, open, now);
  if (missing === 'pass') return null;
  const pass = open.pass?.withdrawn === false ? open.pass : null;
  // A whole answer of its own comes before that of the parent.
  const { source } = betOf(facts, parent, open.goals);
  const unseen = source === 'none' && isParentUnseen(data);
  if (facts.category === 'indeterminate') return { kind: 'started', pass, unseen };
  if (gate === 'warn') return { kind: 'warn', missing, unseen };
  if (pass && pass.untilAt > now) return { kind: 'passed', pass };
  return isStillKnown(data, now) ? { kind: 'back' } : { kind: 'block', missing, unseen };
}
