// A project in memory, as far as comparing what items show needs it: what storage holds, what items show,
// and what was asked and written.
import { holds, type Clause } from '../../src/domain/clause';
import { AppError, type ErrorCode } from '../../src/domain/errors';
import type { Decision, ItemFacts, Result } from '../../src/domain/item';
import { MESSAGES } from '../../src/domain/messages';
import type { KeptDecision, KeptResult, Ports } from '../../src/ports';
import { anItem, none, value } from '../support/builders';

export const TODAY = '2026-11-21';
export const RESULT: Result = { result: 'moved', evidence: 'judged', at: '2026-11-01' };
export const DECISION: Decision = { decision: 'parked', until: '2027-01-01' };
const PAGE = 100;

export const keptResult = (more: Partial<KeptResult> = {}): KeptResult => ({
  ...{ rev: 1, writes: 2, written: true, earlier: [], later: [] },
  given: { ...RESULT, by: 'po' },
  ...more,
});
export const keptDecision = (more: Partial<KeptDecision> = {}): KeptDecision => ({
  ...{ rev: 2, written: true, intent: null, past: [] },
  now: {
    ...{ kind: 'park', until: '2027-01-01', reason: 'x', by: 'po', at: 0 },
    ...{ forum: '', flag: null, wasIn: '100' },
  },
  ...more,
});

export interface Site {
  results: Map<string, KeptResult>;
  decisions: Map<string, KeptDecision>;
  /** Items that are there, with what they show. */
  items: Map<string, ItemFacts>;
  /** Project in which an item lies by now. */
  movedTo: Map<string, string>;
  /** What search still finds where items have changed since. */
  stale?: ItemFacts[];
  /** What search sees in items that can't be read, or are changed by now. */
  raw?: Map<string, ItemFacts>;
}

export const refusal = (code: ErrorCode, details?: object): AppError =>
  new AppError(code, MESSAGES.jira.rate_limited, { details });

/** What was asked, in the order of asking, and what was written. */
const newLog = () => ({
  looked: [] as string[],
  counts: 0,
  lists: 0,
  listed: 0,
  written: [] as string[],
  saved: [] as string[],
  logged: [] as unknown[],
});

/**
 * The ports that comparing needs, over memory.
 * @param refused what Jira says to every write
 */
export function site(
  { results, decisions, items, movedTo, stale = [], raw }: Site,
  refused?: Error,
) {
  const log = newLog();
  const stored = <T>(all: Map<string, T>, revisionOf: (kept: T) => number) => ({
    ofProject: async () => [...all].map(([itemId, kept]) => ({ itemId, projectId: '1', kept })),
    read: async (itemId: string) => all.get(itemId) ?? null,
    save: async (itemId: string, _project: string, kept: T, over: number) => {
      const before = all.get(itemId);
      if ((before ? revisionOf(before) : 0) !== over) throw refusal('conflict');
      log.saved.push(itemId);
      all.set(itemId, kept);
    },
  });
  const write = (itemId: string, shown: Partial<ItemFacts>) => {
    if (refused) throw refused;
    log.written.push(itemId);
    const item = items.get(itemId);
    if (item) items.set(itemId, { ...item, ...shown });
  };
  const found = (projectId: string, clause: Clause) =>
    [...items.values()]
      .filter(({ id }) => stale.every((old) => old.id !== id))
      .concat(stale)
      .filter(({ id }) => (movedTo.get(id) ?? '1') === projectId)
      .filter((item) => holds(clause, raw?.get(item.id) ?? item, 0))
      .toSorted((a, b) => a.created - b.created);
  const ports = {
    results: stored(results, ({ writes }) => writes),
    decisions: stored(decisions, ({ rev }) => rev),
    items: {
      writeResult: async (itemId: string, result: Result | null) =>
        write(itemId, { result: result ? value(result) : none }),
      writeDecision: async (itemId: string, decision: Decision | null) =>
        write(itemId, { decision: decision ? value(decision) : none }),
    },
    backlog: {
      count: async (projectId: string, clause: Clause) => {
        log.counts += 1;
        return found(projectId, clause).length;
      },
      async *pages(projectId: string, clause: Clause) {
        log.lists += 1;
        const all = found(projectId, clause);
        for (let from = 0; from < all.length; from += PAGE) {
          const page = all.slice(from, from + PAGE);
          log.listed += page.length;
          yield page;
        }
      },
      item: async (itemId: string) => {
        log.looked.push(itemId);
        const facts = items.get(itemId);
        return facts ? { facts, projectId: movedTo.get(itemId) ?? '1' } : null;
      },
    },
    log: {
      info: () => undefined,
      error: (message: string, _cause: unknown, facts?: object) =>
        void log.logged.push([message, facts]),
    },
  };
  return { ports: ports as unknown as Ports, log };
}

export const ids = (many: number) => Array.from({ length: many }, (_none, i) => String(20_000 + i));

/** Items with a result, a decision, or both, that all show them. */
export function shownSite(many: number): Site {
  const has = (n: number, id: string) => Number(id) % 3 !== n;
  const of = (n: number) => ids(many).filter((id) => has(n, id));
  return {
    results: new Map(of(0).map((id) => [id, keptResult()])),
    decisions: new Map(of(1).map((id) => [id, keptDecision()])),
    items: new Map(
      ids(many).map((id) => [
        id,
        anItem({
          id,
          result: has(0, id) ? value(RESULT) : none,
          decision: has(1, id) ? value(DECISION) : none,
        }),
      ]),
    ),
    movedTo: new Map(),
  };
}

/** Somebody changes what an item shows, past Ladder. */
export function forge({ items }: Site, itemId: string, shown: Partial<ItemFacts>): void {
  items.set(itemId, { ...(items.get(itemId) ?? anItem({ id: itemId })), ...shown });
}
