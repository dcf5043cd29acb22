import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ENTITIES } from '../../../../src/adapters/storage/keys';
import { readReading } from '../../../../src/adapters/storage/records';
import { readScan } from '../../../../src/adapters/storage/scan-records';
import { coverageOf } from '../../../../src/domain/coverage';
import { isActive, isComplete } from '../../../../src/domain/goal';
import { findingOf } from '../../../../src/domain/kill';
import { outputOf } from '../../../../src/domain/output';
import { DAY, demo, NOW, SHOP } from './filled-demo';
import { projectFacts } from './site-facts';

const TODAY = '2026-11-21';

test('gives the same shop for the same seed and present', () => {
  const [one, two, other] = [demo(), demo(), demo({ seed: 'another' })];
  expect(two.site.issues).toEqual(one.site.issues);
  expect(two.entities).toEqual(one.entities);
  expect(other.site.issues).not.toEqual(one.site.issues);
});

test('moves the whole shop with its present', () => {
  const later = demo({ now: NOW + 7 * DAY });
  const counts = demo().site.counts();
  expect(later.site.counts()).toEqual(counts);
  expect(Math.max(...later.site.issues.map((issue) => issue.created))).toBeGreaterThan(NOW);
});

test('makes exactly as many items and projects as asked, whatever the size', () => {
  const sizes = fc.record({
    issues: fc.integer({ min: 1, max: 400 }),
    projects: fc.integer({ min: 1, max: 9 }),
  });
  fc.assert(
    fc.property(sizes, ({ issues, projects }) => {
      const { site, report } = demo({ issues, projects });
      expect(site.counts()).toEqual({ items: issues, projects });
      expect(report.items).toBe(issues);
    }),
    // Where the special items first fit, they leave little room for the rest.
    { numRuns: 25, examples: [[{ issues: 40, projects: 1 }], [{ issues: 67, projects: 6 }]] },
  );
});

test('keeps every item in order: made, started, finished, changed, and nothing after now', () => {
  for (const issue of demo({ issues: 3000 }).site.issues) {
    const moments = [issue.created, ...issue.history.map((change) => change.created)];
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(Math.max(...moments)).toBeLessThanOrEqual(issue.updated);
    expect(issue.updated).toBeLessThanOrEqual(NOW);
    expect(issue.created).toBeLessThanOrEqual(issue.categoryChanged);
  }
});

test('ends every history in the state that the item is in', () => {
  const { site } = demo();
  for (const issue of site.issues) {
    const moves = issue.history.flatMap((change) =>
      change.items.filter((item) => item.field === 'status').map((item) => ({ ...item, change })),
    );
    const last = moves.at(-1);
    const statuses = site.projects().find(({ id }) => id === issue.projectId)?.statuses ?? [];
    const category = (id: string | null) => statuses.find((status) => status.id === id)?.category;
    expect(last?.to ?? statuses[0]?.id).toBe(issue.statusId);
    const crossing = moves.findLast((move) => category(move.from) !== category(move.to));
    expect(issue.categoryChanged).toBe(crossing?.change.created ?? issue.created);
  }
});

test('hangs items under older parents of a higher level in the same project', () => {
  const { site } = demo();
  const byId = new Map(site.issues.map((issue) => [issue.id, issue]));
  const level = (typeId: string) =>
    site
      .projects()
      .flatMap((project) => project.issueTypes)
      .find(({ id }) => id === typeId)?.hierarchyLevel ?? NaN;
  for (const issue of site.issues.filter(({ parentId }) => parentId !== null)) {
    const parent = byId.get(issue.parentId ?? '');
    expect(parent?.projectId).toBe(issue.projectId);
    expect(parent?.created).toBeLessThanOrEqual(issue.created);
    expect(level(parent?.typeId ?? '')).toBe(level(issue.typeId) + 1);
  }
  expect(site.issues.filter(({ typeId }) => level(typeId) === -1).length).toBeGreaterThan(60);
});

test('repeats no summary in the shop but those of sub-tasks', () => {
  const { site } = demo();
  const steps = site.projects()[0]?.issueTypes.find((type) => type.hierarchyLevel === -1)?.id;
  const summaries = site.issues
    .filter(({ projectId, typeId }) => projectId === SHOP && typeId !== steps)
    .map(({ summary }) => summary);
  expect(new Set(summaries).size).toBe(summaries.length);
  expect(summaries.filter((summary) => /[{}]|undefined/.test(summary))).toEqual([]);
  expect(Math.max(...summaries.map((summary) => summary.length))).toBeLessThan(100);
});

