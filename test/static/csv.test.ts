import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvText, type Cell } from '../../static/src/csv';
import { HOSTILE } from '../support/hostile';

/** Reads CSV back by the book: quotes, doubled quotes, lines that end with CR LF. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
    field.lastIndex = at;
    const found = field.exec(text);
    const [whole = '', quoted] = found ?? [];
    row.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const withoutMark = (text: string): string => {
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1);
};

const special = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '"',
  ',',
  ';',
  ' ',
  'é',
  '漢',
);
const someText = fc.oneof(
  fc.string(),
  fc.array(special).map((parts) => parts.join('')),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(someText, fc.integer(), fc.constant(null));

test('whatever stands in a table is read back from its text, and nothing begins like a formula', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }).chain((width) =>
        fc.record({
          header: fc.array(someText, { minLength: width, maxLength: width }),
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 6 }),
        }),
      ),
      ({ header, rows }) => {
        const read = readCsv(withoutMark(csvText(header, rows)));
        expect(read).toHaveLength(rows.length + 1);
        [header, ...rows].forEach((cells, line) =>
          cells.forEach((given, column) => {
            const found = read[line]?.[column] ?? 'nothing';
            if (typeof given === 'number') return expect(Number(found)).toBe(given);
            const plain = given ?? '';
            const dangerous = /^[=+\-@\t\r\n＝＋－＠]/.test(plain);
            return expect(found).toBe(dangerous ? `'${plain}` : plain);
          }),
        );
      },
    ),
  );
});

test('a negative number stays a number, and the text of one is defused', () => {
  expect(csvText(['n'], [[-3], ['-3'], [null], ['a "b", c']])).toBe(
    '\ufeffn\r\n-3\r\n\'-3\r\n\r\n"a ""b"", c"\r\n',
  );
});

test('a hostile text is one cell, and none that a spreadsheet would run', () => {
  const read = readCsv(
    withoutMark(
      csvText(
        ['text', 'after'],
        HOSTILE.map((text) => [text, 'x']),
      ),
    ),
  );
  expect(read).toHaveLength(HOSTILE.length + 1);
  for (const [line, text] of HOSTILE.entries()) {
    const [found = '', after] = read[line + 1] ?? [];
    expect([text, after]).toEqual([text, 'x']);
    expect([text, found.replace(/^'/, '')]).toEqual([text, text.replace(/^'/, '')]);
    expect(found).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
});
