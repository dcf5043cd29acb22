// A night that no scan saw: what it would have told is made up for by the next one.
import { expect, test } from '@jest/globals';
import { account } from '../support/small-site';
import { done, DUE, night, scan, sent } from './notices-world';

const FRIDAY = 5;
// The outbox names the latest first.
const due = [account('dev'), 'SHOP-1', DUE];
const summary = [account('dev'), 'SHOP-1', 'this week'];

test.each([
  ['no scan', [2], [summary, due]],
  ['a scan', [1, 1], [summary, due]],
  ['no scan, nor on the three days after it,', [5], [due]],
])(
  'where %s ran on the day of the week’s summary, it goes out once while it is fresh',
  async (_name, nights, told) => {
    // It begins on a Thursday.
    const loop = await night([done(1)], { weekday: FRIDAY });
    await scan(loop);
    for (const days of nights) {
      loop.pass(days);
      await scan(loop);
    }
    expect(sent(loop)).toEqual(told);
  },
);