test('writes answers that the app reads, but for the one item that somebody else wrote', () => {
  const { site, settings, report } = demo();
  const { items } = projectFacts(site, 'SHOP', settings());
  const kinds = (kind: string) =>
    items.filter((item) => item.answer.kind === kind).map(({ key }) => key);
  expect(kinds('unreadable')).toEqual([report.notable['unreadable']]);
  expect(kinds('newer')).toEqual([report.notable['newer']]);
  expect(kinds('value').length).toBeGreaterThan(50);
  expect(items.filter((item) => item.result.kind === 'unreadable')).toEqual([]);
});

test('stores two active goals and an ended one with a successor, all complete, with readings', () => {
  const { settings, of } = demo();
  const { goals, rules } = settings();
  expect(goals.every(isComplete)).toBe(true);
  expect(goals.map((goal) => isActive(goal, TODAY))).toEqual([true, true, false]);
  expect(goals.some(({ id }) => id === goals[2]?.successorId)).toBe(true);
  expect(rules).toMatchObject({ scan: true, gate: 'block' });
  const readings = of(ENTITIES.reading).map(readReading);
  for (const { id } of goals) {
    expect(readings.filter((reading) => reading.goalId === id).length).toBeGreaterThan(5);
  }
});

test('switches the scan on, leaves flags to it, and publishes the gate', () => {
  const { site, of } = demo();
  const scan = readScan(of(ENTITIES.scan)[0]).state;
  expect(scan).toMatchObject({ projectId: SHOP, on: true, last: null });
  expect(site.issues.filter((issue) => 'ladder-flag' in issue.properties)).toEqual([]);
  expect(site.projectProperties.get(`${SHOP}/ladder-gate`)).toMatchObject({ v: 1, mode: 'block' });
});

test('tells a story at first sight: every band, a partly answered backlog, old unwanted items', () => {
  const { site, settings } = demo();
  const { items, frame } = projectFacts(site, 'SHOP', settings());
  const sum = outputOf(items, frame, { from: NOW - 180 * DAY, to: NOW });
  expect(Math.min(...Object.values(sum.bands))).toBeGreaterThan(5);
  expect(sum.output).toBeGreaterThan(80);
  expect(sum.undelivered).toBeGreaterThan(3);
  expect(sum.aimed).toBeGreaterThan(sum.aimedBefore);
  expect(sum.aimed).toBeLessThan(sum.output * 0.7);
  const { asked, own, parent } = coverageOf(items, frame);
  expect((own + parent) / asked).toBeGreaterThan(0.15);
  expect((own + parent) / asked).toBeLessThan(0.5);
  const ripe = items.filter((item) => findingOf(item, frame, { now: NOW, today: TODAY })?.ripe);
  expect(ripe.length).toBeGreaterThan(40);
  for (let month = 0; month < 18; month += 1) {
    const to = NOW - month * 30 * DAY;
    expect(outputOf(items, frame, { from: to - 30 * DAY, to }).output).toBeGreaterThan(2);
  }
});

test('forgets some open items for more than two years, so that the first run has something to offer', () => {
  const { site } = demo();
  const [shop] = site.projects();
  const done = shop?.statuses.filter(({ category }) => category === 'done').map(({ id }) => id);
  const open = site.issues.filter(
    ({ projectId, statusId }) => projectId === SHOP && done?.includes(statusId) === false,
  );
  const forgotten = open.filter(({ updated }) => updated < NOW - 730 * DAY);
  expect(forgotten.length).toBeGreaterThan(open.length * 0.04);
  expect(forgotten.length).toBeLessThan(open.length * 0.1);
});

test('hides three finished items from all but those who run the shop', () => {
  const { site, report } = demo();
  const hidden = site.issues.filter((issue) => issue.visibleTo !== null);
  expect(hidden).toHaveLength(3);
  expect(hidden.map(({ key }) => key)).toContain(report.notable['restricted']);
  for (const issue of hidden) expect(issue.visibleTo).toEqual(['demo-admin', 'demo-po']);
});

test('lets five people log in and gives them the same rights in each project', () => {
  const { site } = demo({ projects: 3 });
  expect(site.users().filter(({ name }) => name !== '')).toHaveLength(5);
  const roles = site.projects().map(({ roles }) => [roles['demo-po'], roles['demo-dev']]);
  expect(roles).toEqual([
    ['admin', 'editor'],
    ['admin', 'editor'],
    ['admin', 'editor'],
  ]);
  expect(site.projects().map(({ key, style }) => [key, style])).toEqual([
    ['SHOP', 'classic'],
    ['APP', 'next-gen'],
    ['WARE', 'classic'],
  ]);
});
