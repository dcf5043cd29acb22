// The numbers as Jira counts them by our JQL, and as the domain counts listed items: the same.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectJql } from '../../src/adapters/jira/jql';
import { BANDS, type Frame, type Window } from '../../src/domain/band';
import { clausesOf } from '../../src/domain/bet-sum';
import type { Clause } from '../../src/domain/clause';
import { coverageOf } from '../../src/domain/coverage';
import { addDays, dayOf } from '../../src/domain/days';
import { valueOf, type ItemFacts } from '../../src/domain/item';
import { findingOf, type Moment } from '../../src/domain/kill';
import { scanListings } from '../../src/domain/kill-clause';
import { backlogNumbers, windowNumbers } from '../../src/domain/number';
import { outputOf } from '../../src/domain/output';
import { anyFrame, aWindow, NOW } from '../support/arbitraries';
import { reasonsOf } from '../support/reasons';
import { runsOf } from '../support/runs';
import { callers, fullFrame, fullYear, sampleItems, startSite } from './number-site';

const ITEMS = 150;

/** Every number by the functions of the domain, without a condition. */
function listedNumbers(items: readonly ItemFacts[], frame: Frame, window: Window, moment: Moment) {
  const { bands, goals, ...output } = outputOf(items, frame, window);
  const { asked, own, parent } = coverageOf(items, frame);
  const many = (fits: (item: ItemFacts) => boolean) => items.filter(fits).length;
  const flagged = (flag: string) =>
    many(
      (item) => item.level === 0 && item.category !== 'done' && valueOf(item.flag)?.flag === flag,
    );
  const counts: Record<string, number> = {
    ...output,
    'coverage.asked': asked,
    'coverage.own': own,
    'coverage.parent': parent,
    'flag.warned': flagged('warned'),
    'flag.candidate': flagged('candidate'),
  };
  for (const band of BANDS) counts[`band.${band}`] = bands[band];
  for (const { id } of frame.goals) counts[`goal.${id}`] = goals[id] ?? 0;
  const graceOver = addDays(moment.today, -frame.rules.graceDays);
  const scanned = { clear: 0, warn: 0, flag: 0, reason: 0 };
  for (const item of items) {
    const finding = findingOf(item, frame, moment);
    const flag = valueOf(item.flag);
    const put = flag?.notBefore ?? '';
    const isDue = put <= moment.today || put > addDays(moment.today, 14);
    const isGiven = flag?.since !== undefined && flag.since <= addDays(moment.today, 1);
    if (!(flag?.flag && isGiven) && finding && isDue) scanned.warn += 1;
    if (flag?.flag === undefined) continue;
    if (!finding) scanned.clear += 1;
    if (!finding) continue;
    if (flag.flag === 'warned' && finding.ripe && (flag.since ?? '') <= graceOver && isDue)
      scanned.flag += 1;
    if (!flag.reason || !reasonsOf(item, frame, moment).includes(flag.reason)) scanned.reason += 1;
  }
  for (const [name, count] of Object.entries(scanned)) counts[`scan.${name}`] = count;
  return counts;
}

test('what Jira counts by the printed JQL is what the domain counts from the items', async () => {
  const all = sampleItems(ITEMS);
  const site = startSite(all);
  try {
    const byId = (list: ItemFacts[]) => [...list].sort((a, b) => Number(a.id) - Number(b.id));
    const plain = (list: ItemFacts[]) => JSON.parse(JSON.stringify(byId(list))) as unknown;
    expect(plain(await site.list())).toEqual(plain(all));

    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        aWindow,
        fc.constantFrom(...callers),
        async (frame, window, { caller, zone }) => {
          const moment = { now: NOW, today: dayOf(NOW, frame.rules.timeZone) };
          const clauses: Record<string, Clause> = clausesOf(frame, {
            ...windowNumbers(frame, window),
            ...backlogNumbers(frame),
          });
          for (const { search, clause } of scanListings(frame, moment))
            clauses[`scan.${search}`] = clause;
          const counted: Record<string, number> = {};
          for (const [name, clause] of Object.entries(clauses)) {
            counted[name] = await site.count(caller, projectJql('1', clause, zone));
            seen[name] = (seen[name] ?? 0) + counted[name];
          }
          expect(counted).toEqual(listedNumbers(all, frame, window, moment));
        },
      ),
      { ...runsOf(12, 60), examples: callers.slice(0, 1).map((one) => [fullFrame, fullYear, one]) },
    );
    // Every number was put to the test: none of them was nought all the time.
    expect(Object.entries(seen).filter(([, sum]) => sum === 0)).toEqual([]);
  } finally {
    site.close();
  }
}, 60_000);
