// How a turn ends, or stops, and what of it is told on the page and in the log.
import { expect, test } from '@jest/globals';
import type { JiraReply } from '../../src/adapters/jira/transport';
import { SCAN_STEPS } from '../../src/domain/schedule';
import type { Ports } from '../../src/ports';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { PROJECT, setRules, type Loop } from '../support/loop';
import { appPorts, limited } from './app-ports';
import { refusal } from './scan-site';
import {
  advancing,
  atStep,
  codeOf,
  MINUTE,
  ORDER,
  picture,
  replaced,
  TEN_PAST,
  undisturbed,
  world,
} from './scan-world';

const TOMORROW = Date.parse('2026-06-12T02:00:00Z');
const NETWORK = new TypeError('fetch failed');
const answering = (status: number): JiraReply => ({
  ...{ status, header: () => null, text: async () => '{}' },
});
const seen = async (loop: Loop) =>
  (await loop.call('viewer', 'project.open', { projectId: PROJECT })).scan;
/** The nth note of a turn is that of this step; the first one says that it began. */
const noteOf = (step: (typeof SCAN_STEPS)[number]) => SCAN_STEPS.indexOf(step) + 2;

/** The ports, and what is logged through them. */
function logging(ports: Ports) {
  const logged: unknown[] = [];
  const log: Ports['log'] = {
    info: (message, facts) => void logged.push([message, facts]),
    error: (message, cause, facts) => void logged.push([message, cause, facts]),
  };
  return { logged, ports: replaced(ports, () => ({ log })) };
}

test('a run whose time is over leaves the rest to another one, at once, and both end like one', async () => {
  const meant = await undisturbed();
  const loop = await world();
  const slow = atStep(appPorts(loop), noteOf('repair'), async () => {
    loop.clock.set(loop.clock.now() + 13 * MINUTE);
  });
  expect(await codeOf(scanProject(slow, ORDER))).toBe('rate_limited');
  const state = await slow.scans.read(PROJECT);
  expect(state?.waitsUntil).toBe(loop.clock.now() + 1_000);
  expect(await seen(loop)).toMatchObject({ running: { done: 3, of: 11 }, failed: null });
  expect((await slow.points.read(TEN_PAST)).closedUntil).toBe(0);

  loop.clock.set(loop.clock.now() + 1_000);
  const { ports, logged } = logging(appPorts(loop));
  expect(await scanProject(ports, ORDER)).toBe(0);
  expect(await picture(loop)).toEqual(meant);
  const { listed, changed, differ } = await seen(loop);
  expect([listed, changed, differ]).toEqual([6, 8, 0]);
  expect(logged).toEqual([['scan done', { projectId: PROJECT, listed, changed, differ, runs: 2 }]]);
});

test('before its first step is done, a turn is told as begun', async () => {
  const loop = await world();
  const told: unknown[] = [];
  const ports = atStep(appPorts(loop), 1, async () => told.push((await seen(loop)).running));
  await scanProject(ports, ORDER);
  expect(told).toEqual([{ since: TEN_PAST, done: 0, of: SCAN_STEPS.length }]);
});

test('a gate that was refused is told while the turn waits, and when another run has ended it', async () => {
  const loop = await world();
  await loop.rest('admin', 'DELETE', `/project/${PROJECT}/properties/ladder-gate`);
  let waits = false;
  const refusing = appPorts(loop, ({ method, path }) => {
    if (waits) return limited(null, 5);
    return method === 'PUT' && path.includes('ladder-gate') ? answering(403) : null;
  });
  const ports = atStep(refusing, noteOf('gate'), async () => (waits = true));
  expect(await codeOf(scanProject(ports, ORDER))).toBe('rate_limited');
  const gate = { part: 'gate', code: 'forbidden' };
  expect((await seen(loop)).failed).toMatchObject(gate);
  loop.clock.set(TEN_PAST + MINUTE);
  expect(await scanProject(appPorts(loop), ORDER)).toBe(0);
  expect((await seen(loop)).failed).toMatchObject(gate);
});

test.each([
  ['Jira is out of order', 'jira_unavailable', () => answering(503)],
  [
    'nothing answers',
    'internal',
    () => {
      throw NETWORK;
    },
  ],
])(
  'that %s is told until another try gets past it, and the turn goes on',
  async (_name, code, answer) => {
    const loop = await world();
    let fails = false;
    const failing = appPorts(loop, () => (fails ? answer() : null));
    const ports = atStep(failing, noteOf('gate'), async () => (fails = true));
    await expect(scanProject(ports, ORDER)).rejects.toThrow();
    expect(await seen(loop)).toMatchObject({
      ...{ failed: { part: 'scan', code }, lastAt: null, running: { done: 9 } },
    });
    expect(await scanProject(appPorts(loop), ORDER)).toBe(0);
    expect((await seen(loop)).failed).toBeNull();
  },
);

/** The ports with an end of the turn that storage does not take. */
const endless = (ports: Ports): Ports =>
  replaced(ports, ({ scans }) => ({
    scans: { ...scans, finish: () => Promise.reject(NETWORK) },
  }));

test('the night’s numbers are published with the end of the turn, or not at all', async () => {
  const loop = await world();
  const ports = appPorts(loop);
  expect(await codeOf(scanProject(endless(ports), ORDER))).toBe('stopped');
  expect(await ports.snapshots.ofProject(PROJECT)).toEqual([]);
  expect(await seen(loop)).toMatchObject({ lastAt: null, running: { done: SCAN_STEPS.length } });
});

