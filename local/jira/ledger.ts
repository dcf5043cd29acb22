// Points of the app's calls, counted as Atlassian describes its rate limits.
import { type Ledger, type LedgerLine } from './api';
import { POINTS } from './constants';
import { type Reply, type Route } from './services';

export interface LedgerBook {
  add(route: string, method: string, principal: LedgerLine['principal'], points: number): void;
  read(): Ledger;
  reset(): void;
}

export function createLedger(): LedgerBook {
  let lines = new Map<string, LedgerLine>();
  return {
    add: (route, method, principal, points) => {
      const key = `${principal} ${method} ${route}`;
      const line = lines.get(key) ?? { method, route, principal, count: 0, points: 0 };
      line.count += 1;
      // Calls from the browser do not count against the app's quota.
      if (principal !== 'browser') line.points += points;
      lines.set(key, line);
    },
    read: () => {
      const calls = [...lines.values()].map((line) => ({ ...line }));
      const counted = calls.filter((line) => line.principal !== 'browser');
      const sum = (pick: (line: LedgerLine) => number) =>
        counted.reduce((total, line) => total + pick(line), 0);
      return { calls, total: { calls: sum((l) => l.count), points: sum((l) => l.points) } };
    },
    reset: () => {
      lines = new Map();
    },
  };
}

/** What a call costs: a write its flat price, a read its base and what it returned. */
export function pointsOf(route: Route, reply: Reply): number {
  if (route.writes) return POINTS.write;
  const { objects = 0, people = 0 } = reply.cost ?? {};
  return POINTS.base + objects * POINTS.object + people * POINTS.people;
}
