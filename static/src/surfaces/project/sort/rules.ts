// Rules that suggest what became of items: the usual ones, and what a set of them would do. Pure.
import { suggestion, type SortRule, type Sorting } from '../../../../../src/domain/sort';
import type { SortItem } from './sort-item';

/** Names as sites have them; compared without regard to case. */
const RUN_TYPES = ['bug', 'defect'];
const TEST_TYPES = ['spike'];
const TEST_LABELS = ['experiment', 'spike'];

export interface RuleSource {
  types: readonly { id: string; name: string }[];
  labels: readonly string[];
}

/** The rules of somebody who made none: bugs keep it running, spikes and experiments test an idea. */
export function usualRules({ types, labels }: RuleSource): SortRule[] {
  const names = new Map(types.map(({ id, name }) => [id, name.trim().toLowerCase()]));
  const typed = (wanted: readonly string[], sort: Sorting): SortRule[] =>
    [...names]
      .filter(([, name]) => wanted.includes(name))
      .map(([value]) => ({ field: 'type', value, sort }));
  const labelled = [...new Set(labels)]
    .filter((label) => TEST_LABELS.includes(label.toLowerCase()))
    .map((value): SortRule => ({ field: 'label', value, sort: 'tested' }));
  return [...typed(RUN_TYPES, 'run'), ...labelled, ...typed(TEST_TYPES, 'tested')];
}

/** A suggestion for one item, with the rule it comes from (counted from 1). */
export interface Suggested {
  item: SortItem;
  rule: SortRule;
  number: number;
}

/** What the rules say of an item; null where none fits. */
export function suggestedFor(item: SortItem, rules: readonly SortRule[]): Suggested | null {
  const rule = suggestion(item.facts, rules);
  return rule && { item, rule, number: rules.indexOf(rule) + 1 };
}

export interface RulesPreview {
  /** Items that were looked at. */
  of: number;
  suggested: readonly Suggested[];
  bySort: Record<Sorting, number>;
  /** By rule, in their order. */
  byRule: readonly number[];
}

/** What the rules would do to these items. */
export function previewOf(items: readonly SortItem[], rules: readonly SortRule[]): RulesPreview {
  const suggested = items.flatMap((item) => suggestedFor(item, rules) ?? []);
  const of = (sort: Sorting): number => suggested.filter(({ rule }) => rule.sort === sort).length;
  return {
    of: items.length,
    suggested,
    bySort: { moved: of('moved'), tested: of('tested'), run: of('run') },
    byRule: rules.map((_, at) => suggested.filter(({ number }) => number === at + 1).length),
  };
}

/** What rules can be about: what the listed items have, by name. */
export type RuleValues = Record<SortRule['field'], readonly { value: string; label: string }[]>;

/** Collects the values from items, in the order of their names; values of known rules are kept. */
export function valuesOf(items: readonly SortItem[], rules: readonly SortRule[]): RuleValues {
  const found = {
    type: new Map<string, string>(),
    label: new Map<string, string>(),
    parent: new Map<string, string>(),
    resolution: new Map<string, string>(),
  };
  for (const { facts, typeName, parent, resolutionName } of items) {
    found.type.set(facts.typeId, typeName);
    for (const label of facts.labels) found.label.set(label, label);
    if (parent && facts.parentId !== null)
      found.parent.set(facts.parentId, `${parent.key} ${parent.summary}`);
    if (facts.resolutionId !== null) found.resolution.set(facts.resolutionId, resolutionName ?? '');
  }
  for (const { field, value } of rules)
    if (value !== '' && !found[field].has(value)) found[field].set(value, value);
  const list = (names: ReadonlyMap<string, string>) =>
    [...names]
      .map(([value, label]) => ({ value, label: label.trim() || value }))
      .sort((a, b) => a.label.localeCompare(b.label));
  return {
    type: list(found.type),
    label: list(found.label),
    parent: list(found.parent),
    resolution: list(found.resolution),
  };
}
