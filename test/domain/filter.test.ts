// Filters as a condition and as a function of an item, and what is in no stream.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { KeptAnswer } from '../../src/domain/answer';
import { holds, is, not, oneOf, simplify } from '../../src/domain/clause';
import {
  areSaved,
  filterClause,
  fitsFilter,
  inNoStream,
  streamsOfComponents,
  streamsOfSaved,
  type Filter,
} from '../../src/domain/filter';
import type { ItemFacts } from '../../src/domain/item';
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

test('each part of a filter has to fit', () => {
  const fits = (filter: Filter, more: Partial<ItemFacts>) => {
    const item = anItem(more);
    const frame = aFrame();
    const listed = fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW });
    expect(holds(filterClause(frame, filter, STREAMS), item, NOW)).toBe(listed);
    return listed;
  };
  const web = { typeId: '1', labels: ['web'], componentIds: ['21'] };
  const all: Filter = { typeId: '1', label: 'web', stream: 'component-21' };
  expect(fits(all, web)).toBe(true);
  expect(fits(all, { ...web, typeId: '2' })).toBe(false);
  expect(fits(all, { ...web, labels: ['ops'] })).toBe(false);
  expect(fits(all, { ...web, componentIds: ['22'] })).toBe(false);
  expect(fits({ stream: 'none' }, { componentIds: ['23'] })).toBe(true);
  expect(fits({ stream: 'none' }, web)).toBe(false);
  const named = { ...web, answer: value(anAnswer()) };
  expect(fits({ ...all, goalId: 'g1' }, named)).toBe(true);
  expect(fits({ ...all, goalId: 'gone' }, named)).toBe(false);
  const run = value<KeptAnswer>({ why: 'run', goal: 'g1', state: 'answered' });
  expect(fits({ goalId: 'g1' }, { answer: run })).toBe(false);
});

test('what is in no stream meets none of their conditions, opposites among them', () => {
  const streams = [{ clause: not(oneOf('component', ['1'])) }, { clause: oneOf('label', ['a']) }];
  const inNone = (more: Partial<ItemFacts>) => holds(inNoStream(streams), anItem(more), NOW);
  expect(inNone({ componentIds: ['1'] })).toBe(true);
  expect(inNone({ componentIds: ['1'], labels: ['a'] })).toBe(false);
  expect(inNone({ componentIds: ['2'] })).toBe(false);
});

test('streams that a project has saved are conditions of Jira, which those of components are not', () => {
  const known = streamsOfComponents([{ id: '1', name: 'Web' }]);
  const kept = streamsOfSaved([{ id: 's1', name: 'Shop', clause: 'component = Shop' }]);
  const clause = { kind: 'saved', id: 's1', jql: 'component = Shop' };
  expect(kept).toEqual([{ id: 's1', name: 'Shop', clause }]);
  expect([known, kept, [...known, ...kept], []].map(areSaved)).toEqual([false, true, true, false]);
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
