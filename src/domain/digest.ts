// Who is told what, and when: a notice for each result that is due, and one summary a week.
import { addDays, daysBetween, type Day } from './days';
import { isActive, type Goal, type Reading } from './goal';
import { daysUnread, END_NEAR } from './goal-period';

export const DIGEST_MODES = ['off', 'notify', 'comment'] as const;
/** How messages go out: not at all, by Jira's own notification, or as comments that mention the person. */
export type DigestMode = (typeof DIGEST_MODES)[number];

export interface Digest {
  mode: DigestMode;
  /** Day of the weekly summary in the project's zone: 1 is Monday, 7 is Sunday. */
  weekday: number;
}

/** Days after its check date in which a due result gets a notice of its own; later the summary counts it. */
export const DUE_NOTICE_DAYS = 31;
/** Due results that one message tells a person of; the others wait for the next night. */
export const DUES_AT_ONCE = 20;
/**
 * Of what a message counts, so many items are looked at before it is sent: whether its reader sees them.
 * Those that it tells of for the first time come on top.
 */
export const LOOKED_AT = 20;
/** Items of which one is looked for that the person may see. */
const ANCHORS = 5;
/** Nights in which a summary is made up for when the one of its day did not take place. */
const LATE_NIGHTS = 3;

/** A result that is due, and the people of its item. */
export interface DueResult {
  itemId: string;
  checkBy: Day;
  /** The project's day on which the item was done. */
  delivered: Day;
  assigneeId: string | null;
  reporterId: string | null;
}

/** What a message counts. */
export interface NoticeCounts {
  due: number;
  agenda: number;
  unread: number;
  ending: number;
}

/** Ids of the items that a message counts, as many as are looked at. */
export interface CountedItems {
  due: string[];
  agenda: string[];
}

/** What a message says to its reader; of what is named there may be more. */
export interface ToldCounts {
  counts: NoticeCounts;
  atLeast: readonly (keyof CountedItems)[];
}

/** A message to one person, at one item. */
export interface Notice {
  to: string;
  /** The item that it hangs on: one that concerns the person. */
  itemId: string;
  /** Others that concern the person, in case they may not see that one. */
  others: string[];
  /** The Monday of the week that it sums up; null where it only tells of due results. */
  week: Day | null;
  /** The due results that it tells of for the first time. */
  dues: { itemId: string; checkBy: Day }[];
  /** As the app sees the project. */
  counts: NoticeCounts;
  counted: CountedItems;
}

