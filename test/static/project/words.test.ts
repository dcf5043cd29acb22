import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createFormat } from '../../../static/src/format';
import { ageInWords } from '../../../static/src/surfaces/project/age';
import { coverageSentence } from '../../../static/src/surfaces/project/backlog/coverage-sentence';
import { coverageOfBacklog } from '../../../static/src/surfaces/project/backlog/coverage-view';
import type { NumberState } from '../../../static/src/surfaces/project/gather/number-state';
import { whenPhrase } from '../../../static/src/surfaces/project/outcome/finished-line';
import { bandRows } from '../../../static/src/surfaces/project/outcome/band-rows';
import { doneSentence, firstLine } from '../../../static/src/surfaces/project/outcome/sentence';
import { scanSentences } from '../../../static/src/surfaces/project/kill/scan-note';
import { BANDS } from '../../../src/domain/band';
import { openedProject } from './opened';

const format = createFormat('en-US', 'UTC');
const known = (value: number, about = false): NumberState => ({ kind: 'known', value, about });

test.each([
  [0, '0 days'],
  [1, '1 day'],
  [13, '13 days'],
  [14, '2 weeks'],
  [60, '8 weeks'],
  [61, '2 months'],
  [212, '6 months'],
  [366, '1 year'],
  [458, '1 year and 3 months'],
  [911, '2 years and 5 months'],
])('an age of %i days reads "%s"', (days, words) => {
  expect(ageInWords(days, format)).toBe(words);
});

test('every age has words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
      expect(ageInWords(days, format)).toMatch(/^\d+ (day|week|month|year)s?( and \d+ months?)?$/);
    }),
  );
});

test('the first line names the time, and says "item" for one', () => {
  const last = whenPhrase({ from: '2026-05-26', to: '2026-11-21' }, '2026-11-21', format);
  expect(last).toBe('In the last 180 days');
  expect(whenPhrase({ from: '2026-07-01', to: '2026-09-30' }, '2026-11-21', format)).toBe(
    'From Jul 1, 2026 to Sep 30, 2026',
  );
  expect(
    firstLine({ output: known(1), aimed: known(1) }, last, { withGoals: true, unit: null }),
  ).toBe(
    'In the last 180 days you shipped {output} item. {aimed} was aimed at a goal, {before} before work on it started. {moved} moved it.',
  );
  // What is not counted is not put into a sentence.
  const leftOut = { output: known(9000), aimed: { kind: 'left-out' } } as const;
  expect(firstLine(leftOut, last, { withGoals: true, unit: null })).not.toContain('aimed');
  expect(firstLine({}, last, { withGoals: false, unit: null })).toBe(
    'In the last 180 days you shipped {output} items.',
  );
});

test('the result is said aloud only when all its numbers are final', () => {
  const numbers = { output: known(128), aimed: known(52), 'band.moved': known(9) } as const;
  expect(doneSentence(numbers, format)).toBe('128 shipped, 52 aimed at a goal, 9 moved it.');
  expect(doneSentence({ ...numbers, aimed: { kind: 'counting', soFar: 50 } }, format)).toBe('');
  expect(doneSentence({ ...numbers, output: { kind: 'failed' } }, format)).toBe('');
});

test('parts of the bar fill it, whatever the counts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }), (counts) => {
      const rows = bandRows(
        Object.fromEntries(BANDS.map((band, n) => [`band.${band}`, known(counts[n] ?? 0)])),
      );
      const sum = counts.reduce((total, count) => total + count, 0);
      const last = rows.at(-1);
      if (sum === 0) expect(rows.every(({ share }) => share === null)).toBe(true);
      else expect((last?.start ?? 0) + (last?.share ?? 0)).toBeCloseTo(1);
    }),
  );
});

test('no part is drawn while a band is missing', () => {
  const rows = bandRows({ 'band.moved': known(9), 'band.tested': { kind: 'failed' } });
  expect(rows.map(({ share }) => share)).toEqual([null, null, null, null, null]);
  expect(rows[0]?.count).toBe(9);
});

const coverage = (asked: NumberState, own: number, parent: number): string => {
  const made = coverageOfBacklog({
    'coverage.asked': asked,
    'coverage.own': known(own),
    'coverage.parent': known(parent),
  });
  return made.kind === 'known' ? coverageSentence(made.view, format) : made.kind;
};

