// A search condition as data: decided here once, printed as JQL by an adapter, and run in memory
// where the items are listed. Every leaf is either true or false, also for items without a value,
// so that a condition and its negation always split a set in two.
import { DAY_MS } from './days';
import { valueOf, type Category, type ItemFacts } from './item';

/** Text values of our own properties that can be searched. */
export type TextField =
  | 'why'
  | 'state'
  | 'goal'
  | 'when'
  | 'result'
  | 'flag'
  | 'reason'
  | 'decision';
/** Days in our own properties that can be searched. */
export type DayField =
  | 'checkBy'
  | 'stopBy'
  | 'answered'
  | 'resultAt'
  | 'since'
  | 'notBefore'
  | 'until'
  | 'passUntil';
export type IdField = 'type' | 'status' | 'resolution' | 'label' | 'parent' | 'component';
export type MomentField = 'created' | 'updated' | 'categoryChanged';

export type Group = { kind: 'and' | 'or'; of: Clause[] };

export type Leaf =
  /** A property holds this value (`not`: holds another one, or none). */
  | { kind: 'is'; field: TextField; value: string; not?: true }
  | { kind: 'has'; field: TextField | DayField; not?: true }
  /** A day property lies before the day (`not`: on or after it, or there is none). */
  | { kind: 'dayBefore'; field: DayField; day: string; not?: true }
  | { kind: 'category'; is: Category; not?: true }
  /** One of these ids (`not`: another one, or none). An empty list matches nothing. */
  | { kind: 'in'; field: IdField; ids: string[]; not?: true }
  /** A moment lies before this instant (`not`: at or after it). */
  | { kind: 'before'; field: MomentField; at: number; not?: true }
  /** A moment lies at least this many whole days back. */
  | { kind: 'older'; field: MomentField; days: number; not?: true }
  /**
   * A condition that an admin saved in Jira's language, by its id. Only Jira knows what meets it; of a
   * listed item it is known once Jira was asked. Jira has no exact opposite of it (decision 0027).
   */
  | { kind: 'saved'; id: string; jql: string; not?: true };

export type Clause = Group | Leaf;

const isGroup = (clause: Clause): clause is Group => 'of' in clause;

export const and = (...of: Clause[]): Clause => ({ kind: 'and', of });
export const or = (...of: Clause[]): Clause => ({ kind: 'or', of });
export const is = (field: TextField, value: string): Clause => ({ kind: 'is', field, value });
export const has = (field: TextField | DayField): Clause => ({ kind: 'has', field });
export const dayBefore = (field: DayField, day: string): Clause => ({
  kind: 'dayBefore',
  field,
  day,
});
export const category = (value: Category): Clause => ({ kind: 'category', is: value });
export const oneOf = (field: IdField, ids: readonly string[]): Clause => ({
  kind: 'in',
  field,
  ids: [...ids],
});
export const before = (field: MomentField, at: number): Clause => ({ kind: 'before', field, at });
export const older = (field: MomentField, days: number): Clause => ({ kind: 'older', field, days });
export const saved = (id: string, jql: string): Clause => ({ kind: 'saved', id, jql });
export const everything: Clause = and();
export const nothing: Clause = or();

/** The opposite of a condition, with the negation at the leaves. */
export function not(clause: Clause): Clause {
  if (isGroup(clause))
    return clause.kind === 'and' ? or(...clause.of.map(not)) : and(...clause.of.map(not));
  if (!clause.not) return { ...clause, not: true };
  const { not: _not, ...plain } = clause;
  return plain;
}

/** A simplified condition, with a name that only equal ones have. */
interface Named {
  clause: Clause;
  name: string;
  /** Parts of a group. */
  of: readonly Named[] | null;
}

