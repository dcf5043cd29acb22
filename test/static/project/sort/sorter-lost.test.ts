import { expect, test } from '@jest/globals';
import { sortItem } from './items';
import { world } from './world';

test('a save whose answer was lost is found when it is tried again, and can be taken back', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 1 ? 'lost' : null));
  const item = sortItem(1);
  sorter.want([{ item, to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry(item.id)).toMatchObject({ state: 'failed', now: null });
  sorter.want([{ item, to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(sorter.entry(item.id)).toMatchObject({ state: 'settled', now: { sort: 'moved' } });
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(stood(item.id).sort).toBeNull();
});

for (const kind of ['lost', 'unreachable'] as const)
  test(`after a save that is ${kind} an undo is sent, and in the end nothing stands there`, async () => {
    const { sorter, stood, calls } = world((_id, nth) => (nth === 1 ? kind : null));
    const item = sortItem(1);
    sorter.want([{ item, to: { sort: 'run' } }]);
    await sorter.idle();
    expect(sorter.entry('1')).toMatchObject({ state: 'failed', unsure: true });
    sorter.want([{ item, to: null }]);
    await sorter.idle();
    expect(calls.length).toBeGreaterThan(1);
    expect(stood('1').sort).toBeNull();
    expect(sorter.entry('1')).toMatchObject({ state: 'settled', now: null, unsure: false });
  });

test('an item that is given up after its save got lost is taken back', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 1 ? 'lost' : null));
  sorter.want([{ item: sortItem(1), to: { sort: 'moved' } }]);
  await sorter.idle();
  expect(stood('1').sort).toBe('moved');
  sorter.giveUp('1');
  await sorter.idle();
  expect(stood('1').sort).toBeNull();
});

test('an undo that got lost is not taken for one that failed: the same sorting is sent again', async () => {
  const { sorter, stood } = world((_id, nth) => (nth === 2 ? 'lost' : null));
  const item = sortItem(1);
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  sorter.want([{ item, to: null }]);
  await sorter.idle();
  expect(sorter.entry('1')).toMatchObject({ state: 'failed', unsure: true });
  sorter.want([{ item, to: { sort: 'tested' } }]);
  await sorter.idle();
  expect(stood('1').sort).toBe('tested');
});
