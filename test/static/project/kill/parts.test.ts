import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Candidate } from '../../../../static/src/surfaces/project/gather/kill-list';
import { agendaOf, groupsOf, inGroups } from '../../../../static/src/surfaces/project/kill/agenda';
import { listed } from '../../../../static/src/surfaces/project/kill/forum-head';

const row = (n: number, parent: number): Candidate => ({
  id: String(n),
  key: `SHOP-${n}`,
  summary: '',
  typeId: '1',
  parent: parent === 0 ? null : { id: `p${parent}`, key: `SHOP-9${parent}`, summary: '' },
  reporter: null,
  reason: 'aged',
  age: 1,
  inProgress: false,
  since: null,
  effort: null,
  answer: { kind: 'none' },
  seen: { statusId: '1', flag: null, answer: null },
});
const rows = fc
  .array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 })
  .map((parents) => parents.map((parent, n) => row(n + 1, parent)));

test('every candidate stands in exactly one place, and groups keep the order', () => {
  fc.assert(
    fc.property(rows, fc.func(fc.boolean()), fc.integer({ min: 1, max: 20 }), (all, isIn, size) => {
      const decided = new Set(all.flatMap(({ id }) => (isIn(id) ? [id] : [])));
      const parts = agendaOf(all, {
        size,
        decided,
        records: new Map(),
        fixedHere: new Set(),
        lastScan: null,
        today: '2026-11-21',
      });
      expect(parts.meeting).toEqual(all.slice(0, size));
      const undecided = all.filter(({ id }) => !decided.has(id));
      expect([...parts.open, ...parts.rest]).toEqual(undecided);
      expect(new Set(inGroups(all))).toEqual(new Set(all));
      for (const group of groupsOf(all))
        expect(group.rows).toEqual(all.filter(({ parent }) => parent?.id === group.parent?.id));
    }),
  );
});

test('names are listed as people say them', () => {
  expect(listed([])).toBe('');
  expect(listed(['A'])).toBe('A');
  expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
});
