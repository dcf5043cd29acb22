// Decisions and acts in storage: one record an item, acts that are never changed, lists page by page.
import { expect, test } from '@jest/globals';
import { acts, decisions } from '../../../src/adapters/storage/decisions';
import { forgeDriver } from '../../../src/adapters/storage/forge-driver';
import { ENTITIES, keys } from '../../../src/adapters/storage/keys';
import type { Decided } from '../../../src/domain/decision';
import type { KeptDecision } from '../../../src/ports';
import { act, actsKept, codeOf, ITEM, nextId, NOW, P, withStorage } from './stored';

withStorage();
const store = decisions(forgeDriver, nextId);

const decided = (more: Partial<Decided> = {}): Decided => ({
  kind: 'park',
  until: '2026-12-01',
  reason: 'After the sale.',
  by: 'acc-po',
  at: NOW,
  forum: 'Tuesday',
  flag: { reason: 'aged', since: '2026-11-01' },
  effort: 3,
  wasIn: '11',
  ...more,
});
const kept = (more: Partial<KeptDecision> = {}): KeptDecision => ({
  rev: 1,
  now: decided(),
  intent: null,
  written: true,
  past: [],
  ...more,
});
const decision = (more: object = {}) => act({ subject: ITEM, kind: 'decision.park', ...more });

test('an item nobody decided on has none; what is saved is read to the last word', async () => {
  expect(await store.read(ITEM)).toBeNull();
  const whole = kept({
    intent: { id: 'i', decided: decided({ kind: 'kill', until: undefined }) },
    past: [
      {
        decided: decided({ kind: 'fix', fix: 'split', into: ['SHOP-2'], flag: null }),
        ended: null,
      },
      { decided: decided(), ended: { how: 'woken', by: '', at: NOW } },
    ],
  });
  await store.save(ITEM, P, whole, 0, decision());
  expect(await store.read(ITEM)).toEqual(whole);
});

test('over another revision nothing is stored, neither the decision nor its act', async () => {
  await store.save(ITEM, P, kept(), 0, decision());
  for (const over of [0, 2])
    expect(await codeOf(store.save(ITEM, P, kept({ rev: 9 }), over, decision()))).toBe('conflict');
  expect(await store.read(ITEM)).toMatchObject({ rev: 1 });
  expect(await actsKept()).toHaveLength(1);
});

test('of many who decide at one moment one is stored with one act', async () => {
  const works = ['a', 'b', 'c'].map((by) =>
    store.save(ITEM, P, kept({ now: decided({ by }) }), 0, decision({ by })).then(
      () => by,
      () => null,
    ),
  );
  const [winner, ...others] = (await Promise.all(works)).filter((by) => by !== null);
  expect(others).toEqual([]);
  expect((await store.read(ITEM))?.now?.by).toBe(winner);
  expect(await actsKept()).toMatchObject([{ by: winner }]);
});

test('what is due is parked or kept until that day, of this project', async () => {
  const of = (itemId: string, more: Partial<Decided>, project = P) =>
    store.save(itemId, project, kept({ now: decided(more) }), 0, null);
  await of('1', { until: '2026-11-20' });
  await of('2', { kind: 'keep', until: '2026-11-21' });
  await of('3', { until: '2026-11-22' });
  await of('4', { kind: 'kill', until: undefined });
  await of('5', { until: '2026-11-20' }, '2');
  const due = async (day: string) => (await store.due(P, day)).map(({ itemId }) => itemId).sort();
  expect(await due('2026-11-21')).toEqual(['1', '2']);
  expect(await due('2026-11-19')).toEqual([]);
});

test('what is not shown, or not settled, is found until it is', async () => {
  const intent = { id: 'i', decided: decided({ kind: 'kill' }) };
  await store.save('1', P, kept({ written: false }), 0, null);
  await store.save('2', P, kept({ intent }), 0, null);
  await store.save('3', P, kept(), 0, null);
  const unsettled = async () => (await store.unsettled(P)).map(({ itemId }) => itemId).sort();
  expect(await unsettled()).toEqual(['1', '2']);
  await store.save('1', P, kept({ rev: 2 }), 1, null);
  await store.save('2', P, kept({ rev: 2 }), 1, null);
  expect(await unsettled()).toEqual([]);
});

test('a record that was only begun is none, anywhere', async () => {
  await forgeDriver.create(ENTITIES.decision, keys.decision(ITEM), { rev: 0 });
  expect(await store.read(ITEM)).toBeNull();
  expect(await store.ofProject(P)).toEqual([]);
});

test('decisions come the latest first, page by page, each once', async () => {
  for (let i = 0; i < 130; i += 1)
    await store.save(String(i), P, kept({ now: decided({ at: NOW + i }) }), 0, null);
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.page>> = await store.page(P, after, 50);
    expect(page.values.length).toBeLessThanOrEqual(50);
    found.push(...page.values.map(({ itemId }) => itemId));
    after = page.next;
  } while (after !== null);
  expect(found).toEqual(Array.from({ length: 130 }, (_none, i) => String(129 - i)));
  expect(await store.ofProject(P)).toHaveLength(130);
});

test('acts are listed the latest first, of all kinds or of some, and stay as they were', async () => {
  const record = acts(forgeDriver, nextId);
  for (const [i, kind] of (['goal.save', 'decision.kill', 'decision.undo'] as const).entries())
    await record.append(act({ kind, at: NOW + i, before: { i }, after: null }));
  await record.append(act({ projectId: '2' }));
  const of = async (kinds: string[] | null) =>
    (await record.page(P, kinds, null, 50)).values.map(({ kind }) => kind);
  expect(await of(null)).toEqual(['decision.undo', 'decision.kill', 'goal.save']);
  expect(await of(['decision.kill'])).toEqual(['decision.kill']);
  expect(await of(['goal.save', 'decision.undo'])).toEqual(['decision.undo', 'goal.save']);
  expect(await of(['nothing.such'])).toEqual([]);
  const [last] = (await record.page(P, null, null, 1)).values;
  expect(last).toMatchObject({ subject: 'g1', by: 'acc-po', at: NOW + 2, before: { i: 2 } });
});

test('an act is written once: the same id a second time changes nothing', async () => {
  const same = acts(forgeDriver, () => 'same');
  await same.append(act({ by: 'acc-po' }));
  expect(await codeOf(same.append(act({ by: 'acc-dev' })))).toBe('conflict');
  expect((await same.page(P, null, null, 9)).values.map(({ by }) => by)).toEqual(['acc-po']);
});
