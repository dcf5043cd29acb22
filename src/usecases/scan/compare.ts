// Whether items show what storage holds. Whoever may edit an item may overwrite its properties, so
// every item is looked at once in four weeks, and on a night on which search counts another number of
// items with a value than storage, some more of those. The record of an item that is not found is
// marked and counted no more until the item is there again.
import { and, has, is, not, or, type Clause } from '../../domain/clause';
import type { Day } from '../../domain/days';
import { AppError } from '../../domain/errors';
import { valueOf, type ItemFacts, type Read } from '../../domain/item';
import type { KeptDecision, KeptResult, Ports } from '../../ports';
import { isDecisionOverwritten, propertyOf, showDecision } from '../keep-decision';
import { isOverwritten, showResult } from '../keep-result';
import { claimants, nightOf, takeAway } from './claims';

/** Nights in which every item has its turn. */
const SLICES = 28;
/** Items beyond those whose turn it is that one night looks at, at most; another part each night. */
const SUSPECTS = 50;

const RESULTS = ['moved', 'flat', 'unclear'] as const;
const DECISIONS = ['killed', 'parked', 'kept'] as const;

const hasTurn = (itemId: string, night: number): boolean => (Number(itemId) + night) % SLICES === 0;

/** Those whose turn it is, and this night's part of the suspects. */
function chosen<T extends { itemId: string }>(
  all: readonly T[],
  isSuspect: (one: T) => boolean,
  today: Day,
): T[] {
  const night = nightOf(today);
  const suspects = all.filter((one) => !hasTurn(one.itemId, night) && isSuspect(one));
  const first = suspects.length === 0 ? 0 : (night * SUSPECTS) % suspects.length;
  return [
    ...all.filter(({ itemId }) => hasTurn(itemId, night)),
    ...[...suspects.slice(first), ...suspects.slice(0, first)].slice(0, SUSPECTS),
  ];
}

/** `undefined` stands for no value, and is never in a set. */
interface Counted<V> {
  /** Values of which search counts another number than storage. */
  odd: ReadonlySet<V | undefined>;
  /** Conditions of those of which it counts more. */
  claims: Clause[];
  more: ReadonlySet<V | undefined>;
}

async function countValues<V extends string>(
  ports: Ports,
  projectId: string,
  values: readonly V[],
  clause: (value: V) => Clause,
  stored: (value: V) => number,
): Promise<Counted<V>> {
  const odd = new Set<V>();
  const claims: Clause[] = [];
  const more = new Set<V>();
  // What storage holds none of is counted together: usually there is none.
  const none = values.filter((value) => stored(value) === 0);
  if (none.length > 0) {
    const any = or(...none.map(clause));
    if ((await ports.backlog.count(projectId, any)) > 0) claims.push(any);
  }
  for (const value of values) {
    if (none.includes(value)) continue;
    const counted = await ports.backlog.count(projectId, clause(value));
    if (counted !== stored(value)) odd.add(value);
    if (counted <= stored(value)) continue;
    claims.push(clause(value));
    more.add(value);
  }
  return { odd, claims, more };
}

interface Look {
  itemId: string;
  /** Shows it again unless the item shows it already; true when it did not. */
  mend(): Promise<boolean>;
}

/** The item as it is now; null when it is gone, or lies in another project, which mends it itself. */
async function itemIn(ports: Ports, projectId: string, itemId: string): Promise<ItemFacts | null> {
  const item = await ports.backlog.item(itemId);
  return item?.projectId === projectId ? item.facts : null;
}

/** One concern of items: what storage holds of it, what an item shows, and how that is mended. */
interface Concern<K extends { gone?: true | undefined }, V extends string> {
  values: readonly V[];
  clause: (value: V) => Clause;
  all: readonly { itemId: string; kept: K }[];
  /** What the item should show; undefined for nothing, and for what was never written. */
  keptValue: (kept: K) => V | undefined;
  property: (item: ItemFacts) => Read<unknown>;
  shownValue: (item: ItemFacts) => V | undefined;
  read: (itemId: string) => Promise<K | null>;
  isOverwritten: (kept: K, item: ItemFacts) => boolean;
  show: (itemId: string, kept: K) => Promise<unknown>;
  save: (itemId: string, kept: K) => Promise<void>;
  clear: (itemId: string) => Promise<void>;
}

/**
 * Notes whether the item is there. Two that write at once lose nothing: the next look notes it again.
 */
async function noteGone<K extends { gone?: true | undefined }>(
  { save }: Pick<Concern<K, string>, 'save'>,
  itemId: string,
  kept: K,
  isGone: boolean,
): Promise<void> {
  if (isGone === (kept.gone === true)) return;
  await save(itemId, { ...kept, gone: isGone ? true : undefined }).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  });
}