test('coverage is a share, "k of n" when there are few, and about when it is estimated', () => {
  expect(coverage(known(100), 21, 20)).toBe('41% of the open backlog answers the question.');
  expect(coverage(known(7), 2, 1)).toBe('3 of 7 open items answer the question.');
  expect(coverage(known(1), 1, 0)).toBe('1 of 1 open item answers the question.');
  expect(coverage(known(5000, true), 500, 0)).toBe(
    'About 10% of the open backlog answers the question.',
  );
  expect(coverage(known(0), 0, 0)).toMatch(/no open item/);
  expect(coverage({ kind: 'failed' }, 1, 1)).toBe('failed');
});

test('counts that were made a moment apart never give more than all', () => {
  expect(coverage(known(20), 15, 8)).toBe('100% of the open backlog answers the question.');
});

const NOON = Date.UTC(2026, 10, 21, 12);

test('what is said of the scan follows its state', () => {
  const off = openedProject();
  expect(scanSentences(off, format, NOON)).toEqual([
    'The nightly look is off, so nothing new comes here.',
  ]);
  const fresh = openedProject({ rules: { ...off.rules, scan: true } });
  expect(scanSentences(fresh, format, NOON)[0]).toMatch(/^Nobody has looked yet/);
  const done = openedProject({
    rules: { ...off.rules, scan: true },
    scan: {
      ...off.scan,
      lastAt: Date.UTC(2026, 10, 21, 2, 10),
      lastDay: '2026-11-21',
      listed: 1200,
      changed: 3,
      nextAt: Date.UTC(2026, 10, 22, 2),
    },
  });
  expect(scanSentences(done, format, NOON).map((line) => line.replaceAll('\u202f', ' '))).toEqual([
    'Last look: Nov 21, 2026, 2:10 AM. 1,200 looked at, 3 changed.',
    'Next look after Nov 22, 2026, 2:00 AM, your time.',
  ]);
  const again = { ...done, scan: { ...done.scan, listed: 0, changed: 0 } };
  expect(scanSentences(again, format, NOON)[0]).toMatch(
    /AM\. No mark on an open item had to change\.$/,
  );
  expect(scanSentences(done, format, Date.UTC(2026, 10, 22, 2))[1]).toBe(
    'Next look: due now, within the hour.',
  );
});

test('what stopped a look, or was refused in it, is said with its moment', () => {
  const plain = openedProject({ rules: { ...openedProject().rules, scan: true } });
  const failed = { at: NOON, part: 'scan', code: 'forbidden' } as const;
  const said = (more: Partial<typeof plain.scan>) =>
    scanSentences({ ...plain, scan: { ...plain.scan, ...more } }, format, NOON)
      .map((line) => line.replaceAll('\u202f', ' '))
      .filter((line) => line.includes('Nov 21, 2026, 12:00 PM') || line.startsWith('Nobody'));
  expect(said({ failed })).toEqual([
    'The look at Nov 21, 2026, 12:00 PM stopped: Jira did not let Ladder read or write here. An administrator of Jira can see which permissions the app has in this project.',
  ]);
  expect(said({ failed: { ...failed, code: 'limit_reached' } })).toEqual([
    'The look at Nov 21, 2026, 12:00 PM stopped before its end. The log of the app says where.',
  ]);
  expect(said({ lastAt: 0, failed: { ...failed, part: 'gate' } })[0]).toMatch(
    /Everything else was done/,
  );
});

test('a look under way, one that waits, and what differs are said', () => {
  const plain = openedProject();
  const project = { ...plain, rules: { ...plain.rules, scan: true } };
  const since = Date.UTC(2026, 10, 21, 2, 14);
  const under = {
    ...project.scan,
    lastAt: Date.UTC(2026, 10, 20, 2, 10),
    running: { since, done: 2, of: 10 },
    nextAt: NOON,
    differ: 3,
    onSince: Date.UTC(2026, 9, 1),
  };
  const said = (scan: typeof project.scan) =>
    scanSentences({ ...project, scan }, format, NOON).map((line) => line.replaceAll('\u202f', ' '));
  expect(said(under).slice(1)).toEqual([
    'A look is under way since Nov 21, 2026, 2:14 AM: step 3 of 10.',
    '3 items say something else in Jira than Ladder keeps; the nightly look mends them.',
    'On since Oct 1, 2026, 12:00 AM.',
  ]);
  expect(said({ ...under, waitsUntil: NOON + 3_600_000 })[2]).toBe(
    'It waits for Jira until Nov 21, 2026, 1:00 PM.',
  );
});
