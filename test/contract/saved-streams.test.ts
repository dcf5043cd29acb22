// Streams that a project has saved as conditions: what the page lists and adds up, and what it has Jira
// count, are the same numbers, and those of the same streams whose conditions the app knows itself.
import { expect, test } from '@jest/globals';
import { clauseOf, sumOf } from '../../src/domain/bet-sum';
import { and, asksOpposite, not, oneOf, saved } from '../../src/domain/clause';
import { streamsOfSaved, type Filter, type Stream } from '../../src/domain/filter';
import { ageNumbers, AGE_GROUPS, medianAge } from '../../src/domain/stream-more';
import { projectJql } from '../../src/adapters/jira/jql';
import type { WindowReport } from '../../static/src/surfaces/project/gather/window-report';
import { valueOfNumber } from '../../static/src/surfaces/project/gather/number-state';
import { callers, fullFrame, sampleItems, startSite } from './number-site';
import { reportOf } from './window-site';

const TODAY = '2026-11-21';
const YEAR = { from: '2026-01-01', to: TODAY };
const CONDITIONS = [
  { id: 's1', name: 'Checkout', clause: 'component = 21' },
  { id: 's2', name: 'Web and search', clause: 'labels = web OR component = 22' },
  { id: 's3', name: 'Operations', clause: 'labels in ("ops")' },
];
/** The same streams in conditions whose opposite is known. */
const KNOWN: Stream[] = [
  { id: 's1', name: 'Checkout', clause: oneOf('component', ['21']) },
  {
    id: 's2',
    name: 'Web and search',
    clause: { kind: 'or', of: [oneOf('label', ['web']), oneOf('component', ['22'])] },
  },
  { id: 's3', name: 'Operations', clause: oneOf('label', ['ops']) },
];

const rowsOf = ({ numbers }: WindowReport) =>
  Object.fromEntries(
    Object.entries(numbers)
      .filter(([name]) => name.startsWith('stream.') || name === 'output' || name === 'aimed')
      .map(([name, state]) => [name, valueOfNumber(state)]),
  );

test('rows of saved streams are the same listed, counted, and by conditions that are known', async () => {
  const site = startSite(sampleItems(160), () => null);
  const filters: Filter[] = [{}, { goalId: 'g1' }, { stream: 's2' }];
  try {
    for (const { caller, zone } of callers.slice(0, 1))
      for (const filter of filters) {
        const asked = {
          jira: site.jiraOf(caller),
          zone,
          frame: fullFrame,
          days: YEAR,
          filter,
          today: TODAY,
        };
        const known = rowsOf(await reportOf({ ...asked, streams: KNOWN }));
        const streams = streamsOfSaved(CONDITIONS);
        const listed = await reportOf({ ...asked, streams });
        expect(rowsOf(listed)).toEqual(known);
        expect(rowsOf(await reportOf({ ...asked, streams, listedLimit: -1 }))).toEqual(known);
        expect(Object.values(known).filter((n) => n !== 0).length).toBeGreaterThan(4);
      }
  } finally {
    site.close();
  }
}, 120_000);

test('what is in no saved stream is counted by what is left, however parents are grouped', () => {
  const none = and(...streamsOfSaved(CONDITIONS).map(({ clause }) => not(clause)));
  const counted = { scope: and(oneOf('type', ['1']), none) };
  expect(asksOpposite(clauseOf(fullFrame, counted))).toBe(true);
  for (const atOnce of [1, 500]) {
    const { plus, minus } = sumOf(fullFrame, counted, atOnce);
    expect([...plus, ...minus].some(asksOpposite)).toBe(false);
    for (const clause of [...plus, ...minus]) projectJql('1', clause, 'UTC');
    expect(minus.length).toBeGreaterThan(0);
  }
});

test('the groups of ages follow each other, and half of them are found among them', () => {
  const numbers = ageNumbers(fullFrame, saved('s1', 'labels = a'));
  expect(Object.keys(numbers)).toEqual([...AGE_GROUPS]);
  expect(medianAge([0, 0, 0, 0, 0])).toBeNull();
  expect(medianAge([10, 0, 0, 0, 0])).toBe(15);
  expect(medianAge([5, 10, 5, 0, 0])).toBe(60);
  expect(medianAge([1, 0, 0, 0, 9])).toBe('beyond');
});
