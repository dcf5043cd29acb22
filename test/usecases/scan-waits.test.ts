// A scan that Jira, or its own budget, tells to wait, and a project that changes under it.
import { expect, test } from '@jest/globals';
import { scanProject as consumer } from '../../src/entry/consumers/scan-project';
import { nextHour, POINTS_AN_HOUR } from '../../src/domain/pacing';
import { applySettings } from '../../src/usecases/apply-settings';
import { scanProject } from '../../src/usecases/scan/scan-project';
import { DAY, issue, NOW, OTHER_PROJECT, PROJECT, setRules } from '../support/loop';
import { appPorts, limited } from './app-ports';
import { atStep, codeOf, MINUTE, ORDER, picture, TEN_PAST, undisturbed, world } from './scan-world';

test.each([
  ['jira-quota-tenant-based', 5, nextHour(TEN_PAST), true],
  ['jira-quota-global-based', undefined, nextHour(TEN_PAST), true],
  ['jira-burst-based', 7, TEN_PAST + 7_000, false],
  ['jira-per-issue-on-write', 2, TEN_PAST + 30_000, false],
  [null, undefined, TEN_PAST + MINUTE, false],
])(
  'after %s it waits as long as that asks for, asks nothing before, and goes on',
  async (reason, seconds, until, site) => {
    const meant = await undisturbed();
    const loop = await world();
    let calls = 0;
    const refusing = appPorts(loop, () => ((calls += 1) === 12 ? limited(reason, seconds) : null));
    expect(await codeOf(scanProject(refusing, ORDER))).toBe('rate_limited');
    expect((await refusing.scans.read(PROJECT))?.waitsUntil).toBe(until);

    const counting = appPorts(loop, () => {
      calls += 1;
      return null;
    });
    calls = 0;
    expect(await scanProject(counting, ORDER)).toBe(until - TEN_PAST);
    // Another project of the site waits as well when it is the site that is closed.
    const other = { projectId: OTHER_PROJECT, force: true };
    await counting.scans.plan(OTHER_PROJECT, false, TEN_PAST, () => TEN_PAST);
    expect(await codeOf(scanProject(counting, other))).toBe(site ? 'rate_limited' : 'done');
    if (site) expect(calls).toBe(0);

    loop.clock.set(until);
    expect(await scanProject(counting, ORDER)).toBe(0);
    expect(await picture(loop)).toEqual(meant);
  },
  30_000,
);

test('an hour’s budget that is used up waits for the full hour, and the queue is told when', async () => {
  const loop = await world();
  let calls = 0;
  const ports = appPorts(loop, () => {
    calls += 1;
    return null;
  });
  await ports.points.add(TEN_PAST, POINTS_AN_HOUR);
  const told: number[] = [];
  const scanQueue = { push: async () => undefined, again: (seconds: number) => told.push(seconds) };
  const consume = consumer({ ...ports, scanQueue });
  const event = { body: { v: 1, ...ORDER } };
  await consume(event);
  loop.clock.set(TEN_PAST + 20 * MINUTE);
  await consume(event);
  expect([calls, told]).toEqual([0, [50 * 60, 30 * 60]]);
  loop.clock.set(nextHour(TEN_PAST));
  expect(await consume(event)).toBeUndefined();
  expect((await ports.scans.read(PROJECT))?.last?.lastDay).toBe('2026-06-11');
  const { spent } = await ports.points.read(loop.clock.now());
  expect(spent).toBeGreaterThanOrEqual(calls);
}, 30_000);

test('a budget that ends in the middle stops within one call of it', async () => {
  const loop = await world();
  let calls = 0;
  const ports = appPorts(loop, () => {
    calls += 1;
    return null;
  });
  await ports.points.add(TEN_PAST, POINTS_AN_HOUR - 209);
  expect(await codeOf(scanProject(ports, ORDER))).toBe('rate_limited');
  expect(calls).toBeGreaterThan(1);
  const { spent } = await ports.points.read(TEN_PAST);
  // Some are kept back for writes; the last call may bring a page of them.
  expect(spent).toBeGreaterThanOrEqual(POINTS_AN_HOUR - 200);
  expect(spent).toBeLessThan(POINTS_AN_HOUR);
}, 30_000);

