// Faults on purpose, between the app and what it calls: Jira, storage, queue. The numbers of the
// kinds (F1 to F5) are those of the tests.
import { type Clock } from '../clock';
import { broken, damaged, type FaultyAnswer, tooMany } from './answers';
import { type FaultCall, watch, type Watch } from './matching';
import { type FaultPlan, type FaultRule, type Kind, planSchema, type SentPlan } from './plan';

export type { FaultyAnswer } from './answers';
export type { FaultCall } from './matching';
export type { SentPlan } from './plan';

/** One fault that happened. */
export interface Fired {
  /** ISO text, by the host's clock. */
  at: string;
  /** Place of its rule in the plan, from 0. */
  rule: number;
  fault: FaultRule['fault'];
  kind: Kind;
  method: string;
  route: string;
  principal: FaultCall['principal'];
}

export interface FaultReport {
  rules: (FaultRule & { matched: number; fired: number })[];
  pointsPerHour: FaultPlan['pointsPerHour'];
  /** All calls of the app since the plan was set, whether a rule is about them or not. */
  calls: Record<Kind, number>;
  /** The last thousand, oldest first. */
  fired: Fired[];
}

export interface Faults {
  /** Puts a plan in the place of the one before. @throws ZodError */
  set(plan: SentPlan): FaultReport;
  clear(): FaultReport;
  report(): FaultReport;
  /** Makes one call of the app, or lets it fail as the plan says. */
  around(call: FaultCall, work: () => Promise<FaultyAnswer>): Promise<FaultyAnswer>;
}

interface FaultsOptions {
  clock: Clock;
  /** The wall of the points. */
  quota: { limit(pointsPerHour: number | null): void; pointsPerHour(): number | null };
  /** Waits some milliseconds of the real time, by which functions are stopped. */
  wait?: (ms: number) => Promise<void>;
}

const KEPT = 1_000;
const realTime = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

/** Without a plan nothing fails. */
export function createFaults({ clock, quota, wait = realTime }: FaultsOptions): Faults {
  let watches: Watch[] = [];
  let fired: Fired[] = [];
  let calls: Record<Kind, number> = { jira: 0, storage: 0, queue: 0 };

  function report(): FaultReport {
    const rules = watches.map(({ rule, matched, fired: times }) => ({
      ...rule,
      matched,
      fired: times,
    }));
    return {
      rules,
      pointsPerHour: quota.pointsPerHour(),
      calls: { ...calls },
      fired: [...fired],
    };
  }

  function set(sent: SentPlan): FaultReport {
    const { rules, pointsPerHour } = planSchema.parse(sent);
    watches = rules.map(watch);
    fired = [];
    calls = { jira: 0, storage: 0, queue: 0 };
    quota.limit(pointsPerHour);
    return report();
  }

  /** The first rule that strikes; the others count the call, too. */
  function struck(call: FaultCall): FaultRule | undefined {
    calls[call.kind] += 1;
    const hits = watches.filter((one) => one.strikes(call));
    const [hit] = hits;
    // A call fails once: the others may strike the next time.
    for (const other of hits.slice(1)) other.fired -= 1;
    if (!hit) return undefined;
    const { body: _unseen, ...seen } = call;
    const rule = watches.indexOf(hit);
    const at = new Date(clock.now()).toISOString();
    fired = [...fired, { at, rule, fault: hit.rule.fault, ...seen }].slice(-KEPT);
    return hit.rule;
  }

  return {
    set,
    report,
    clear: () => set({}),
    around: async (call, work) => {
      const rule = struck(call);
      switch (rule?.fault) {
        case undefined:
          return work();
        case 'F1':
          return tooMany(rule, call.kind);
        case 'F2':
          return damaged(rule, rule.status === 200 ? await work() : undefined);
        case 'F3':
          await work();
          return broken('lost');
        case 'F4':
          await wait(rule.ms);
          return broken('lost');
        case 'F5':
          if (rule.when === 'after') await work();
          return broken('crash');
        case 'latency':
          await wait(rule.ms);
          return work();
      }
    },
  };
}
