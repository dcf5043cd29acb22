// Whether items show what storage holds. Whoever may edit an item may overwrite its properties, so
// every item is looked at once in four weeks, and on a night on which search counts another number of
// items with a value than storage, some more of those. An item that was deleted keeps its record, so
// that the numbers may differ for good; that is why these are few.
import { is, or, type Clause } from '../../domain/clause';
import { DAY_MS, type Day } from '../../domain/days';
import { valueOf as valueRead, type ItemFacts } from '../../domain/item';
import type { Ports, StoredDecision, StoredResult } from '../../ports';
import { isDecisionOverwritten, propertyOf, showDecision } from '../keep-decision';
import { isOverwritten, showResult } from '../keep-result';
import { claimants, takeAway } from './claims';

/** Nights in which every item has its turn. */
const SLICES = 28;
/** Items beyond those whose turn it is that one night looks at, at most; another part each night. */
const SUSPECTS = 50;

const RESULTS = ['moved', 'flat', 'unclear'] as const;
const DECISIONS = ['killed', 'parked', 'kept'] as const;

const nightOf = (today: Day): number => Math.floor(Date.parse(today) / DAY_MS);

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

interface Counted<V> {
  /** Values of which search counts another number than storage. */
  odd: ReadonlySet<V>;
  /** Conditions of those of which it counts more. */
  claims: Clause[];
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
    if (counted > stored(value)) claims.push(clause(value));
  }
  return { odd, claims };
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

async function resultLooks(ports: Ports, projectId: string, today: Day): Promise<Look[]> {
  const all = await ports.results.ofProject(projectId, 'all');
  const valueOf = ({ kept }: StoredResult) => (kept.written ? kept.given?.result : undefined);
  const { odd, claims } = await countValues(
    ports,
    projectId,
    RESULTS,
    (value) => is('result', value),
    (value) => all.filter((one) => valueOf(one) === value).length,
  );
  const isSuspect = (one: (typeof all)[number]): boolean => {
    const value = valueOf(one);
    return value !== undefined && odd.has(value);
  };
  const looks = chosen(all, isSuspect, today).map(({ itemId }) => ({
    itemId,
    async mend() {
      const kept = await ports.results.read(itemId);
      const item = await itemIn(ports, projectId, itemId);
      if (!kept || !item || !isOverwritten(kept, item.result)) return false;
      await showResult(ports, { itemId, projectId }, { ...kept, written: false }, 'night');
      return true;
    },
  }));
  const stored = new Map(all.map((one) => [one.itemId, valueOf(one)]));
  const isBorneOut = ({ id, result }: ItemFacts) =>
    stored.get(id) === valueRead(result)?.result || looks.some(({ itemId }) => itemId === id);
  const claimed = (await claimants(ports, projectId, claims, isBorneOut)).map((itemId) => ({
    itemId,
    async mend() {
      const item = await itemIn(ports, projectId, itemId);
      if (!item || item.result.kind === 'none' || item.result.kind === 'newer') return false;
      const kept = await ports.results.read(itemId);
      if (!kept) return takeAway(ports, itemId, () => ports.items.writeResult(itemId, null));
      await showResult(ports, { itemId, projectId }, { ...kept, written: false }, 'night');
      return isOverwritten(kept, item.result);
    },
  }));
  return [...looks, ...claimed];
}

async function decisionLooks(ports: Ports, projectId: string, today: Day): Promise<Look[]> {
  const all = await ports.decisions.ofProject(projectId);
  const valueOf = ({ kept }: StoredDecision) =>
    kept.written ? propertyOf(kept.now)?.decision : undefined;
  const { odd, claims } = await countValues(
    ports,
    projectId,
    DECISIONS,
    (value) => is('decision', value),
    (value) => all.filter((one) => valueOf(one) === value).length,
  );
  const isSuspect = (one: (typeof all)[number]): boolean => {
    const value = valueOf(one);
    return value !== undefined && odd.has(value);
  };
  const looks = chosen(all, isSuspect, today).map(({ itemId }) => ({
    itemId,
    async mend() {
      const kept = await ports.decisions.read(itemId);
      const item = await itemIn(ports, projectId, itemId);
      if (!kept || !item || !isDecisionOverwritten(kept, item.decision)) return false;
      await showDecision(ports, { itemId, projectId }, { ...kept, written: false }, 'night');
      return true;
    },
  }));
  const stored = new Map(all.map((one) => [one.itemId, valueOf(one)]));
  const isBorneOut = ({ id, decision }: ItemFacts) =>
    stored.get(id) === valueRead(decision)?.decision || looks.some(({ itemId }) => itemId === id);
  const claimed = (await claimants(ports, projectId, claims, isBorneOut)).map((itemId) => ({
    itemId,
    async mend() {
      const item = await itemIn(ports, projectId, itemId);
      if (!item || item.decision.kind === 'none' || item.decision.kind === 'newer') return false;
      const kept = await ports.decisions.read(itemId);
      if (!kept) return takeAway(ports, itemId, () => ports.items.writeDecision(itemId, null));
      await showDecision(ports, { itemId, projectId }, { ...kept, written: false }, 'night');
      return isDecisionOverwritten(kept, item.decision);
    },
  }));
  return [...looks, ...claimed];
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
