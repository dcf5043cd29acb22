// What the messages of a night rest on, as the app sees it: due results with their people, the agenda,
// an item for each goal that there is news of.
import { type Frame } from '../../domain/band';
import { ownGoal } from '../../domain/bet-clause';
import { and, dayBefore, everything, not } from '../../domain/clause';
import { addDays, dayOf, type Day } from '../../domain/days';
import {
  DUE_NOTICE_DAYS,
  goalNews,
  isRecent,
  LOOKED_AT,
  planNotices,
  type DigestFacts,
  type DueResult,
} from '../../domain/digest';
import { flaggedClause } from '../../domain/number';
import { checkDayOf, isDue } from '../../domain/result';
import { resultListClauses, resultListOf, type ResultsOf } from '../../domain/results-clause';
import { undeliveredOf, type ProjectSettings } from '../../domain/rules';
import { valueOf } from '../../domain/item';
import type { Reading } from '../../domain/goal';
import type { IssueType, Ports } from '../../ports';
import { sideBySide } from '../side-by-side';

/** Due results that one night looks at, at most. */
const DUES = 1_000;
/** Items of the project that are tried for an owner whose goal has none. */
const ANY_ITEMS = 3;

interface Night {
  settings: ProjectSettings;
  types: readonly IssueType[];
  today: Day;
  /** Monday of the week that is summed up; null where only new due results are told. */
  week: Day | null;
  /** From `forgottenOn`: what came due until then is not told as new. */
  forgotten: Day | null;
  /** Due results that are looked at, at most; the most of a night where it is not said. */
  most?: number;
}

/** What only a summary tells. */
type Summary = Pick<DigestFacts, 'agenda' | 'readings' | 'goalItems' | 'anyItems'>;

const NO_AGENDA: Summary['agenda'] = { count: 0, itemIds: [] };
const NO_SUMMARY: Summary = {
  ...{ agenda: NO_AGENDA, readings: [] },
  ...{ goalItems: new Map<string, string>(), anyItems: [] },
};

/** Delivered or not is decided on what is listed; no parents, because a result belongs to its own item. */
function resultsOf({ settings, types }: Night): ResultsOf {
  const { goals, rules } = settings;
  const idsOf = (fits: (level: number) => boolean) =>
    types.filter(({ level }) => fits(level)).map(({ id }) => id);
  const frame: Frame = {
    ...{ goals, rules, standardTypeIds: idsOf((level) => level === 0) },
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  };
  return { frame, typeIds: idsOf((level) => level >= 0) };
}

interface Dues {
  dues: DueResult[];
  /** There may be more of them. */
  isPart: boolean;
}

async function duesOf(ports: Ports, night: Night, of: ResultsOf): Promise<Dues> {
  const { settings, today, week, most = DUES } = night;
  const { projectId, goals, rules } = settings;
  const { due } = resultListClauses(of, today);
  // On other nights nobody hears of older ones.
  const recent = not(dayBefore('checkBy', addDays(today, -DUE_NOTICE_DAYS)));
  const clause = week === null ? and(due, recent) : due;
  const listed = goals.length === 0 ? [] : await ports.backlog.people(projectId, clause, most);
  if (listed.length === 0) return { dues: [], isPart: false };
  const undelivered = undeliveredOf(rules, {
    resolutions: listed.flatMap(({ resolution }) => resolution ?? []),
    statuses: listed.flatMap(({ status }) => status ?? []),
  });
  const unwritten = new Map(
    (await ports.results.ofProject(projectId, 'unwritten')).map((one) => [one.itemId, one.kept]),
  );
  const closed = { ...of, frame: { ...of.frame, undelivered } };
  const dues = listed.flatMap(({ facts, assigneeId, reporterId }) => {
    const answer = valueOf(facts.answer);
    const kept = unwritten.get(facts.id);
    // Another day may be agreed that Jira was not told yet.
    const checkBy = answer && checkDayOf(answer, kept?.later ?? []);
    if (!checkBy || !isDue(checkBy, today) || kept?.given) return [];
    if (resultListOf(facts, closed, today) !== 'due') return [];
    const delivered = dayOf(facts.categoryChanged, rules.timeZone);
    return [{ itemId: facts.id, checkBy, delivered, assigneeId, reporterId }];
  });
  return { dues, isPart: listed.length >= most };
}