test('what was listed before the budget ended is written all the same', async () => {
  const loop = await world();
  const many = Array.from({ length: 150 }, (_none, i) =>
    issue(100 + i, { created: NOW - 99 * DAY }),
  );
  loop.host.jira.site.addIssues(many);
  loop.host.jira.settle();
  const ports = appPorts(loop);
  // Enough for the first page of those to be warned, and not for the second.
  const begin = async (left: number) => {
    loop.clock.set(loop.clock.now() + 60 * MINUTE);
    await ports.points.add(loop.clock.now(), POINTS_AN_HOUR - 200 - left);
    return codeOf(scanProject(ports, ORDER));
  };
  expect(await begin(110)).toBe('rate_limited');
  const warned = async () =>
    (
      await Promise.all(many.map(({ id }) => loop.property(Number(id) - 10_000, 'ladder-flag')))
    ).filter(Boolean).length;
  expect(await warned()).toBeGreaterThan(50);
  expect(await warned()).toBeLessThan(150);
}, 60_000);

test('a turn that is planned, or ordered, in mid-scan keeps its time', async () => {
  const loop = await world();
  const ports = atStep(appPorts(loop), 3, () => setRules(loop, { timeZone: 'Pacific/Auckland' }));
  expect(await scanProject(ports, ORDER)).toBe(0);
  expect(await ports.scans.read(PROJECT)).toMatchObject({
    last: { lastDay: '2026-06-11' },
    dueAt: Date.parse('2026-06-10T14:00:00Z'),
  });
}, 30_000);

test('who saves over somebody else leaves the round as it was planned', async () => {
  const loop = await world();
  const ports = appPorts(loop);
  const settings = await ports.settings.load(PROJECT);
  const before = await ports.scans.read(PROJECT);
  const save = (rev: number) =>
    applySettings(
      ports,
      { ...settings, rev, rules: { ...settings.rules, scan: false } },
      {
        ...{ projectId: PROJECT, subject: 'rules', kind: 'rules.save' as const, by: 'po' },
        ...{ at: loop.clock.now(), before: null, after: null },
      },
    );
  expect(await codeOf(save(settings.rev - 1))).toBe('conflict');
  expect(await ports.scans.read(PROJECT)).toEqual(before);
  expect(await codeOf(save(settings.rev))).toBe('done');
  expect((await ports.scans.read(PROJECT))?.on).toBe(false);
}, 30_000);

test('rules that are changed in mid-scan hold from the next night on', async () => {
  const meant = await undisturbed();
  const loop = await world();
  const ports = atStep(appPorts(loop), 2, () =>
    setRules(loop, { warnAfterDays: 500, flagAfterDays: 600 }),
  );
  expect(await scanProject(ports, ORDER)).toBe(0);
  const now = await picture(loop);
  expect([now.shown, now.snapshots]).toEqual([meant.shown, meant.snapshots]);
  loop.pass(1);
  await scanProject(appPorts(loop), ORDER);
  expect(await loop.property(1, 'ladder-flag')).toBeUndefined();
}, 30_000);

test('a project that is renamed in mid-scan is scanned to its end', async () => {
  const loop = await world();
  const ports = atStep(appPorts(loop), 2, async () => {
    loop.host.jira.site.renameProject('SHOP', { key: 'STORE', name: 'Store' });
    loop.host.jira.settle();
  });
  expect(await scanProject(ports, ORDER)).toBe(0);
  expect((await ports.scans.read(PROJECT))?.last).toMatchObject({ candidates: 1 });
}, 30_000);

test.each(['archiveProject', 'deleteProject'] as const)(
  'after %s in mid-scan it publishes nothing, and its turn comes once a night instead of every hour',
  async (end) => {
    const loop = await world();
    const ports = atStep(appPorts(loop), 3, async () => {
      loop.host.jira.site[end]('SHOP');
      loop.host.jira.settle();
    });
    expect(await codeOf(scanProject(ports, ORDER))).not.toBe('done');
    expect(await ports.snapshots.ofProject(PROJECT)).toEqual([]);
    for (let hour = 0; hour < 3; hour += 1) await codeOf(scanProject(appPorts(loop), ORDER));
    expect(await ports.scans.read(PROJECT)).toMatchObject({
      dueAt: Date.parse('2026-06-12T02:00:00Z'),
      last: null,
      progress: null,
    });
  },
  30_000,
);
