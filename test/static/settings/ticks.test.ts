import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SetupWorkflow } from '../../../src/contract/setup';
import {
  carriedTicks,
  changeOf,
  placedOn,
  suggestedTicks,
  undoOf,
} from '../../../static/src/surfaces/settings/setup/ticks';
import { aTransition, createTransition } from './setup-answers';

const IDS = ['1', '2', '3', '4', '5'];
const ids = fc.subarray(IDS);
const transitions: fc.Arbitrary<SetupWorkflow['transitions']> = fc
  .tuple(ids, ids, ids)
  .map(([all, placed, starts]) =>
    all.map((id) => aTransition({ id, placed: placed.includes(id), starts: starts.includes(id) })),
  );

test('nothing else is ticked where the gate stands already', () => {
  fc.assert(
    fc.property(transitions, (list) => {
      const ticks = suggestedTicks(list);
      const placed = placedOn(list);
      expect(ticks).toEqual(
        placed.length > 0 ? placed : list.filter(({ starts }) => starts).map(({ id }) => id),
      );
    }),
  );
});

test('ticks over an unchanged workflow stay as they are', () => {
  fc.assert(
    fc.property(transitions, ids, (list, some) => {
      const wanted = list.map(({ id }) => id).filter((id) => some.includes(id));
      expect(carriedTicks({ wanted, base: placedOn(list) }, list)).toEqual(wanted);
    }),
  );
});

test('over a changed workflow my own changes stay, and so do those of the others', () => {
  fc.assert(
    fc.property(transitions, ids, ids, (now, wanted, base) => {
      const carried = carriedTicks({ wanted, base }, now);
      for (const { id, placed } of now) {
        const mine = wanted.includes(id) !== base.includes(id);
        expect(carried.includes(id)).toBe(mine ? wanted.includes(id) : placed);
      }
      expect(now.map(({ id }) => id)).toEqual(expect.arrayContaining(carried));
    }),
  );
});

test('what a press adds and takes off leads from how it is to what is wanted', () => {
  fc.assert(
    fc.property(transitions, ids, (list, some) => {
      const wanted = list.map(({ id }) => id).filter((id) => some.includes(id));
      const { added, removed } = changeOf(list, wanted);
      const after = new Set(placedOn(list));
      added.forEach(({ id }) => after.add(id));
      removed.forEach(({ id }) => after.delete(id));
      expect([...after].sort()).toEqual(wanted);
      expect(added.filter((one) => removed.includes(one))).toEqual([]);
    }),
  );
});

test('where the gate stands on nothing but Create, the transitions that start work are ticked too', () => {
  const list = [createTransition, aTransition(), aTransition({ id: '21', starts: false })];
  expect(suggestedTicks(list)).toEqual(['1', '11']);
  expect(suggestedTicks(list.map((one) => ({ ...one, placed: one.id !== '11' })))).toEqual([
    '1',
    '21',
  ]);
});

test('what is taken off Create is not put back there', () => {
  const list = [createTransition, aTransition({ placed: true }), aTransition({ id: '21' })];
  expect(undoOf(list, ['11'])).toBeNull();
  expect(undoOf(list, ['1'])).toEqual({ ids: ['1', '11'], whole: true });
  expect(undoOf(list, ['21'])).toEqual({ ids: ['11'], whole: false });
  expect(undoOf(list, [])).toEqual({ ids: ['11'], whole: false });
  expect(undoOf([createTransition], [])).toBeNull();
});
