// Ages, days and due dates around every change of a zone's clock in three years, beside an oracle that
// knows the zone by its offsets.
import { bandOf } from '../../src/domain/band';
import { dayOf, endOfDay, minuteOf, startOfDay, type Day } from '../../src/domain/days';
import { decisionNumbers } from '../../src/domain/decision';
import { gateVerdict } from '../../src/domain/gate';
import { servedBetween } from '../../src/domain/goal';
import { ageInDays, findingOf } from '../../src/domain/kill';
import { isDue } from '../../src/domain/result';
import { nextDue } from '../../src/domain/schedule';
import { aFrame, aGoal, anAnswer, anItem, someRules, value } from '../support/builders';
import { dayNumber, zoneDays, type ZoneDays } from '../support/zone-oracle';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2025, 0, 1);
const TO = Date.UTC(2028, 0, 1);
/** Days after and before what is asked about are looked at too. */
const MARGIN = 4 * DAY;
/** Between these instants every change of a zone's clock is met. */
export const LOOKED_AT = { from: FROM - MARGIN, to: TO + MARGIN };

/** What differs from the oracle, in words; empty where nothing does. */
type Differences = string[];
type Told = string | number | boolean | undefined;

const iso = (ms: number | null): string => (ms === null ? 'never' : new Date(ms).toISOString());

/** The day with this number, without the calendar of the sources. */
const dayBy = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10);

/** The days before, of and after an instant, all that the sources say of them there. */
function differencesAt(ms: number, oracle: ZoneDays): Differences {
  const { zone } = oracle;
  const differences: Differences = [];
  const same = (what: string, is: Told, should: Told): void => {
    if (is !== should) differences.push(`${zone} ${iso(ms)} ${what}: ${is}, should be ${should}`);
  };
  const today = oracle.dayAt(ms);
  const tomorrow = dayBy(dayNumber(today) + 1);
  const [start, end] = [oracle.startOf(today), oracle.startOf(tomorrow)];
  same('day', dayOf(ms, zone), today);
  same('minute', minuteOf(ms, zone), oracle.minuteAt(ms));
  same('start', iso(startOfDay(today, zone)), iso(start));
  same('end', iso(endOfDay(today, zone)), iso(end));
  if (start === null || end === null) return differences;
  same('scan', iso(nextDue(null, ms, zone)), iso(start + 2 * HOUR));
  same('scan after one', iso(nextDue(today, ms, zone)), iso(end + 2 * HOUR));
  same('result due today', isDue(today, dayOf(ms, zone)), true);
  same('result due tomorrow', isDue(tomorrow, dayOf(ms, zone)), false);
  // A goal of this one day: what the gate lets pass, and what counts as aimed.
  const goal = aGoal({ firstDay: today, lastDay: today });
  const rules = someRules({ timeZone: zone, gate: 'block', warnAfterDays: 1, flagAfterDays: 2 });
  const frame = aFrame({ goals: [goal], rules });
  const served = servedBetween(goal, zone);
  same('served', `${iso(served.from)} ${iso(served.to)}`, `${iso(start)} ${iso(end)}`);
  const answer = value(anAnswer({ checkBy: today }));
  const done = { answer, category: 'done', statusId: '106' } as const;
  const bandAt = (at: number) => bandOf(anItem({ ...done, categoryChanged: at }), frame);
  same('aimed', bandAt(ms), 'waiting');
  // The clock may come back to this day after its end where it goes back over midnight.
  if (oracle.dayAt(start - 1) < today) same('aimed before', bandAt(start - 1), 'unsorted');
  const settings = { projectId: '1', rev: 1, goals: [goal], agreements: [], rules };
  const unanswered = anItem({ created: ms - 2 * DAY, updated: ms - 2 * DAY });
  const verdict = (at: number) => gateVerdict(unanswered, null, settings, at);
  same('gate', `${verdict(start)} ${verdict(end - 1)} ${verdict(end)}`, 'none none pass');
  // Ages are whole days of 24 hours, whatever the clock does.
  const moment = { now: ms, today };
  same('age', ageInDays(unanswered, ms), 2);
  same('age before', ageInDays({ ...unanswered, created: ms - 2 * DAY + 1 }, ms), 1);
  same('ripe', findingOf(unanswered, frame, moment)?.ripe, true);
  const younger = { ...unanswered, created: ms - 2 * DAY + 1 };
  same('not ripe', findingOf(younger, frame, moment)?.ripe, false);
  // A check date is overdue from the next day on.
  const open = anItem({ answer, created: ms, updated: ms });
  same('overdue', findingOf(open, frame, moment)?.reason, undefined);
  const later = { now: end, today: dayOf(end, zone) };
  same('overdue next day', findingOf(open, frame, later)?.reason, 'check');
  return [...differences, ...waitDifferences(ms, oracle, today)];
}

/** How long a flag of three days before waited for its decision. */
function waitDifferences(ms: number, { zone }: ZoneDays, today: Day): Differences {
  const since = dayBy(dayNumber(today) - 3);
  const decided = {
    ...{ kind: 'keep' as const, reason: 'x', by: 'acc', at: ms, forum: '', wasIn: '1' },
    flag: { reason: 'aged' as const, since },
  };
  const window = { from: ms, to: ms + 1, zone };
  const { medianDays } = decisionNumbers([{ now: decided, past: [] }], window);
  return medianDays === 3 ? [] : [`${zone} ${iso(ms)} waited: ${medianDays}, should be 3`];
}

export interface Looked {
  differences: Differences;
  /** Changes of the clock that were met. */
  changes: number;
  instants: number;
}

/** Every hour around each change of the clock, and the seconds beside it; and one hour of each month. */
export function lookAtZone(zone: string, step: number): Looked {
  const oracle = zoneDays(zone, LOOKED_AT.from, LOOKED_AT.to, step);
  const changes = oracle.spans.slice(1).map(({ from }) => from);
  const around = changes.flatMap((change) => [
    ...Array.from({ length: 61 }, (_none, n) => change + (n - 30) * HOUR),
    ...[change - 1_000, change - 1, change + 1_000],
  ]);
  const months = Array.from({ length: 36 }, (_none, n) => Date.UTC(2025, n, 1 + (n % 28), n % 24));
  const instants = [...around, ...months];
  return {
    differences: instants.flatMap((ms) => differencesAt(ms, oracle)),
    changes: changes.length,
    instants: instants.length,
  };
}
