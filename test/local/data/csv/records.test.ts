import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  csvReader,
  OpenQuoteError,
  type CsvRecord,
  type Separator,
} from '../../../../local/data/csv/records';

function read(text: string, separator: Separator = ',', cuts: readonly number[] = []) {
  const reader = csvReader(separator);
  const records: CsvRecord[] = [];
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    records.push(...reader.read(text.slice(from, Math.max(from, cut))));
    from = Math.max(from, cut);
  }
  return [...records, ...reader.read(text.slice(from)), ...reader.end()];
}

const cellsIn = (text: string) => read(text).map(({ cells }) => cells);

test('cells in quotes hold separators, line breaks and quotes', () => {
  expect(cellsIn('a,"b,c","d\r\ne","f""g"\r\nh,,,\r\n')).toEqual([
    ['a', 'b,c', 'd\r\ne', 'f"g'],
    ['h', '', '', ''],
  ]);
});

test('a row is numbered as in a spreadsheet, empty rows included', () => {
  expect(read('a,b\n\n"c\nd",e\n,\nf,g').map(({ row }) => row)).toEqual([1, 3, 5]);
});

test.each(['\n', '\r\n', '\r'])('%j ends a row', (end) => {
  expect(cellsIn(['a,b', 'c,d', ''].join(end))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a quote within a cell is a character; text behind a closing quote is a fault', () => {
  expect(read('5" pipe,x\n"a" ,b\n"a"b,c').map(({ cells, fault }) => [cells[0], fault])).toEqual([
    ['5" pipe', null],
    ['a', null],
    ['a', 'text follows a closing quote'],
  ]);
});

test('a quote that nobody closes is told by its row', () => {
  expect(() => read('a,b\nc,"d\ne,f\n')).toThrow(new OpenQuoteError(2));
});

test('what is printed is read again, wherever the text is cut', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.stringMatching(/^[a",;\t\r\n]{0,6}$/),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 });
  const separators = fc.constantFrom<Separator[]>(',', ';', '\t');
  const ends = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(rows, separators, ends, fc.array(fc.nat(300)), (table, separator, end, cuts) => {
      const print = (value: string) =>
        /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
      const text = table.map((row) => row.map(print).join(separator) + end).join('');
      const records = read(text, separator, cuts);
      expect(records.map(({ cells }) => cells)).toEqual(
        table.filter((row) => row.some((value) => value !== '')),
      );
      expect(records.every(({ fault }) => fault === null)).toBe(true);
    }),
  );
});

test('any text is read or refused, the same in one piece as in many', () => {
  const outcome = (text: string, cuts: readonly number[]) => {
    try {
      return read(text, ',', cuts);
    } catch (error) {
      if (error instanceof OpenQuoteError) return error.row;
      throw error;
    }
  };
  fc.assert(
    fc.property(fc.stringMatching(/^[ab",\r\n]{0,30}$/), fc.array(fc.nat(30)), (text, cuts) => {
      expect(outcome(text, cuts)).toEqual(outcome(text, []));
    }),
  );
});
