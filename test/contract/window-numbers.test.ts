// The two ways of the first tab on one site: what the page lists and adds up itself, and what it has
// Jira count, for people who do not all see the same items. Every number is the same.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectJql } from '../../src/adapters/jira/jql';
import { BANDS, type Frame } from '../../src/domain/band';
import { sumOf } from '../../src/domain/bet-sum';
import { addDays, type Day } from '../../src/domain/days';
import { fitsFilter, type Filter } from '../../src/domain/filter';
import type { ItemFacts } from '../../src/domain/item';
import { periodsOf, type DaySpan } from '../../src/domain/periods';
import { rowsOf, streamBacklogOf } from '../../src/domain/streams';
import type { Numbers } from '../../static/src/surfaces/project/gather/counts';
import {
  headlineNumbers,
  periodName,
  streamBacklogName,
  streamsBacklogNumbers,
  type Question,
  type WindowName,
} from '../../static/src/surfaces/project/gather/names';
import { drawSample } from '../../static/src/surfaces/project/gather/sample';
import { valueOfNumber } from '../../static/src/surfaces/project/gather/number-state';
import { anyFilter, anyFrame, NOW, STREAMS } from '../support/arbitraries';
import { anAnswer, value } from '../support/builders';
import { runsOf } from '../support/runs';
import { callers, fullFrame, fullYear, sampleItems, startSite } from './number-site';
import { reportOf, withResults } from './window-site';

const ITEMS = 160;
/** Each number of each window is a count of its own. */
const FRAMES = runsOf(4, 10);
const TODAY: Day = '2026-11-21';
const YEAR: DaySpan = { from: '2026-01-01', to: TODAY };

const anyDays = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 330 }))
  .map(([start, length]): DaySpan => {
    const from = addDays('2026-01-01', start);
    return { from, to: addDays(from, length) };
  });

/** Every ninth item is hidden from all but two of the three. */
const seenBy = (n: number): string[] | null => (n % 9 === 4 ? ['acc-utc', 'acc-york'] : null);
const isSeen = (n: number, account: string | null): boolean =>
  account === null || (seenBy(n)?.includes(account) ?? true);

const valuesOf = (numbers: Numbers<WindowName>): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(numbers).map(([name, state]) => [name, valueOfNumber(state)] as const),
  );

const noFilter: Filter = {};

/** The sample with a finished item of the third goal, which chance gives to none. */
function itemsOfAllGoals(): ItemFacts[] {
  const all = sampleItems(ITEMS);
  const finished = all.find(
    ({ level, category, statusId, typeId, categoryChanged }) =>
      level === 0 &&
      category === 'done' &&
      statusId === '106' &&
      typeId !== '3' &&
      categoryChanged > fullYear.from,
  );
  if (!finished) throw new Error('no finished item');
  const answer = value(anAnswer({ goal: 'g3' }));
  const decision = { kind: 'none' } as const;
  return all.map((item) =>
    item === finished ? { ...item, labels: [], resolutionId: null, decision, answer } : item,
  );
}

test('a window that is listed and one that is counted give the same numbers to everybody', async () => {
  const site = startSite(itemsOfAllGoals(), seenBy);
  const seen: Record<string, number> = {};
  const add = (numbers: Record<string, number | null>) => {
    for (const [name, n] of Object.entries(numbers)) seen[name] = (seen[name] ?? 0) + (n ?? 0);
  };
  try {
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        anyDays,
        anyFilter,
        fc.constantFrom(...callers),
        async (frame, days, filter, { caller, zone }) => {
          const jira = site.jiraOf(caller);
          const asked = { jira, zone, frame, days, filter, streams: STREAMS, today: TODAY };
          const listed = await reportOf(asked);
          const counted = await reportOf({ ...asked, listedLimit: -1 });
          expect([listed.mode, counted.mode]).toEqual(['listed', 'counted']);
          const numbers = valuesOf(listed.numbers);
          expect(valuesOf(counted.numbers)).toEqual(numbers);
          if (frame === fullFrame || frame === withResults) add(numbers);
          const sum = (of: (band: string) => string) =>
            BANDS.reduce((total, band) => total + (numbers[of(band)] ?? 0), 0);
          expect(sum((band) => `band.${band}`)).toBe(numbers['output']);
          const periods = periodsOf(days);
          for (const { from } of periods)
            expect(sum((band) => `period.${from}.band.${band}`)).toBe(
              numbers[periodName(from, 'output')],
            );
          const ofPeriods = periods.map(({ from }) => numbers[periodName(from, 'output')] ?? 0);
          expect(ofPeriods.reduce((total, n) => total + n, 0)).toBe(numbers['output']);
        },
      ),
      {
        ...FRAMES,
        examples: callers.map((one, n): [Frame, DaySpan, Filter, typeof one] => [
          n % 2 === 0 ? fullFrame : withResults,
          YEAR,
          noFilter,
          one,
        ]),
      },
    );
    const nought = Object.keys(seen).filter((name) => seen[name] === 0);
    // In these frames every number is put to the test; a month may well hold nothing of a band.
    expect(nought.filter((name) => !name.startsWith('period.'))).toEqual([]);
  } finally {
    site.close();
  }
}, 120_000);