async function looksOf<K extends { gone?: true | undefined }, V extends string>(
  ports: Ports,
  projectId: string,
  today: Day,
  concern: Concern<K, V>,
): Promise<Look[]> {
  const { all, property, shownValue, read, isOverwritten: isOver, show } = concern;
  const keptValue = (kept: K): V | undefined => (kept.gone ? undefined : concern.keptValue(kept));
  const { odd, claims, more } = await countValues(
    ports,
    projectId,
    concern.values,
    concern.clause,
    (value) => all.filter(({ kept }) => keptValue(kept) === value).length,
  );
  const isSuspect = ({ kept }: { kept: K }): boolean => odd.has(keptValue(kept));
  const looks = chosen(all, isSuspect, today).map(({ itemId }) => ({
    itemId,
    async mend() {
      const kept = await read(itemId);
      const item = await itemIn(ports, projectId, itemId);
      if (!kept) return false;
      if (item && isOver(kept, item)) {
        await show(itemId, kept);
        return true;
      }
      await noteGone(concern, itemId, kept, item === null);
      return false;
    },
  }));
  const stored = new Map(all.map(({ itemId, kept }) => [itemId, keptValue(kept)]));
  const isBorneOut = (item: ItemFacts): boolean => {
    if (looks.some(({ itemId }) => itemId === item.id)) return true;
    const value = stored.get(item.id);
    const { kind } = property(item);
    // Search sees a value in what can't be read, too.
    return kind !== 'unreadable' && kind !== 'newer' && value === shownValue(item);
  };
  const known = all.filter(({ kept }) => more.has(keptValue(kept))).map(({ itemId }) => itemId);
  const unborne = await claimants(ports, projectId, { clauses: claims, known }, isBorneOut, today);
  const claimed = unborne.map((itemId) => ({
    itemId,
    async mend() {
      const item = await itemIn(ports, projectId, itemId);
      if (!item || property(item).kind === 'none') return false;
      const kept = await read(itemId);
      if (!kept) return takeAway(ports, itemId, () => concern.clear(itemId));
      await show(itemId, kept);
      return isOver(kept, item);
    },
  }));
  return [...looks, ...claimed];
}

async function resultLooks(ports: Ports, projectId: string, today: Day): Promise<Look[]> {
  return looksOf<KeptResult, (typeof RESULTS)[number]>(ports, projectId, today, {
    values: RESULTS,
    clause: (value) => is('result', value),
    all: await ports.results.ofProject(projectId, 'all'),
    keptValue: ({ written, given }) => (written ? given?.result : undefined),
    property: ({ result }) => result,
    shownValue: ({ result }) => valueOf(result)?.result,
    read: (itemId) => ports.results.read(itemId),
    isOverwritten: (kept, { result }) => isOverwritten(kept, result),
    show: (itemId, kept) => showResult(ports, { itemId, projectId }, kept, 'night'),
    save: (itemId, kept) =>
      ports.results.save(
        itemId,
        projectId,
        { ...kept, writes: kept.writes + 1 },
        kept.writes,
        null,
      ),
    clear: (itemId) => ports.items.writeResult(itemId, null),
  });
}

/** A day without a decision that is known: nobody but a hand writes that. It is counted with the kept. */
const DAY_ALONE = and(has('until'), ...DECISIONS.map((value) => not(is('decision', value))));

async function decisionLooks(ports: Ports, projectId: string, today: Day): Promise<Look[]> {
  return looksOf<KeptDecision, (typeof DECISIONS)[number]>(ports, projectId, today, {
    values: DECISIONS,
    clause: (value) =>
      value === 'kept' ? or(is('decision', value), DAY_ALONE) : is('decision', value),
    all: await ports.decisions.ofProject(projectId),
    keptValue: ({ written, now }) => (written ? propertyOf(now)?.decision : undefined),
    property: ({ decision }) => decision,
    shownValue: ({ decision }) => valueOf(decision)?.decision,
    read: (itemId) => ports.decisions.read(itemId),
    isOverwritten: (kept, { decision }) => isDecisionOverwritten(kept, decision),
    show: (itemId, kept) => showDecision(ports, { itemId, projectId }, kept, 'night'),
    save: (itemId, kept) => ports.decisions.save(itemId, projectId, kept, kept.rev, null),
    clear: (itemId) => ports.items.writeDecision(itemId, null),
  });
}

/** Mends what differs. @returns how many items did */
export async function compareShown(ports: Ports, projectId: string, today: Day): Promise<number> {
  const looks = [
    ...(await resultLooks(ports, projectId, today)),
    ...(await decisionLooks(ports, projectId, today)),
  ];
  let differ = 0;
  for (const look of looks) if (await look.mend()) differ += 1;
  return differ;
}
