// A night in which every step of a scan has something to do, and what is left behind of it.
import { afterEach } from '@jest/globals';
import { AppError } from '../../src/domain/errors';
import type { Ports, Scans } from '../../src/ports';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { DAY, issue, NOW, PROJECT, setRules, startLoop, STATUS, type Loop } from '../support/loop';
import { appPorts } from './app-ports';

export const MINUTE = 60_000;
export const ORDER = { projectId: PROJECT, force: false };
export const TEN_PAST = Date.parse('2026-06-11T02:10:00Z');
const id = (number: number) => String(10_000 + number);
const old = { created: NOW - 400 * DAY, updated: NOW - 10 * DAY };
const SEEN = { statusId: STATUS.todo, flag: null, answer: null, rev: 0 };

const loops: Loop[] = [];
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.close())));

/** Each step of tonight's scan has something to do. */
export async function world(): Promise<Loop> {
  const flag = (more: object) => ({ properties: { 'ladder-flag': { v: 1, ...more } } });
  const aged = { flag: 'warned', reason: 'aged' };
  const loop = await startLoop([
    issue(1, old),
    issue(2, { ...old, ...flag({ ...aged, since: '2026-05-01' }) }),
    issue(3, flag({ ...aged, since: '2026-06-01' })),
    issue(4, { ...old, ...flag({ ...aged, reason: 'idle', since: '2026-06-09' }) }),
    issue(5, old),
    issue(6, { properties: { 'ladder-decision': { v: 1, decision: 'killed' } } }),
    issue(7),
  ]);
  loops.push(loop);
  await setRules(loop, { scan: true });
  const park = { kind: 'park' as const, until: '2026-06-11', reason: 'x' };
  await loop.call('dev', 'decision.begin', { itemId: id(5), decision: park, seen: SEEN });
  const kill = { kind: 'kill' as const, reason: 'x' };
  await loop.call('dev', 'decision.begin', { itemId: id(7), decision: kill, seen: SEEN });
  await loop.move(7, STATUS.done);
  loop.clock.set(TEN_PAST);
  loop.host.jira.settle();
  return loop;
}

/** What a night leaves behind, without the moments. */
export async function picture(loop: Loop) {
  const { json } = await loop.rest('admin', 'GET', `/issue/SHOP-1/properties`);
  const shown: unknown[] = [json];
  for (const number of [1, 2, 3, 4, 5, 6, 7])
    for (const key of ['ladder-flag', 'ladder-decision'])
      shown.push(await loop.property(number, key));
  const ports = appPorts(loop);
  const acts = await ports.acts.page(PROJECT, null, null, 100);
  const state = await ports.scans.read(PROJECT);
  const { lastDay, warned, candidates } = state?.last ?? {};
  return {
    shown,
    acts: acts.values.map(({ subject, kind, by }) => [subject, kind, by]).sort(),
    snapshots: await ports.snapshots.ofProject(PROJECT),
    last: { lastDay, warned, candidates },
    next: [state?.dueAt, state?.progress, state?.waitsUntil],
    gate: (await loop.rest('admin', 'GET', `/project/${PROJECT}/properties/ladder-gate`)).json,
  };
}
let meant: ReturnType<typeof picture> | null = null;
/** What a scan leaves behind that nobody disturbs. */
export const undisturbed = () =>
  (meant ??= world().then(async (loop) => {
    await scanProject(appPorts(loop), ORDER);
    return picture(loop);
  }));

export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : 'stopped'),
  );
/** The same ports with some others in their place, for metered calls as well. */
export const replaced = (ports: Ports, more: (some: Ports) => Partial<Ports>): Ports => ({
  ...ports,
  ...more(ports),
  metered: (meter) => replaced(ports.metered(meter), more),
});
/** The same ports with other words for `advance`. */
export const advancing = (ports: Ports, advance: Scans['advance']): Ports =>
  replaced(ports, ({ scans }) => ({ scans: { ...scans, advance } }));
/** Does something once, when the scan notes its `nth` step. */
export function atStep(ports: Ports, nth: number, what: () => Promise<unknown>): Ports {
  let noted = 0;
  return advancing(ports, async (...args) => {
    await ports.scans.advance(...args);
    if ((noted += 1) === nth) await what();
  });
}
