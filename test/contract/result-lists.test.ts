// The lists of results as Jira finds them by our JQL, and as the domain sorts listed items: the same.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectJql } from '../../src/adapters/jira/jql';
import { simplify } from '../../src/domain/clause';
import { addDays, dayOf } from '../../src/domain/days';
import {
  RESULT_LISTS,
  resultListClauses,
  resultListOf,
  resultNumbers,
} from '../../src/domain/results-clause';
import { valueOf } from '../../src/domain/item';
import { anyFrame, NOW } from '../support/arbitraries';
import { anAnswer, value } from '../support/builders';
import { callers, fullFrame, sampleItems, startSite } from './number-site';

const TYPES = ['1', '2', '3', '5'];
const WAITING = {
  typeId: '1',
  level: 0,
  statusId: '106',
  resolutionId: '6',
  category: 'done',
  answer: value(anAnswer({ checkBy: '2027-12-31' })),
  result: { kind: 'none' },
  decision: { kind: 'none' },
} as const;

test('what Jira finds by the printed JQL of a list is what the domain puts into it', async () => {
  // Chance makes hardly any item that is done with its check date to come.
  const items = sampleItems(150).map((item, n) => (n === 0 ? { ...item, ...WAITING } : item));
  const site = startSite(items);
  const seen = new Set<string>();
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(fullFrame), anyFrame),
        fc.constantFrom(undefined, 'g1', 'g2'),
        fc.integer({ min: -200, max: 200 }),
        fc.constantFrom(...callers),
        async (frame, goalId, shift, { caller, zone }) => {
          const of = { frame, typeIds: TYPES, goalId };
          const today = addDays(dayOf(NOW, 'UTC'), shift);
          const clauses = { ...resultNumbers(of, today), ...resultListClauses(of, today) };
          const lists = items.map((item) => resultListOf(item, of, today));
          for (const name of RESULT_LISTS) {
            const listed = lists.filter((list) => list === name).length;
            if (listed > 0) seen.add(name);
            const jql = projectJql('1', simplify(clauses[name]), zone);
            expect([name, await site.count(caller, jql)]).toEqual([name, listed]);
          }
          const moved = items.filter(
            (item, n) => lists[n] === 'given' && valueOf(item.result)?.result === 'moved',
          );
          const jql = projectJql('1', simplify(clauses.moved), zone);
          expect(await site.count(caller, jql)).toBe(moved.length);
        },
      ),
      { numRuns: 30 },
    );
  } finally {
    site.close();
  }
  expect([...seen].sort()).toEqual(['due', 'given', 'waiting']);
});