function nameOf(leaf: Leaf): string {
  const prefix = leaf.not ? `!${leaf.kind}` : leaf.kind;
  switch (leaf.kind) {
    case 'is':
      return `${prefix} ${leaf.field} ${JSON.stringify(leaf.value)}`;
    case 'has':
      return `${prefix} ${leaf.field}`;
    case 'dayBefore':
      return `${prefix} ${leaf.field} ${JSON.stringify(leaf.day)}`;
    case 'category':
      return `${prefix} ${leaf.is}`;
    case 'in':
      return `${prefix} ${leaf.field} ${JSON.stringify(leaf.ids)}`;
    case 'before':
      return `${prefix} ${leaf.field} ${leaf.at}`;
    case 'older':
      return `${prefix} ${leaf.field} ${leaf.days}`;
    case 'saved':
      return `${prefix} ${leaf.id} ${JSON.stringify(leaf.jql)}`;
  }
}

const namedGroup = (kind: Group['kind'], of: readonly Named[]): Named => ({
  clause: { kind, of: of.map(({ clause }) => clause) },
  name: `${kind}(${of.map(({ name }) => name).join()})`,
  of,
});

function simplified(clause: Clause): Named {
  if (clause.kind === 'in' && clause.ids.length === 0)
    return namedGroup(clause.not ? 'and' : 'or', []);
  if (!isGroup(clause)) return { clause, name: nameOf(clause), of: null };
  const { kind } = clause;
  const parts = new Map<string, Named>();
  for (const one of clause.of) {
    const part = simplified(one);
    if (part.of === null) parts.set(part.name, part);
    else if (part.clause.kind === kind) for (const inner of part.of) parts.set(inner.name, inner);
    // Nothing in an AND, or everything in an OR, leaves nothing else to say.
    else if (part.of.length === 0) return part;
    else parts.set(part.name, part);
  }
  const [first] = parts.values();
  return first && parts.size === 1 ? first : namedGroup(kind, [...parts.values()]);
}

/** The same condition without empty lists, nested groups of one kind and repeated parts. */
export const simplify = (clause: Clause): Clause => simplified(clause).clause;

function textOf(item: ItemFacts, field: TextField | DayField): string | undefined {
  switch (field) {
    case 'why':
    case 'state':
    case 'goal':
    case 'when':
    case 'checkBy':
    case 'stopBy':
    case 'answered':
      return valueOf(item.answer)?.[field];
    case 'result':
      return valueOf(item.result)?.result;
    case 'resultAt':
      return valueOf(item.result)?.at;
    case 'flag':
    case 'reason':
    case 'since':
    case 'notBefore':
      return valueOf(item.flag)?.[field];
    case 'decision':
    case 'until':
      return valueOf(item.decision)?.[field];
    case 'passUntil':
      return valueOf(item.pass)?.until;
  }
}

function idsOf(item: ItemFacts, field: IdField): readonly (string | null)[] {
  switch (field) {
    case 'type':
      return [item.typeId];
    case 'status':
      return [item.statusId];
    case 'resolution':
      return [item.resolutionId];
    case 'parent':
      return [item.parentId];
    case 'label':
      return item.labels;
    case 'component':
      return item.componentIds;
  }
}

function leafHolds(clause: Leaf, item: ItemFacts, now: number) {
  switch (clause.kind) {
    case 'is':
      return textOf(item, clause.field) === clause.value;
    case 'has':
      return textOf(item, clause.field) !== undefined;
    case 'dayBefore': {
      const day = textOf(item, clause.field);
      return day !== undefined && day < clause.day;
    }
    case 'category':
      return item.category === clause.is;
    case 'in':
      return idsOf(item, clause.field).some((id) => id !== null && clause.ids.includes(id));
    case 'before':
      return item[clause.field] < clause.at;
    case 'older':
      return item[clause.field] <= now - clause.days * DAY_MS;
    case 'saved':
      return item.savedIds?.includes(clause.id) === true;
  }
}

/** Whether a condition asks for what does not meet a saved one, which no search can. */
export const asksOpposite = (clause: Clause): boolean =>
  isGroup(clause) ? clause.of.some(asksOpposite) : clause.kind === 'saved' && clause.not === true;

/** Whether an item meets a condition at the instant `now` (milliseconds). */
export function holds(clause: Clause, item: ItemFacts, now: number): boolean {
  if (isGroup(clause))
    return clause.kind === 'and'
      ? clause.of.every((part) => holds(part, item, now))
      : clause.of.some((part) => holds(part, item, now));
  return leafHolds(clause, item, now) !== (clause.not === true);
}
