// Filters as a condition and as a function of an item, and what is in no stream.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holds, is, oneOf, simplify } from '../../src/domain/clause';
import { filterClause, fitsFilter, inNoStream, streamsOfComponents } from '../../src/domain/filter';
import { anyFilter, anyFrame, anyItem, NOW, STREAMS } from '../support/arbitraries';
import { aFrame, anAnswer, anItem, aParent, value } from '../support/builders';
import { runsOf } from '../support/runs';

test('a filter holds for the items that fit it, and for no others', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, anyFilter, (item, frame, filter) => {
      const fits = fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW });
      expect(holds(filterClause(frame, filter, STREAMS), item, NOW)).toBe(fits);
    }),
    runsOf(100),
  );
});

test('an item is in a stream or in none', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      const inSome = STREAMS.some(({ clause }) => holds(clause, item, NOW));
      expect(holds(inNoStream(STREAMS), item, NOW)).toBe(!inSome);
    }),
  );
});

test('a goal filter takes the answer that counts, so also the children of an answered parent', () => {
  const parent = aParent({ answer: value(anAnswer({ goal: 'g1' })) });
  const frame = aFrame({ parents: [parent] });
  const fits = (more: Parameters<typeof anItem>[0]) =>
    fitsFilter(anItem(more), frame, { filter: { goalId: 'g1' }, streams: [], now: NOW });
  expect(fits({ answer: value(anAnswer()) })).toBe(true);
  expect(fits({ parentId: parent.id })).toBe(true);
  expect(fits({ parentId: parent.id, answer: value({ why: 'run', state: 'answered' }) })).toBe(
    false,
  );
  expect(fits({})).toBe(false);
});

test('an unknown goal or stream fits nothing, and no filter fits everything', () => {
  const fits = (filter: Parameters<typeof fitsFilter>[2]['filter']) =>
    fitsFilter(anItem(), aFrame(), { filter, streams: STREAMS, now: NOW });
  expect(fits({ goalId: 'gone' })).toBe(false);
  expect(fits({ stream: 'gone' })).toBe(false);
  expect(fits({})).toBe(true);
});

test('what is in no component is one list, however many components there are', () => {
  const streams = streamsOfComponents([
    { id: '1', name: 'Web' },
    { id: '2', name: 'App' },
  ]);
  expect(streams.map(({ id }) => id)).toEqual(['component-1', 'component-2']);
  expect(simplify(inNoStream(streams))).toEqual({
    kind: 'in',
    field: 'component',
    ids: ['1', '2'],
    not: true,
  });
  const mixed = [...streams, { clause: is('why', 'run') }, { clause: oneOf('component', ['3']) }];
  expect(simplify(inNoStream(mixed))).toMatchObject({
    kind: 'and',
    of: [{ ids: ['1', '2', '3'] }, { kind: 'is', not: true }],
  });
});
