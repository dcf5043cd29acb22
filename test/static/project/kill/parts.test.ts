import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isDay } from '../../../../src/domain/days';
import type { Candidate } from '../../../../static/src/surfaces/project/gather/kill-list';
import { agendaOf, groupsOf, inGroups } from '../../../../static/src/surfaces/project/kill/agenda';
import { monthsLater } from '../../../../static/src/surfaces/project/kill/decision-input';
import { listed } from '../../../../static/src/surfaces/project/kill/forum-head';
import { fittingInto } from '../../../../static/src/surfaces/project/kill/same-effort';

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

test('months later is a day of that month, never of the one after', () => {
  expect(monthsLater('2026-11-30', 3)).toBe('2027-02-28');
  expect(monthsLater('2026-01-31', 12)).toBe('2027-01-31');
  const days = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, fc.constantFrom(3, 6, 12), (date, months) => {
      const day = date.toISOString().slice(0, 10);
      const later = monthsLater(day, months);
      expect(isDay(later)).toBe(true);
      expect((Number(day.slice(5, 7)) - 1 + months) % 12).toBe(Number(later.slice(5, 7)) - 1);
      expect(later > day).toBe(true);
    }),
  );
});

test('what an effort buys fits into it, strongest first', () => {
  const item = fc.record({
    key: fc.string(),
    effort: fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
    share: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  });
  fc.assert(
    fc.property(fc.array(item), fc.integer({ min: 0, max: 60 }), (items, amount) => {
      const ordered = items.map(({ key, effort, share }) => ({
        item: { key, effort, answer: {} },
        share,
        perEffort: effort === null ? null : share / effort,
      }));
      const chosen = fittingInto(ordered, amount);
      const spent = chosen.reduce((sum, { effort }) => sum + (effort ?? 0), 0);
      expect(spent).toBeLessThanOrEqual(amount);
      const rest = items.filter(({ effort }) => effort !== null && effort <= amount - spent);
      expect(rest.length).toBeLessThanOrEqual(chosen.length);
    }),
  );
});

test('names are listed as people say them', () => {
  expect(listed([])).toBe('');
  expect(listed(['A'])).toBe('A');
  expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
});
