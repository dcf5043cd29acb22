import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SortRule } from '../../../../src/domain/sort';
import {
  previewOf,
  usualRules,
  valuesOf,
} from '../../../../static/src/surfaces/project/sort/rules';
import { drawBefore, drawNow } from '../../../../static/src/surfaces/project/sort/draw-source';
import { cardKey } from '../../../../static/src/surfaces/project/sort/card-keys';
import { sortItem } from './items';

test('the usual rules keep bugs running and call spikes and experiments tests', () => {
  const types = [
    { id: '1', name: 'Story' },
    { id: '2', name: 'Bug' },
    { id: '3', name: 'SPIKE' },
  ];
  expect(usualRules({ types, labels: ['ui', 'Experiment'] })).toEqual([
    { field: 'type', value: '2', sort: 'run' },
    { field: 'label', value: 'Experiment', sort: 'tested' },
    { field: 'type', value: '3', sort: 'tested' },
  ]);
});

const rule: fc.Arbitrary<SortRule> = fc.oneof(
  fc.record({
    field: fc.constant('type' as const),
    value: fc.constantFrom('1', '2', '3', '9'),
    sort: fc.constantFrom('moved' as const, 'tested' as const, 'run' as const),
  }),
  fc.record({
    field: fc.constant('label' as const),
    value: fc.constantFrom('ui', 'spike'),
    sort: fc.constantFrom('moved' as const, 'tested' as const, 'run' as const),
  }),
);
const item = fc.record({
  n: fc.nat(500),
  typeId: fc.constantFrom('1', '2', '3'),
  labels: fc.subarray(['ui', 'spike']),
});

test('each item gets the first rule that fits it, and the counts add up', () => {
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 30 }),
      fc.array(rule, { maxLength: 5 }),
      (drafts, rules) => {
        const items = drafts.map(({ n, ...facts }) => sortItem(n, facts));
        const preview = previewOf(items, rules);
        const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
        expect(preview.of).toBe(items.length);
        expect(sum(preview.byRule)).toBe(preview.suggested.length);
        expect(sum(Object.values(preview.bySort))).toBe(preview.suggested.length);
        for (const { item: one, number } of preview.suggested) {
          const fits = rules.findIndex(({ field, value }) =>
            field === 'type' ? one.facts.typeId === value : one.facts.labels.includes(value),
          );
          expect(fits + 1).toBe(number);
        }
      },
    ),
  );
});

test('rules can be about what the items have, and keep a value that none has any more', () => {
  const items = [sortItem(1, { typeId: '2', labels: ['ui'], parentId: '9', resolutionId: '5' })];
  const listed = [
    {
      ...(items[0] ?? sortItem(1)),
      parent: { key: 'SHOP-9', summary: 'Checkout' },
      resolutionName: 'Done',
    },
  ];
  const values = valuesOf(listed, [{ field: 'label', value: 'gone', sort: 'run' }]);
  expect(values).toEqual({
    type: [{ value: '2', label: 'Bug' }],
    label: [
      { value: 'gone', label: 'gone' },
      { value: 'ui', label: 'ui' },
    ],
    parent: [{ value: '9', label: 'SHOP-9 Checkout' }],
    resolution: [{ value: '5', label: 'Done' }],
  });
});

test('a draw belongs to its quarter; the one before ends with that quarter and is as long', () => {
  const days = { from: '2026-05-07', to: '2026-11-02' };
  expect(drawNow('10', days, '2026-11-02')).toEqual({ seed: '10:2026-Q4', days });
  expect(drawBefore('10', days, '2026-11-02')).toEqual({
    seed: '10:2026-Q3',
    days: { from: '2026-04-04', to: '2026-09-30' },
  });
});

test('keys with a modifier are left to the browser', () => {
  const pressed = { ctrlKey: false, metaKey: false, altKey: false };
  expect(cardKey({ ...pressed, key: '1' })).toEqual({ act: 'sort', sort: 'moved' });
  expect(cardKey({ ...pressed, key: 'Backspace' })).toEqual({ act: 'undo' });
  expect(cardKey({ ...pressed, key: 'u', ctrlKey: true })).toBeNull();
  expect(cardKey({ ...pressed, key: 'x' })).toBeNull();
});
