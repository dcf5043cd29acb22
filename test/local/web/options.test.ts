import { expect, test } from '@jest/globals';
import { DataError } from '../../../local/data/import';
import { HELP, OptionsError, parseOptions } from '../../../local/options';
import { later } from '../../../local/web/duration';

test('without options the demo is at port 4410 in the usual database', () => {
  const options = parseOptions([]);
  expect(options).toMatchObject({ port: 4410, fresh: false, help: false });
  expect(options.db).toMatch(/ladder\.db$/);
  expect(options.now).toBeUndefined();
});

test('options are read as numbers, moments and flags', () => {
  const args = ['--port', '0', '--now', '2015-01-16T23:00:00Z', '--issues=50', '--fresh'];
  expect(parseOptions(args)).toMatchObject({
    port: 0,
    now: Date.UTC(2015, 0, 16, 23),
    issues: 50,
    fresh: true,
  });
});

test.each([
  [['--colour', 'red'], '--colour'],
  [['stray'], 'stray'],
  [['--port', 'high'], '--port must be a whole number'],
  [['--port', '70000'], '--port must be from 0 to 65535'],
  [['--now', 'yesterday'], '--now must be a time'],
  [['--issues', '0'], '--issues must be from 1'],
  [['--data', 'a.jsonl', '--issues', '5'], 'belong to the demo'],
])('%j is refused with a reason and the help', (args, reason) => {
  expect(() => parseOptions(args)).toThrow(OptionsError);
  expect(() => parseOptions(args)).toThrow(reason);
  expect(() => parseOptions(args)).toThrow(HELP);
});

test.each([
  ['absent.jsonl', 'absent.jsonl: there is no such file.'],
  [__dirname, `${__dirname}: it is not a file.`],
  [`${__filename}/below.jsonl`, `${__filename}/below.jsonl: there is no such file.`],
])('data at %s is refused in one sentence', (data, sentence) => {
  expect(() => parseOptions(['--data', data])).toThrow(new DataError(sentence));
});

test.each([
  ['P30D', '2026-03-02T00:00:00.000Z'],
  ['P1M', '2026-03-03T00:00:00.000Z'],
  ['P1Y2W', '2027-02-14T00:00:00.000Z'],
  ['PT36H', '2026-02-01T12:00:00.000Z'],
  ['PT1M30S', '2026-01-31T00:01:30.000Z'],
])('%s after the last of January 2026 is %s', (duration, expected) => {
  const moment = later(Date.UTC(2026, 0, 31), duration);
  expect(moment === null ? null : new Date(moment).toISOString()).toBe(expected);
});

test.each(['', 'P', 'PT', '30D', 'P30', 'P-1D', 'P1.5D'])('%j is no duration', (text) => {
  expect(later(0, text)).toBeNull();
});
