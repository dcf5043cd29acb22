import { expect, test } from '@jest/globals';
import { ENTITIES } from '../../../../src/adapters/storage/keys';
import { readStoredResult } from '../../../../src/adapters/storage/item-records';
import { readReading } from '../../../../src/adapters/storage/records';
import { betOf } from '../../../../src/domain/inherit';
import { valueOf, type ItemFacts } from '../../../../src/domain/item';
import { isDue } from '../../../../src/domain/result';
import { sortingOf } from '../../../../src/domain/sort';
import { DAY, demo, NOW } from './filled-demo';
import { projectFacts } from './site-facts';

const TODAY = '2026-11-21';
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function shop() {
  const { site, of, settings, report } = demo();
  const { items, frame } = projectFacts(site, 'SHOP', settings());
  const byKey = new Map(items.map((item) => [item.key, item]));
  const notable = (name: string): ItemFacts => {
    const item = byKey.get(report.notable[name] ?? '');
    if (!item) throw new Error(`There is no ${name}.`);
    return item;
  };
  const kept = new Map(
    of(ENTITIES.result).map((record) => [readStoredResult(record).itemId, record]),
  );
  const keptOf = ({ id }: ItemFacts) => readStoredResult(kept.get(id)).kept;
  return { site, of, items, frame, notable, kept, keptOf };
}

test('stores what was said of each item that shows a result, and the same', () => {
  const { site, items, kept, keptOf } = shop();
  const shown = site.issues.filter((issue) => 'ladder-result' in issue.properties);
  expect(shown.length).toBeGreaterThan(15);
  for (const { id, properties } of shown) {
    const { given, written } = readStoredResult(kept.get(id)).kept;
    const { result, evidence, at } = given ?? {};
    expect(properties['ladder-result']).toEqual({ v: 1, result, evidence, at });
    expect(written && (at ?? '') <= TODAY).toBe(true);
  }
  const results = items.filter(({ id }) => kept.has(id)).map((item) => keptOf(item));
  const evidence = results.map(({ given }) => given?.evidence);
  expect(new Set(evidence)).toEqual(new Set(['measured', 'judged', undefined]));
  expect(results.flatMap(({ given }) => given?.reading ?? []).length).toBeGreaterThan(3);
});

test('cites only readings that are kept and were taken after the item was out', () => {
  const { of, items, kept, keptOf } = shop();
  const readings = of(ENTITIES.reading).map(readReading);
  for (const item of items.filter(({ id }) => kept.has(id))) {
    const { given } = keptOf(item);
    const cited = given?.reading;
    expect(given?.evidence === 'measured').toBe(cited !== undefined);
    if (!cited) continue;
    expect(readings).toContainEqual(expect.objectContaining(cited));
    expect(cited.day > dayOf(item.categoryChanged) && cited.day <= (given?.at ?? '')).toBe(true);
  }
  expect(readings.some(({ earlier }) => earlier.length > 0)).toBe(true);
});

test('shows each state of a result: due, overdue, put off once and thrice, changed', () => {
  const { notable, kept, keptOf } = shop();
  for (const name of ['due', 'overdue', 'due-epic']) {
    const item = notable(name);
    expect(kept.has(item.id)).toBe(false);
    expect(isDue(valueOf(item.answer)?.checkBy, TODAY)).toBe(true);
  }
  for (const [name, times] of [
    ['postponed', 1],
    ['postponed-often', 3],
  ] as const) {
    const { given, later } = keptOf(notable(name));
    expect([given, later.length]).toEqual([null, times]);
    expect(later.at(-1)?.to).toBe(valueOf(notable(name).answer)?.checkBy);
  }
  const { given, earlier } = keptOf(notable('changed-result'));
  expect([earlier.map(({ result }) => result), given?.result]).toEqual([['flat'], 'moved']);
});

test('an epic that moved its goal shipped over several months', () => {
  const { notable, items } = shop();
  const epic = notable('moved-epic');
  const children = items.filter(({ parentId }) => parentId === epic.id);
  const months = new Set(children.map((item) => dayOf(item.categoryChanged).slice(0, 7)));
  expect(months.size).toBeGreaterThan(1);
});

test('some finished items were sorted by hand, some answered when they were done', () => {
  const { items, frame } = shop();
  const finished = items.filter(({ level, category }) => level === 0 && category === 'done');
  const sorted = finished.filter((item) => sortingOf(valueOf(item.answer)) !== null);
  expect(sorted.length).toBeGreaterThan(2);
  for (const item of sorted) {
    const bet = betOf(item, null, frame.goals);
    expect(bet.answer === null || bet.answer.why === 'run').toBe(true);
    expect(bet.result?.evidence ?? 'judged').toBe('judged');
  }
  expect(finished.filter((item) => valueOf(item.answer)?.when === 'done').length).toBeGreaterThan(
    2,
  );
});

test('most items have a component, some two, some none, and most an estimate', () => {
  const { site, items } = shop();
  const standard = items.filter(({ level }) => level === 0);
  const share = (fits: (item: ItemFacts) => boolean) =>
    standard.filter(fits).length / standard.length;
  expect(share(({ componentIds }) => componentIds.length === 0)).toBeGreaterThan(0.03);
  expect(share(({ componentIds }) => componentIds.length === 0)).toBeLessThan(0.15);
  expect(share(({ componentIds }) => componentIds.length === 2)).toBeGreaterThan(0.05);
  const estimates = new Map(site.issues.map(({ id, estimate }) => [id, estimate]));
  expect(share(({ id }) => estimates.get(id) !== null)).toBeGreaterThan(0.6);
});

test('one goal stands still for two readings though much shipped for it; an ended one has open items', () => {
  const { of, items, frame } = shop();
  const [flat, , ended] = frame.goals;
  const parents = new Map(frame.parents.map((parent) => [parent.id, parent]));
  const servedBy = (goalId: string | undefined) =>
    items.filter((item) => {
      const bet = betOf(item, parents.get(item.parentId ?? '') ?? null, frame.goals);
      return item.level === 0 && bet.answer?.goal === goalId;
    });
  const values = of(ENTITIES.reading)
    .map(readReading)
    .filter(({ goalId }) => goalId === flat?.id);
  const [before, ...latest] = values.slice(-3);
  expect(Math.max(...latest.map(({ value }) => value))).toBeLessThanOrEqual(before?.value ?? 0);
  const since = NOW - 60 * DAY;
  const shipped = servedBy(flat?.id).filter(
    ({ categoryChanged, category }) => category === 'done' && categoryChanged > since,
  );
  expect(shipped.length).toBeGreaterThan(5);
  expect(servedBy(ended?.id).filter(({ category }) => category !== 'done').length).toBeGreaterThan(
    2,
  );
});
