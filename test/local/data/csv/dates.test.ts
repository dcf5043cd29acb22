import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderVotes } from '../../../../local/data/csv/date-order';
import { parseDate, type DateOrder } from '../../../../local/data/csv/dates';

const read = (text: string, order: DateOrder = 'day') => {
  const at = parseDate(text, order);
  return at === null ? null : new Date(at).toISOString().slice(0, 19);
};

test.each([
  ['12/Mar/24 9:41 AM', '2024-03-12T09:41:00'],
  ['12/Mar/24 12:05 AM', '2024-03-12T00:05:00'],
  ['12/Mar/2024 12:05 PM', '2024-03-12T12:05:00'],
  ['11/May/24 03:26 PM', '2024-05-11T15:26:00'],
  ['12-Mar-24', '2024-03-12T00:00:00'],
  ['2024-03-12 09:41', '2024-03-12T09:41:00'],
  ['2024-03-12 09:41:07', '2024-03-12T09:41:07'],
  ['2024-03-12', '2024-03-12T00:00:00'],
  ['2024/3/2', '2024-03-02T00:00:00'],
  ['2024-03-12T09:41:07.123+0200', '2024-03-12T07:41:07'],
  ['2024-03-12T09:41:07Z', '2024-03-12T09:41:07'],
  ['12.03.24 09:41', '2024-03-12T09:41:00'],
  ['12.03.2024, 21:41', '2024-03-12T21:41:00'],
  ['12. März 2024 09:41', '2024-03-12T09:41:00'],
  ['12. März 2024, 09:41 Uhr', '2024-03-12T09:41:00'],
  ['12/Dez/24 09:41', '2024-12-12T09:41:00'],
  ['01/Mai/24', '2024-05-01T00:00:00'],
  ['3. Okt. 2024', '2024-10-03T00:00:00'],
  ['Mar 12, 2024, 9:41\u202fPM', '2024-03-12T21:41:00'],
  ['March 12, 2024 9:41 p.m.', '2024-03-12T21:41:00'],
  ['12 mars 2024', '2024-03-12T00:00:00'],
  ['1/Jan/99', '1999-01-01T00:00:00'],
])('%s is %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test('the order of the file decides what its language leaves open; dots do not', () => {
  expect(read('03/04/2024 10:00', 'day')).toBe('2024-04-03T10:00:00');
  expect(read('03/04/2024 10:00', 'month')).toBe('2024-03-04T10:00:00');
  expect(read('03.04.2024 10:00', 'month')).toBe('2024-04-03T10:00:00');
});

test.each([
  '',
  'soon',
  '30/Feb/24',
  '31.04.2024',
  '2023-02-29',
  '12/Foo/24',
  '13/Mar/24 13:00 PM',
  '12/Mar/24 25:00',
  '12/Mar/24 9:61',
  '45363',
  '12/03',
  '1/2-2024',
])('%j is no date', (text) => {
  expect(read(text)).toBeNull();
});

test('every minute is read from each form in which Jira writes it', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const minutes = fc.integer({ min: Date.UTC(1970) / 60_000, max: Date.UTC(2069) / 60_000 });
  fc.assert(
    fc.property(minutes, (minute) => {
      const date = new Date(minute * 60_000);
      const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
      const [hour, past] = [date.getUTCHours(), two(date.getUTCMinutes())];
      const half = `${hour % 12 || 12}:${past} ${hour < 12 ? 'AM' : 'PM'}`;
      const short = two(year % 100);
      expect(read(`${two(day)}/${months[month] ?? ''}/${short} ${half}`)).toBe(
        read(date.toISOString()),
      );
      expect(read(`${two(day)}.${two(month + 1)}.${short} ${two(hour)}:${past}`)).toBe(
        read(date.toISOString()),
      );
      expect(read(`${month + 1}/${day}/${year} ${half}`, 'month')).toBe(read(date.toISOString()));
    }),
  );
});

function decided(...rows: [created: string, ...later: string[]][]) {
  const votes = orderVotes();
  for (const [created, ...later] of rows) votes.look(created, later, []);
  return votes.decide();
}

test('one date that is possible only one way decides for all of them', () => {
  expect(decided(['03/04/2024'], ['25/04/2024'])).toEqual({
    order: 'day',
    why: 'Dates such as “03/04/2024” are read day first: 1 of them are possible only so.',
  });
  expect(decided(['03/04/2024'], ['04/25/2024 10:00']).order).toBe('month');
});

test('where all are possible both ways, the order in which items end after they began is taken', () => {
  const { order, why } = decided(['01/02/2024', '02/01/2024']);
  expect(order).toBe('month');
  expect(why).toContain('1 items would end before they began');
});

test('a guess is called a guess; half days point to the month', () => {
  expect(decided(['03/03/2024 10:00'])).toMatchObject({ order: 'day' });
  expect(decided(['03/03/2024 10:00 AM'])).toMatchObject({
    order: 'month',
    why: expect.stringContaining('This is a guess'),
  });
});

test('a file that mixes both says so; one without such dates says nothing', () => {
  const mixed = decided(['25/04/2024'], ['26/04/2024'], ['04/25/2024']);
  expect(mixed.order).toBe('day');
  expect(mixed.why).toContain(
    '2 dates are only possible with the day first, 1 only with the month',
  );
  expect(decided(['12/Mar/24'], ['12.03.24']).why).toBeNull();
});
