// The file of a project's data: what is read, and what is refused with which word.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/contract/fingerprint';
import { FILE_FORMAT, readDataFile, writeDataFile } from '../../src/contract/data-file';
import { DATA_SECTIONS, type DataSection } from '../../src/domain/data';

type Rows = Record<DataSection, { key: string; value: Record<string, unknown> }[]>;
const HEAD = { projectId: '1', projectKey: 'SHOP', at: '2026-06-10T09:00:00.000Z', hidden: 0 };
const none = (): Rows =>
  Object.fromEntries(DATA_SECTIONS.map((section) => [section, []])) as unknown as Rows;
const results = (count: number): Rows => ({
  ...none(),
  results: Array.from({ length: count }, (_none, at) => ({ key: String(at), value: { at } })),
});
const read = (text: string) => {
  const answer = readDataFile(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.file;
};
const refusal = (text: string) => {
  const answer = readDataFile(text);
  return answer.ok ? null : answer.refusal;
};

/** No attribute of a record has the one name that an object can't be given like every other. */
const attribute = fc.string().filter((name) => name !== '__proto__');
const value = fc.dictionary(attribute, fc.jsonValue(), { maxKeys: 4 });
const rows = fc.record(
  Object.fromEntries(
    DATA_SECTIONS.map((section) => [
      section,
      fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 20 }), value }), {
        selector: ({ key }) => key,
        maxLength: 4,
      }),
    ]),
  ),
) as fc.Arbitrary<Rows>;

test('whatever is written is read back, word for word, in the order of the parts', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const file = read(writeDataFile(HEAD, all));
      const wanted = DATA_SECTIONS.flatMap((section) =>
        all[section].map(({ key, value: one }) => ({ section, key, value: one })),
      );
      const plain = (one: unknown): unknown => JSON.parse(JSON.stringify(one));
      expect(plain(file.rows.map(({ line: _line, ...row }) => row))).toEqual(plain(wanted));
      expect(file.header).toMatchObject(HEAD);
    }),
  );
});

test('what goes through another system’s line ends and byte order mark is the same file', () => {
  const text = writeDataFile(HEAD, results(3));
  expect(read(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(read(text));
});

test('no cut-off file is read', () => {
  const text = writeDataFile(HEAD, results(4)).trimEnd();
  fc.assert(
    fc.property(fc.nat({ max: text.length - 1 }), (length) => {
      expect(readDataFile(text.slice(0, length)).ok).toBe(false);
    }),
  );
  expect(refusal(text.slice(0, text.lastIndexOf('\n')))).toEqual({ why: 'short' });
});

test('foreign, newer, changed and broken files are told apart', () => {
  const text = writeDataFile(HEAD, results(2));
  expect(refusal('')).toEqual({ why: 'foreign' });
  expect(refusal('Issue key,Summary\nSHOP-1,x')).toEqual({ why: 'foreign' });
  expect(refusal('{"format":"other","v":1}')).toEqual({ why: 'foreign' });
  expect(refusal(text.replace('"v":1', '"v":2'))).toEqual({ why: 'newer' });
  expect(refusal(text.replace('{"at":1}', '{"at":2}'))).toEqual({
    why: 'changed',
    section: 'results',
  });
  expect(refusal(`${text}{"s":"later","k":"1","v":{}}\n`)).toEqual({ why: 'changed' });
  expect(refusal(`${text}broken\n`)).toEqual({ why: 'line', line: 4 });
  const odd = { length: { toString: 1 } };
  expect(refusal(writeDataFile({ ...HEAD, projectKey: odd as unknown as string }, none()))).toEqual(
    { why: 'foreign' },
  );
  const rowOf = (key: unknown) => ({ ...none(), results: [{ key: key as string, value: {} }] });
  expect(refusal(writeDataFile(HEAD, rowOf(odd)))).toEqual({ why: 'line', line: 2 });
});

test('a row that says the same thing twice is passed over and named by its line', () => {
  const all = results(2);
  all.results.push({ key: '0', value: { at: 7 } });
  const file = read(writeDataFile(HEAD, all));
  expect(file.rows.map(({ value: one }) => one)).toEqual([{ at: 0 }, { at: 1 }]);
  expect(file.twice).toEqual([4]);
});

test('a file of an older version is brought to this one before it is read', () => {
  const line = JSON.stringify({ s: 'result', k: '1', v: { at: 1 } });
  const old = {
    ...{ format: FILE_FORMAT, v: 0, project: '1' },
    ...{ counts: { result: 1 }, sums: { result: fingerprint([line]) } },
  };
  const text = [JSON.stringify(old), line, ''].join('\n');
  expect(refusal(text)).toEqual({ why: 'foreign' });
  const next = JSON.parse(writeDataFile(HEAD, none()).split('\n')[0] ?? '') as Record<
    string,
    unknown
  >;
  const answer = readDataFile(text, {
    0: ({ rows: lines }) => ({
      header: next,
      rows: lines.map((one) => ({ ...one, s: 'results' })),
    }),
  });
  expect(answer.ok && answer.file.rows).toEqual([
    { line: 2, section: 'results', key: '1', value: { at: 1 } },
  ]);
});

test('ten thousand rows are read', () => {
  expect(read(writeDataFile(HEAD, results(10_000))).rows).toHaveLength(10_000);
});
