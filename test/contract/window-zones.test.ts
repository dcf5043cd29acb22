// Windows whose edges lie where a zone's clock jumps: what Jira counts by the printed days is what the
// page lists, in the zones of people for whom midnight comes twice, not at all, or a day apart.
import { expect, test } from '@jest/globals';
import { projectJql } from '../../src/adapters/jira/jql';
import { sumOf } from '../../src/domain/bet-sum';
import { addDays, endOfDay, startOfDay, type Day } from '../../src/domain/days';
import { windowNumbers } from '../../src/domain/number';
import type { DaySpan } from '../../src/domain/periods';
import { windowOf } from '../../static/src/surfaces/project/gather/month-chains';
import { valueOfNumber } from '../../static/src/surfaces/project/gather/number-state';
import { aFrame, anItem } from '../support/builders';
import { startSite } from './number-site';
import { reportOf } from './window-site';

const MINUTE = 60_000;

/** Zones with the days on which their clock jumps; the last ones jump at midnight itself. */
const JUMPS: readonly [zone: string, days: readonly Day[]][] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Pacific/Apia', ['2011-12-29', '2011-12-31', '2020-09-27']],
  ['Africa/Cairo', ['2026-04-24', '2026-10-29']],
  ['America/Santiago', ['2026-04-04', '2026-09-06']],
];

/** Around the edges of a window: just before, at, and just after, with the hours a jump may move. */
const around = (edge: number): number[] =>
  [-61, -60, -30, -1, 0, 1, 30, 60, 61].map((minutes) => edge + minutes * MINUTE);

for (const [zone, jumps] of JUMPS)
  test(`days that begin or end at a jump of the clock hold the same listed and counted in ${zone}`, async () => {
    const windows: DaySpan[] = jumps.flatMap((day) => [
      { from: day, to: day },
      { from: day, to: addDays(day, 1) },
      { from: addDays(day, 1), to: addDays(day, 2) },
    ]);
    const edges = windows.flatMap(({ from, to }) => [startOfDay(from, zone), endOfDay(to, zone)]);
    const moments = [...new Set(edges.flatMap(around))];
    const items = moments.map((at, n) =>
      anItem({
        id: String(20_001 + n),
        key: `SHOP-${n + 1}`,
        category: 'done',
        statusId: '106',
        created: at - MINUTE,
        updated: at,
        categoryChanged: at,
      }),
    );
    const site = startSite(items, () => null, { 'acc-zone': zone });
    try {
      const caller = { principal: 'browser', accountId: 'acc-zone' } as const;
      const jira = site.jiraOf(caller);
      const frame = aFrame();
      for (const days of windows) {
        const listed = await reportOf({ jira, zone, frame, days }, []);
        expect(listed.mode).toBe('listed');
        const { output } = windowNumbers(frame, windowOf(days, zone));
        const { plus, minus } = sumOf(frame, output, 500);
        expect([plus.length, minus]).toEqual([1, []]);
        const [clause] = plus;
        if (!clause) throw new Error('no clause');
        const counted = await site.count(caller, projectJql('1', clause, zone));
        const [from, to] = [startOfDay(days.from, zone), endOfDay(days.to, zone)];
        const within = moments.filter((at) => from <= at && at < to).length;
        const numbers = [valueOfNumber(listed.numbers.output), counted];
        expect([days, ...numbers]).toEqual([days, within, within]);
        expect(within).toBeGreaterThan(0);
      }
    } finally {
      site.close();
    }
  });