test('where messages are sent the numbers are published before them, and counted once', async () => {
  const loop = await world();
  await setRules(loop, { digest: { mode: 'notify', weekday: 1 } });
  const ports = appPorts(loop);
  expect(await codeOf(scanProject(endless(ports), ORDER))).toBe('stopped');
  const { lastAt, lastDay } = await seen(loop);
  expect([lastAt, lastDay]).toEqual([TEN_PAST, '2026-06-11']);
  loop.clock.set(TEN_PAST + 17 * MINUTE);
  expect(await scanProject(ports, ORDER)).toBe(0);
  expect(await seen(loop)).toMatchObject({ lastAt, running: null, nextAt: TOMORROW });
});

test('a question that Jira refuses is asked anew a few times, then the night is over', async () => {
  const loop = await world();
  const ports = appPorts(loop, ({ path }) =>
    path.includes('approximate-count') ? answering(400) : null,
  );
  for (let run = 1; run < 3; run += 1) {
    await expect(scanProject(ports, ORDER)).rejects.toMatchObject({
      ...{ code: 'conflict', cause: { code: 'invalid_input' } },
    });
    expect(await seen(loop)).toMatchObject({ failed: null, running: { done: 0 } });
  }
  expect(await codeOf(scanProject(ports, ORDER))).toBe('invalid_input');
  expect(await seen(loop)).toMatchObject({
    ...{ failed: { part: 'scan', code: 'invalid_input' }, running: null, nextAt: TOMORROW },
  });
});

test.each([
  ['storage cannot make it list the parents anew', true],
  ['the scan is off, so that there are no parents to list', false],
])('a refused question ends the night where %s', async (_name, scan) => {
  const loop = await world();
  await setRules(loop, { scan });
  const ports = replaced(appPorts(loop), ({ decisions, parents }) => ({
    decisions: { ...decisions, due: () => Promise.reject(refusal('invalid_input')) },
    ...(scan && { parents: { ...parents, forget: () => Promise.reject(NETWORK) } }),
  }));
  const order = { ...ORDER, force: true };
  expect(await codeOf(scanProject(ports, order))).toBe('invalid_input');
  expect(await ports.scans.read(PROJECT)).toMatchObject({ dueAt: TOMORROW, progress: null });
});

test('what a stopped scan has left makes no refused question of a turn without one asked anew', async () => {
  const loop = await world();
  const stopped = atStep(appPorts(loop), noteOf('repair'), () => Promise.reject(NETWORK));
  expect(await codeOf(scanProject(stopped, ORDER))).toBe('stopped');
  await setRules(loop, { scan: false });
  const ports = replaced(appPorts(loop), ({ decisions }) => ({
    decisions: { ...decisions, due: () => Promise.reject(refusal('invalid_input')) },
  }));
  expect(await codeOf(scanProject(ports, { ...ORDER, force: true }))).toBe('invalid_input');
  expect(await ports.scans.read(PROJECT)).toMatchObject({ dueAt: TOMORROW, progress: null });
});

test('who asks to wait without a word of how long waits a minute', async () => {
  const loop = await world();
  const ports = replaced(appPorts(loop), ({ decisions }) => ({
    decisions: { ...decisions, due: () => Promise.reject(refusal('rate_limited')) },
  }));
  expect(await codeOf(scanProject(ports, ORDER))).toBe('rate_limited');
  expect((await ports.scans.read(PROJECT))?.waitsUntil).toBe(TEN_PAST + MINUTE);
});

test('a wait that storage does not note is logged, and the turn stops for what stopped it', async () => {
  const loop = await world();
  let waits = false;
  const refusing = appPorts(loop, () => (waits ? limited(null, 5) : null));
  const { ports, logged } = logging(
    advancing(refusing, async (...args) => {
      if (waits) throw NETWORK;
      await refusing.scans.advance(...args);
      waits = true;
    }),
  );
  expect(await codeOf(scanProject(ports, ORDER))).toBe('rate_limited');
  expect(logged).toEqual([['wait not noted', NETWORK, { projectId: PROJECT }]]);
});

test('points that storage does not take at the end are logged, and the turn has ended', async () => {
  const loop = await world();
  await setRules(loop, { scan: false });
  const { ports, logged } = logging(
    replaced(appPorts(loop), ({ points }) => ({
      points: { ...points, add: () => Promise.reject(NETWORK) },
    })),
  );
  expect(await scanProject(ports, { ...ORDER, force: true })).toBe(0);
  expect(logged).toEqual([['points not kept', NETWORK, undefined]]);
});

test('who takes a turn up goes on from where it is by then, not from where it was seen', async () => {
  const loop = await world();
  const first = atStep(appPorts(loop), noteOf('repair'), () => Promise.reject(NETWORK));
  const late = replaced(appPorts(loop), ({ scans }) => ({
    scans: {
      ...scans,
      async lease(...args) {
        expect(await codeOf(scanProject(first, ORDER))).toBe('stopped');
        return scans.lease(...args);
      },
    },
  }));
  const { ports, logged } = logging(late);
  expect(await scanProject(ports, ORDER)).toBe(0);
  expect(logged).toMatchObject([['scan done', { runs: 2 }]]);
});
