// The lists behind the numbers of bets, on a site whose people do not all see the same items.
import { expect, test } from '@jest/globals';
import { BET_STATES } from '../../src/domain/bets';
import type { DaySpan } from '../../src/domain/periods';
import { valueOfNumber } from '../../static/src/surfaces/project/gather/number-state';
import { sumOfBets } from '../../static/src/surfaces/project/outcome/bet-counts';
import { windowSearch } from '../../static/src/surfaces/project/outcome/number-searches';
import { STREAMS } from '../support/arbitraries';
import { callers, sampleItems, startSite } from './number-site';
import { reportOf, withResults } from './window-site';

const TODAY = '2026-11-21';
const YEAR: DaySpan = { from: '2026-01-01', to: TODAY };
const seenBy = (n: number): string[] | null => (n % 9 === 4 ? ['acc-utc', 'acc-york'] : null);

test('the list behind bets holds as many as their number says, listed and counted', async () => {
  const site = startSite(sampleItems(160), seenBy);
  const seen = { listed: 0, counted: 0 };
  try {
    for (const { caller, zone } of callers.slice(1, 3)) {
      const frame = withResults;
      const jira = site.jiraOf(caller);
      const asked = { zone, frame, days: YEAR, filter: {}, streams: STREAMS, today: TODAY };
      const search = windowSearch(asked, '1');
      for (const [way, listedLimit] of [
        ['listed', 2_000],
        ['counted', -1],
      ] as const) {
        const { numbers } = await reportOf({ jira, ...asked, listedLimit });
        for (const states of [...BET_STATES.map((state) => [state]), [...BET_STATES]]) {
          const sum = valueOfNumber(sumOfBets(numbers, states));
          expect([way, states, await site.count(caller, search.bets(states, numbers))]).toEqual([
            way,
            states,
            sum,
          ]);
          seen[way] += sum ?? 0;
        }
      }
    }
    expect(seen.listed).toBeGreaterThan(0);
    expect(seen.counted).toBe(seen.listed);
  } finally {
    site.close();
  }
}, 60_000);