test('in groups of one parent each, Jira counts what it counts at once', async () => {
  const site = startSite(sampleItems(ITEMS), seenBy);
  try {
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        anyFilter,
        fc.constantFrom(...callers),
        async (frame, filter, { caller, zone }) => {
          const whole = { days: YEAR, streams: STREAMS, today: TODAY };
          const question: Question = { frame, zone, filter, ...whole };
          const count = async (clauses: ReturnType<typeof sumOf>['plus']) => {
            let sum = 0;
            for (const clause of clauses)
              sum += await site.count(caller, projectJql('1', clause, zone));
            return sum;
          };
          for (const [name, counted] of Object.entries(headlineNumbers(question))) {
            const [once, parts] = [sumOf(frame, counted, 500), sumOf(frame, counted, 1)];
            const value = (await count(parts.plus)) - (await count(parts.minus));
            expect([name, value]).toEqual([name, await count(once.plus)]);
          }
        },
      ),
      { ...runsOf(4, 10), examples: callers.slice(0, 1).map((one) => [fullFrame, noFilter, one]) },
    );
  } finally {
    site.close();
  }
}, 120_000);

test('the open backlog of each stream is what its items say', async () => {
  const all = sampleItems(ITEMS);
  const site = startSite(all, seenBy);
  const seen: Record<string, number> = {};
  try {
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        anyFilter,
        fc.constantFrom(...callers),
        async (frame, filter, { caller, zone }) => {
          const account = caller.principal === 'browser' ? caller.accountId : null;
          const items = all.filter(
            (item, n) =>
              isSeen(n, account) && fitsFilter(item, frame, { filter, streams: STREAMS, now: NOW }),
          );
          const numbers = streamsBacklogNumbers({ frame, filter, streams: STREAMS });
          for (const row of ['component-21', 'component-22', 'ops', 'none'])
            for (const part of ['open', 'covered', 'candidates', 'old'] as const) {
              const name = streamBacklogName(row, part);
              const listed = items.filter(
                (item) =>
                  rowsOf(item, STREAMS, NOW).includes(row) &&
                  streamBacklogOf(item, frame, NOW)[part],
              ).length;
              const counted = numbers[name];
              if (!counted) throw new Error(name);
              const { plus } = sumOf(frame, counted, 500);
              let count = 0;
              for (const clause of plus)
                count += await site.count(caller, projectJql('1', clause, zone));
              expect([name, count]).toEqual([name, listed]);
              seen[name] = (seen[name] ?? 0) + count;
            }
        },
      ),
      { ...runsOf(6, 20), examples: callers.slice(0, 1).map((one) => [fullFrame, noFilter, one]) },
    );
    expect(Object.entries(seen).filter(([, sum]) => sum === 0)).toEqual([]);
  } finally {
    site.close();
  }
}, 120_000);

test('a sample is drawn from the output that the viewer sees, the same each time', async () => {
  const site = startSite(sampleItems(ITEMS), seenBy);
  try {
    const [, viewer] = callers;
    if (!viewer) throw new Error('no viewer');
    const jira = site.jiraOf(viewer.caller);
    const place = { projectId: '1', zone: viewer.zone, frame: fullFrame };
    const drawn = { days: YEAR, filter: noFilter, streams: STREAMS };
    const draw = (size: number, most?: number) =>
      drawSample(jira, place, drawn, { seed: '1:2026-Q4', size, ...(most && { most }) });
    const report = await reportOf({ jira, ...place, ...drawn, streams: STREAMS, today: TODAY });
    const [few, more, all] = [await draw(10), await draw(15), await draw(1_000)];
    const ids = (sample: typeof few) => sample.items.map(({ facts }) => facts.id);
    expect(few.population).toBe(valueOfNumber(report.numbers.output));
    expect(all.items).toHaveLength(few.population);
    expect(ids(few)).toHaveLength(10);
    expect(ids(more).slice(0, 10)).toEqual(ids(few));
    expect(few).toMatchObject({ cut: false, days: YEAR });
    const cut = await draw(1_000, Math.floor(few.population / 2));
    expect(cut.cut).toBe(true);
    expect(cut.population).toBeLessThanOrEqual(few.population / 2);
    expect(cut.days.to).toBe(YEAR.to);
    expect(ids(all)).toEqual(expect.arrayContaining(ids(cut)));
  } finally {
    site.close();
  }
}, 60_000);
