// The acts of an item's decisions: as its record says they must have been, and as they were kept.
import type { DecisionView } from '../../../src/contract/decision-procedures';
import { canonical } from '../../../src/contract/properties';
import { bodyOf } from './evidence';

type Made = DecisionView['past'][number];

const KINDS = { undone: 'undo', woken: 'wake', reopened: 'reopen' } as const;

/** One line for an act: what it was, whose, and what stood before and after it. */
const line = (kind: string, by: unknown, before: unknown, after: unknown): string =>
  `${kind} by ${String(by)}: ${canonical(before ?? null)} to ${canonical(after ?? null)}`;
const anything = '';

/** @param made all decisions of the item, oldest first */
export function actsAsMade(made: readonly Made[]): string[] {
  let before: Made | null = null;
  return made
    .flatMap((one) => {
      const { decided, ended } = one;
      // A fix stands beside the decision that stands, whichever it is.
      if (decided.kind === 'fix') return [line('fix', decided.by, anything, one)];
      const replaced: Made | null = before?.ended?.how === 'replaced' ? before : null;
      before = one;
      const begun = line(decided.kind, decided.by, replaced?.decided, decided);
      if (!ended || ended.how === 'replaced') return [begun];
      return [begun, line(KINDS[ended.how], ended.by, decided, one)];
    })
    .sort();
}

/** Without those of intents that were given up: nothing was decided then. */
export const actsAsKept = (acts: readonly Record<string, unknown>[], itemId: string): string[] =>
  acts
    .flatMap((act) => {
      const [area, kind = ''] = String(act['kind']).split('.');
      if (act['subject'] !== itemId || area !== 'decision' || kind === 'gone') return [];
      const { before, after } = bodyOf(act);
      return [line(kind, act['by'], kind === 'fix' ? anything : before, after)];
    })
    .sort();
