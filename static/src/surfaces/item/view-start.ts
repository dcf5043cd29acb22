// What the panel says about starting: whether the rule stops the item, and who let it pass.
import type { GivenPass } from '../../../../src/contract/procedures';
import { missingForStart, type GateSentences } from '../../../../src/domain/gate';
import type { ItemData } from './load';

export type StartModel =
  /** It has not started, and nobody answers for it. `block`: the rule stops it. */
  | { kind: 'warn' | 'block'; missing: keyof GateSentences }
  /** The rule lets it pass without an answer. */
  | { kind: 'passed'; pass: GivenPass }
  /** It is in progress without an answer. */
  | { kind: 'started'; pass: GivenPass | null };

/** Null where nothing is to be said: answered, not asked, rule off, no active goal, done. */
export function startOf({ facts, parent, open }: ItemData, now: number): StartModel | null {
  const { gate } = open.rules;
  if (gate === 'off' || facts.category === 'done') return null;
  const missing = missingForStart(facts, parent, open, now);
  if (missing === 'pass') return null;
  const pass = open.pass?.withdrawn === false ? open.pass : null;
  if (facts.category === 'indeterminate') return { kind: 'started', pass };
  if (gate === 'warn') return { kind: 'warn', missing };
  return pass && pass.untilAt > now ? { kind: 'passed', pass } : { kind: 'block', missing };
}
