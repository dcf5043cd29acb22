// Sorting finished work by hand: what became of an item, without a goal or a sentence. What is
// sorted is no bet and never aimed; it tells a team on its first day what its output was for.
import type { KeptAnswer } from './answer';
import type { Day } from './days';
import type { Goal } from './goal';
import { betOf } from './inherit';
import type { ItemFacts, ParentFacts, ResultValue } from './item';

export const SORTINGS = ['moved', 'tested', 'run'] as const;
/** Moved something, tested an idea, kept it running. */
export type Sorting = (typeof SORTINGS)[number];

/** Suggests a sorting for items with this type, label, parent or resolution. */
export interface SortRule {
  field: 'type' | 'label' | 'parent' | 'resolution';
  /** Id of the type, the parent or the resolution; the label itself. */
  value: string;
  sort: Sorting;
}

const WHY = { moved: 'move', tested: 'test', run: 'run' } as const;
const RESULT: Record<Sorting, ResultValue | null> = {
  moved: 'moved',
  tested: 'unclear',
  run: null,
};

/** The result that goes with a sorting; *kept it running* has none. */
export const resultOfSorting = (sorting: Sorting): ResultValue | null => RESULT[sorting];

/** The answer of a sorted item. What was written there before stays, except under *keep it running*. */
export function sortedAnswer(before: KeptAnswer | null, sorting: Sorting, today: Day): KeptAnswer {
  const why = WHY[sorting];
  if (why === 'run')
    return { why, because: before?.because, state: 'answered', when: 'sorted', answered: today };
  const { answered: _answered, ...texts } = before ?? { answered: undefined };
  return { ...texts, why, state: 'half', when: 'sorted' };
}

/** Whether a sorting takes off something that was typed: only *keep it running* does. */
export function losesText(before: KeptAnswer | null, sorting: Sorting): boolean {
  if (before === null || sorting !== 'run' || before.why === 'run') return false;
  const { why: _why, because: _because, state: _state, when: _when, ...rest } = before;
  const { answered: _answered, ...texts } = rest;
  return Object.values(texts).some((text) => text !== undefined && text !== '');
}

/** How an item was sorted; null when it was not, or has been answered since. */
export function sortingOf(answer: KeptAnswer | null): Sorting | null {
  if (answer?.when !== 'sorted') return null;
  if (answer.why === 'run') return 'run';
  // A sentence that is whole is an answer, whatever it says of when.
  if (answer.state === 'answered') return null;
  return answer.why === 'move' ? 'moved' : 'tested';
}

/** Why an item can't be sorted: not finished, not a standard item, an answer speaks for it, or can't be read. */
export type SortRefusal = 'open' | 'level' | 'answered' | 'parent' | 'newer' | 'unreadable';

/** Null where it can be sorted, also anew. */
export function sortRefusal(
  item: ItemFacts,
  parent: ParentFacts | null,
  goals: readonly Goal[],
): SortRefusal | null {
  if (item.level !== 0) return 'level';
  if (item.category !== 'done') return 'open';
  // What can't be read can't be put back either.
  if (item.answer.kind === 'newer' || item.answer.kind === 'unreadable') return item.answer.kind;
  const { source, answer } = betOf(item, parent, goals);
  if (source === 'parent') return 'parent';
  return source === 'own' && sortingOf(answer) === null ? 'answered' : null;
}

const meets = (item: ItemFacts, { field, value }: SortRule): boolean => {
  switch (field) {
    case 'type':
      return item.typeId === value;
    case 'label':
      return item.labels.includes(value);
    case 'parent':
      return item.parentId === value;
    case 'resolution':
      return item.resolutionId === value;
  }
};

/** The first rule that fits the item, or null. */
export const suggestion = (item: ItemFacts, rules: readonly SortRule[]): SortRule | null =>
  rules.find((rule) => meets(item, rule)) ?? null;
