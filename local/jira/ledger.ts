// Points of the app's calls, counted as Atlassian describes its rate limits.
import { type Points, type PriceList } from './prices';

/** One kind of Jira call of the app since the last reset; `client` calls are not the app's. */
export interface LedgerLine {
  method: string;
  /** Path template, e.g. `/rest/api/3/issue/{issueIdOrKey}`. */
  route: string;
  principal: 'app' | 'user' | 'browser';
  count: number;
  points: number;
  /** Points if every price that nobody publishes is at its dearest. */
  worst: number;
}

export interface Ledger {
  calls: LedgerLine[];
  /** Sums of `app` and `user` only: calls from the browser cost no points. */
  total: { calls: number; points: number };
  worst: { calls: number; points: number };
}

export interface LedgerBook {
  /** Adds a call; answers what it takes from the app's quota. */
  add(route: string, method: string, principal: LedgerLine['principal'], points: Points): number;
  read(): Ledger;
  reset(): void;
}

/** @param prices the list by which `points` and `total` are reckoned; `worst` is always there */
export function createLedger(prices: PriceList = 'usual'): LedgerBook {
  let lines = new Map<string, LedgerLine>();
  return {
    add: (route, method, principal, points) => {
      const key = `${principal} ${method} ${route}`;
      const line = lines.get(key) ?? { method, route, principal, count: 0, points: 0, worst: 0 };
      lines.set(key, line);
      line.count += 1;
      // Calls from the browser do not count against the app's quota.
      if (principal === 'browser') return 0;
      line.points += points[prices];
      line.worst += points.worst;
      return points[prices];
    },
    read: () => {
      const calls = [...lines.values()].map((line) => ({ ...line }));
      const counted = calls.filter((line) => line.principal !== 'browser');
      const sum = (pick: (line: LedgerLine) => number) =>
        counted.reduce((total, line) => total + pick(line), 0);
      const count = sum((line) => line.count);
      return {
        calls,
        total: { calls: count, points: sum((line) => line.points) },
        worst: { calls: count, points: sum((line) => line.worst) },
      };
    },
    reset: () => {
      lines = new Map();
    },
  };
}