/** What the plan of a night rests on. */
export interface DigestFacts {
  today: Day;
  /** From `summaryWeek`. */
  week: Day | null;
  dues: readonly DueResult[];
  /** Whether somebody was told of a due result before. */
  isTold: (due: DueResult) => boolean;
  /** People who want no messages about this project. */
  optedOut: ReadonlySet<string>;
  memberIds: readonly string[];
  /** Items on the agenda of the next meeting, and candidates as many as are looked at. */
  agenda: { count: number; itemIds: readonly string[] };
  goals: readonly Goal[];
  readings: readonly Reading[];
  /** An item that was answered for a goal, by the goal's id. */
  goalItems: ReadonlyMap<string, string>;
  /** Items of the project that news of a goal hangs on where no item of the goal does. */
  anyItems: readonly string[];
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/**
 * The week whose summary is sent tonight, by its Monday; null for none.
 * @param lastDay the day of the scan before this one: a summary's day that no scan saw is made up for
 */
export function summaryWeek(weekday: number, today: Day, lastDay: Day | null): Day | null {
  const late = (weekdayOf(today) - weekday + 7) % 7;
  const day = addDays(today, -late);
  const isMissed = late <= LATE_NIGHTS && lastDay !== null && lastDay < day;
  return late === 0 || isMissed ? mondayOf(day) : null;
}

/**
 * The day of the scan that sends the next summary, as far as can be told: `today`, when its scan is still
 * to come and it is its turn.
 * @param today the project's day
 * @param lastDay the day of the last scan; null before the first
 */
export function nextSummary(weekday: number, today: Day, lastDay: Day | null): Day {
  const next = lastDay !== null && lastDay >= today ? addDays(today, 1) : today;
  if (summaryWeek(weekday, next, lastDay) !== null) return next;
  return addDays(next, (weekday - weekdayOf(next) + 7) % 7);
}

/** Who is told of a due result: the assignee, else the reporter. */
export const toldOf = ({ assigneeId, reporterId }: DueResult): string | null =>
  assigneeId ?? reporterId;

/** Whether a due result gets a notice of its own, if nobody was told of it before. */
export const isRecent = ({ checkBy }: DueResult, today: Day): boolean =>
  daysBetween(checkBy, today) <= DUE_NOTICE_DAYS;

/** A goal's owner has something to hear: no reading for a month, or the end is near. */
export function goalNews(
  goal: Goal,
  readings: readonly Reading[],
  today: Day,
): { unread: boolean; ending: boolean } {
  const own = readings.filter(({ goalId }) => goalId === goal.id);
  return {
    unread: daysUnread(goal, own, today) !== null,
    ending: isActive(goal, today) && daysBetween(today, goal.lastDay) <= END_NEAR,
  };
}

/** Where a message may hang, the best place first; null for nowhere. */
function anchorsOf(items: readonly string[]): Pick<Notice, 'itemId' | 'others'> | null {
  const [itemId, ...others] = [...new Set(items)].slice(0, ANCHORS);
  return itemId === undefined ? null : { itemId, others };
}

const byItem = (a: DueResult, b: DueResult): number =>
  a.checkBy < b.checkBy ? -1 : a.checkBy > b.checkBy ? 1 : Number(a.itemId) - Number(b.itemId);

/** What one person is told tonight; null for nothing. */
function noticeFor(to: string, facts: DigestFacts): Notice | null {
  const { today, week, agenda, goals, readings, goalItems, anyItems } = facts;
  const dues = facts.dues.filter((due) => toldOf(due) === to).sort(byItem);
  const fresh = dues
    .filter((due) => isRecent(due, today) && !facts.isTold(due))
    .slice(0, DUES_AT_ONCE)
    .map(({ itemId, checkBy }) => ({ itemId, checkBy }));
  if (week === null) {
    const anchors = anchorsOf(fresh.map(({ itemId }) => itemId));
    const counts = { due: fresh.length, agenda: 0, unread: 0, ending: 0 };
    const counted = { due: fresh.map(({ itemId }) => itemId), agenda: [] };
    return anchors && { to, ...anchors, week, dues: fresh, counts, counted };
  }
  const news = goals
    .filter(({ ownerAccountId }) => ownerAccountId === to)
    .map((goal) => ({ goal, ...goalNews(goal, readings, today) }))
    .filter(({ unread, ending }) => unread || ending);
  const isMember = facts.memberIds.includes(to);
  const counts = {
    due: dues.length,
    agenda: isMember ? agenda.count : 0,
    unread: news.filter(({ unread }) => unread).length,
    ending: news.filter(({ ending }) => ending).length,
  };
  if (Object.values(counts).every((count) => count === 0)) return null;
  // The new ones first: they are told once, and the others again next week. They take no place from
  // those: their reader may see none of them.
  const ofDues = [...new Set([...fresh, ...dues].map(({ itemId }) => itemId))];
  const counted = {
    due: ofDues.slice(0, fresh.length + LOOKED_AT),
    agenda: counts.agenda > 0 ? agenda.itemIds.slice(0, LOOKED_AT) : [],
  };
  const ofAgenda = counted.agenda.slice(0, 1);
  const ofGoals = news.flatMap(({ goal }) => goalItems.get(goal.id) ?? []);
  const ofProject = news.length > 0 ? anyItems : [];
  // Many results that are due leave room for the others.
  const anchors = anchorsOf(ofDues.slice(0, ANCHORS - 2).concat(ofAgenda, ofGoals, ofProject));
  return anchors && { to, ...anchors, week, dues: fresh, counts, counted };
}

const COUNTED = ['due', 'agenda'] as const;

/**
 * What a message tells somebody who sees these items: nothing that they do not see is in its counts.
 * Where not all that was counted was looked at, it says so.
 */
export function toldCounts(
  { counts, counted }: Pick<Notice, 'counts' | 'counted'>,
  seen: ReadonlySet<string>,
): ToldCounts {
  const told = { ...counts };
  for (const name of COUNTED)
    told[name] = Math.min(counts[name], counted[name].filter((one) => seen.has(one)).length);
  const isCutOff = {
    due: counted.due.length < counts.due,
    // Others of the candidates take the place of what is not seen.
    agenda: counted.agenda.length >= LOOKED_AT,
  };
  const atLeast = COUNTED.filter(
    (name) => told[name] > 0 && told[name] < counts[name] && isCutOff[name],
  );
  return { counts: told, atLeast };
}

/** The messages of a night, at most one for each person. */
export function planNotices(facts: DigestFacts): Notice[] {
  const people = new Set<string>([
    ...facts.dues.flatMap((due) => toldOf(due) ?? []),
    ...(facts.week === null ? [] : facts.memberIds),
    ...(facts.week === null ? [] : facts.goals.flatMap((goal) => goal.ownerAccountId ?? [])),
  ]);
  return [...people]
    .filter((person) => !facts.optedOut.has(person))
    .sort()
    .flatMap((person) => noticeFor(person, facts) ?? []);
}

/** People who would hear of their goals tonight, if there were an item that a message can hang on. */
export function unplacedOwners(facts: DigestFacts): string[] {
  const told = new Set(planNotices(facts).map(({ to }) => to));
  return planNotices({ ...facts, anyItems: ['any'] }).flatMap(({ to }) => (told.has(to) ? [] : to));
}
