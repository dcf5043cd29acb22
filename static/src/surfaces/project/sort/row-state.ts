// What a row of the table says of its item: what became of its save, else what the rules suggest.
import type { SortRule } from '../../../../../src/domain/sort';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import { suggestedFor, type RuleValues } from './rules';
import type { SortItem } from './sort-item';
import type { SortEntry } from './sorter';

const text = sortTable.table;

/** Whether an item can be sorted: those under way, sorted or out can't, those that failed can again. */
export const isOpen = (entry: SortEntry | undefined): boolean =>
  entry === undefined ||
  entry.state === 'failed' ||
  (entry.want === null && ['settled', 'left'].includes(entry.state) && !entry.now);

/** Whether a look at the item may show that it can be sorted all the same. */
export const isStale = (entry: SortEntry | undefined): boolean =>
  entry?.state === 'out' && entry.failure?.stale === true;

/** What became of the item's save; null where nothing was said of it. */
export function savedWords({ state, now, failure }: SortEntry): string | null {
  const reason = failure?.reason ?? '';
  switch (state) {
    case 'waiting':
    case 'saving':
      return text.outcome[state];
    case 'failed':
    case 'out':
      if (failure?.unsure) return reason;
      return fill(now ? text.outcome.kept : text.outcome.failed, { reason });
    case 'left':
      return text.outcome.left;
    case 'settled':
      return now && fill(text.outcome.saved, { did: sort.did[now.sort] });
  }
}

/** The name of what a rule is about. */
const valueName = ({ field, value }: SortRule, values: RuleValues): string =>
  values[field].find((one) => one.value === value)?.label ?? value;

/** "Bug: usually keeps it running · rule 1" */
export function suggestionWords(
  item: SortItem,
  rules: readonly SortRule[],
  values: RuleValues,
): string {
  const found = suggestedFor(item, rules);
  if (!found) return text.noSuggestion;
  const { rule, number } = found;
  const value = valueName(rule, values);
  return fill(text.why, { value, does: sort.does[rule.sort], number });
}