/** Those of which storage says yes. */
async function thoseOf<T>(
  all: readonly T[],
  ask: (one: T) => Promise<boolean>,
): Promise<ReadonlySet<T>> {
  const answers = await sideBySide(all, ask);
  return new Set(all.filter((_one, at) => answers[at]));
}

async function agendaOf(
  ports: Ports,
  { settings }: Night,
  { frame }: ResultsOf,
): Promise<Summary['agenda']> {
  const { projectId, rules } = settings;
  if (rules.forum.memberIds.length === 0) return NO_AGENDA;
  const candidates = flaggedClause(frame, 'candidate');
  const listed = await ports.backlog.people(projectId, candidates, LOOKED_AT);
  const itemIds = listed.map(({ facts }) => facts.id);
  if (itemIds.length === 0) return NO_AGENDA;
  const counted = await ports.backlog.count(projectId, candidates);
  return { count: Math.min(Math.max(1, counted), rules.agendaSize), itemIds };
}

/**
 * An item of each goal that its owner hears of. Where a goal has none, the first ones of the project: a
 * notification can hang on any, but a comment belongs to what it is about.
 */
async function goalAnchors(ports: Ports, { settings, today }: Night, readings: Reading[]) {
  const { projectId, goals, rules } = settings;
  const goalItems = new Map<string, string>();
  let isBare = false;
  for (const goal of goals) {
    const { unread, ending } = goalNews(goal, readings, today);
    if (goal.ownerAccountId === undefined || !(unread || ending)) continue;
    const [item] = await ports.backlog.people(projectId, ownGoal(goal), 1);
    if (item) goalItems.set(goal.id, item.facts.id);
    else isBare = true;
  }
  const any =
    isBare && rules.digest.mode !== 'comment'
      ? await ports.backlog.people(projectId, everything, ANY_ITEMS)
      : [];
  return { goalItems, anyItems: any.map(({ facts }) => facts.id) };
}

async function summaryOf(ports: Ports, night: Night, of: ResultsOf): Promise<Summary> {
  const kept = await ports.readings.ofProject(night.settings.projectId);
  const readings = kept.filter(({ withdrawn }) => !withdrawn);
  const anchors = await goalAnchors(ports, night, readings);
  return { readings, ...anchors, agenda: await agendaOf(ports, night, of) };
}

/** Reads what `planNotices` decides on; `isPart` where there may be more results that are due. */
export async function gatherDigest(
  ports: Ports,
  night: Night,
): Promise<DigestFacts & { isPart: boolean }> {
  const { settings, today, week, forgotten } = night;
  const { projectId, goals, rules } = settings;
  const of = resultsOf(night);
  const { dues, isPart } = await duesOf(ports, night, of);
  // A result is due when its day has come and the item is done, whichever is later.
  const isOld = ({ checkBy, delivered }: DueResult) =>
    forgotten !== null && checkBy <= forgotten && delivered <= forgotten;
  const told = await thoseOf(
    dues.filter((due) => isRecent(due, today) && !isOld(due)),
    ({ itemId, checkBy }) => ports.notices.isTold(itemId, checkBy),
  );
  const { memberIds } = rules.forum;
  const facts: DigestFacts = {
    ...{ today, week, dues, memberIds, goals },
    ...(week === null ? NO_SUMMARY : await summaryOf(ports, night, of)),
    isTold: (due) => told.has(due) || isOld(due),
    optedOut: new Set(),
  };
  const people = planNotices(facts).map(({ to }) => to);
  const optedOut = await thoseOf(people, (to) => ports.personal.digestOff(to, projectId));
  return { ...facts, optedOut, isPart };
}
