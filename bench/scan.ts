// What a nightly scan costs a site: calls of the app to Jira and the points they are charged with,
// on the first night, on the next one with nothing changed, and once the grace has passed. Counts
// are the same on every machine; times are not and stand last.
import { standingClock } from '../local/clock';
import { startHost, type Host } from '../local/host';

export interface ScanBench {
  /** Items in the main project. */
  issues: number;
  print: (line: string) => void;
}

export interface NightCost {
  night: string;
  calls: number;
  points: number;
  /** Wall time in milliseconds. */
  ms: number;
}

const START = Date.parse('2026-11-02T03:00:00Z');
const DAY = 86_400_000;

async function oneNight(
  host: Host,
  night: string,
  print: (line: string) => void,
): Promise<NightCost> {
  host.jira.resetLedger();
  const started = performance.now();
  const { runs, queue } = await host.schedule({ force: true });
  const ms = performance.now() - started;
  const failed = runs.filter((run) => !run.ok);
  if (failed.length > 0 || queue.failed > 0) {
    throw new Error(`The scan failed on the ${night}: ${JSON.stringify({ failed, queue })}`);
  }
  const { calls, total } = host.jira.ledger();
  print(`${night}: ${total.calls} calls, ${total.points} points, ${Math.round(ms)} ms`);
  for (const line of calls.filter(({ principal }) => principal !== 'browser')) {
    print(
      `  ${line.count} x ${line.method} ${line.route} as ${line.principal}: ${line.points} points`,
    );
  }
  return { night, calls: total.calls, points: total.points, ms };
}

/** Runs the scan on three nights over a new demo shop of the given size. */
export async function benchScan({ issues, print }: ScanBench): Promise<NightCost[]> {
  const clock = standingClock(START);
  const source = { kind: 'demo', issues, projects: 1 } as const;
  const host = await startHost({ clock, source, lagMs: 0 });
  try {
    print(`${host.jira.site.counts().items} items`);
    const costs = [await oneNight(host, 'first night', print)];
    host.moveClock(START + DAY);
    costs.push(await oneNight(host, 'steady night', print));
    host.moveClock(START + 16 * DAY);
    costs.push(await oneNight(host, 'night after the grace', print));
    return costs;
  } finally {
    await host.close();
  }
}
