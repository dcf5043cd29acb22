import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Sorting } from '../../../../src/domain/sort';
import { AT_ONCE } from '../../../../static/src/surfaces/project/many/engine';
import type { Wanted } from '../../../../static/src/surfaces/project/sort/sorter';
import { sortItem } from './items';
import { turns, world, type Refusal } from './world';

const items = Array.from({ length: 6 }, (_, n) => sortItem(n + 1));
const to = (sort: Sorting | null): Wanted | null => sort && { sort };

const wish = fc.record({
  item: fc.constantFrom(...items),
  sort: fc.constantFrom<Sorting | null>('moved', 'tested', 'run', null),
  after: fc.nat(30),
});

test('whatever is pressed and taken back in whatever pace, in the end stands what was wanted last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(wish, { maxLength: 30 }),
      fc.array(fc.constantFrom<Refusal | null>(null, null, 'lost', 'busy', 'unreachable'), {
        maxLength: 8,
      }),
      async (wishes, troubles) => {
        const { sorter, stood, most } = world((_id, nth) => troubles[nth - 1] ?? null);
        const last = new Map<string, Sorting | null>();
        for (const { item, sort, after } of wishes) {
          sorter.want([{ item, to: to(sort) }]);
          last.set(item.id, sort);
          await turns(after);
        }
        await sorter.idle();
        // Whatever got lost is said once more until it goes through.
        for (let n = 0; n < 8; n += 1) {
          const open = items.filter(({ id }) => sorter.entry(id)?.state === 'failed');
          sorter.want(open.map((item) => ({ item, to: to(last.get(item.id) ?? null) })));
          await sorter.idle();
        }
        for (const [id, sort] of last) expect(stood(id).sort).toBe(sort);
        expect(sorter.isBusy()).toBe(false);
        expect(most()).toBeLessThanOrEqual(AT_ONCE);
      },
    ),
    { numRuns: 60 },
  );
});

test('an item that is gone is out and is not asked for again; the others are saved', async () => {
  const { sorter, calls } = world((id) => (id === '2' ? 'gone' : null));
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(sorter.entry('2')).toMatchObject({ state: 'out', want: null, failure: { again: false } });
  expect(items.filter(({ id }) => sorter.entry(id)?.now).length).toBe(5);
  expect(calls).toHaveLength(6);
});

test('who may edit nothing is told at the first refusal, and nothing more is tried', async () => {
  const { sorter, calls } = world(() => 'forbidden');
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(calls.length).toBeLessThanOrEqual(AT_ONCE);
  expect(sorter.blockedBy()).not.toBeNull();
  expect(items.map(({ id }) => sorter.entry(id)?.state)).toEqual(Array(6).fill('left'));
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(calls.length).toBeLessThanOrEqual(AT_ONCE);
  sorter.unblock();
  sorter.want(items.map((item) => ({ item, to: { sort: 'run' } })));
  await sorter.idle();
  expect(items.map(({ id }) => sorter.entry(id)?.state)).toEqual(Array(6).fill('out'));
});

test('where some may not be edited, only those fail', async () => {
  const { sorter } = world((id) => (id === '5' ? 'forbidden' : null));
  sorter.want(items.map((item) => ({ item, to: { sort: 'tested' } })));
  await sorter.idle();
  expect(sorter.blockedBy()).toBeNull();
  expect(items.filter(({ id }) => sorter.entry(id)?.now).map(({ id }) => id)).not.toContain('5');
});
