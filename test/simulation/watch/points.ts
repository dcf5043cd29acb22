// Holds each scan to the budget of points: what it knew to be spent when it began, and what it spends.
import type { JiraCall } from '../../../src/adapters/jira/transport';
import { keys } from '../../../src/adapters/storage/keys';
import { POINTS_AN_HOUR } from '../../../src/domain/pacing';
import type { Answer } from '../jira/answers';
import type { Running } from '../process';
import { HOUR } from '../world';
import { bodyOf, type Evidence } from './evidence';

interface Spending {
  hour: number;
  /** Known to be spent in this hour when the run began. */
  before: number;
  spent: number;
}

/** At least what a call costs: one, and one for each issue that a search gives. */
function leastPrice({ path }: JiraCall, { status, body }: Answer): number {
  if (status !== 200 || !path.endsWith('/search/jql')) return 1;
  const { issues } = Object(body) as { issues?: unknown };
  return 1 + (Array.isArray(issues) ? issues.length : 0);
}

export function watchPoints({ world: { kernel }, say }: Evidence) {
  /** What storage said was spent, by key, the oldest first. */
  const stored = new Map<string, { at: number; number: number }[]>();
  const spendings = new Map<Running, Spending>();

  return {
    kept(key: string, value: Record<string, unknown>): void {
      const list = stored.get(key) ?? [];
      list.push({ at: kernel.now(), number: Number(bodyOf(value)['number']) });
      stored.set(key, list);
    },
    asked(run: Running, call: JiraCall, answer: Answer): void {
      const hour = Math.floor((kernel.now() + run.skew) / HOUR);
      let known = spendings.get(run);
      if (known?.hour !== hour) {
        // What others spend in an hour that begins under way is not known to it.
        const before = known
          ? 0
          : (stored.get(keys.points(hour))?.findLast(({ at }) => at <= run.began)?.number ?? 0);
        known = { hour, before, spent: 0 };
        spendings.set(run, known);
      }
      if (known.before + known.spent >= POINTS_AN_HOUR)
        say(`I6: ${run.name} asks though ${String(known.before + known.spent)} points are spent`);
      known.spent += leastPrice(call, answer);
    },
  };
}
