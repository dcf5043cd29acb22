// What the messages of a night rest on, as the app sees it: due results with their people, the agenda,
// an item for each goal that there is news of.
import { type Frame } from '../../domain/band';
import { ownGoal } from '../../domain/bet-clause';
import { and, dayBefore, not } from '../../domain/clause';
import { addDays, type Day } from '../../domain/days';
import {
  DUE_NOTICE_DAYS,
  goalNews,
  planNotices,
  type DigestFacts,
  type DueResult,
} from '../../domain/digest';
import { flaggedClause } from '../../domain/number';
import { checkDayOf, isDue } from '../../domain/result';
import { resultListClauses, resultListOf, type ResultsOf } from '../../domain/results-clause';
import { knownRules, undeliveredOf, type ProjectSettings } from '../../domain/rules';
import { valueOf } from '../../domain/item';
import type { IssueType, Ports } from '../../ports';

/** Due results that one night looks at, at most. */
const DUES = 1_000;

interface Night {
  settings: ProjectSettings;
  types: readonly IssueType[];
  today: Day;
  /** Monday of the week that is summed up; null where only new due results are told. */
  week: Day | null;
}

/** Delivered or not is decided on what is listed; no parents, because a result belongs to its own item. */
function resultsOf({ settings, types }: Night): ResultsOf {
  const rules = knownRules(settings.rules, { typeIds: types.map(({ id }) => id) });
  const idsFrom = (level: number, to: number) =>
    types.filter((type) => type.level >= level && type.level <= to).map(({ id }) => id);
  const frame: Frame = {
    goals: settings.goals,
    rules: { ...rules, undelivered: null },
    standardTypeIds: idsFrom(0, 0),
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  };
  return { frame, typeIds: idsFrom(0, Infinity) };
}

async function duesOf(ports: Ports, night: Night, of: ResultsOf): Promise<DueResult[]> {
  const { settings, today, week } = night;
  const { projectId, goals, rules } = settings;
  if (goals.length === 0) return [];
  const { due } = resultListClauses(of, today);
  // On other nights nobody hears of older ones.
  const recent = not(dayBefore('checkBy', addDays(today, -DUE_NOTICE_DAYS)));
  const clause = week === null ? and(due, recent) : due;
  const listed = await ports.backlog.people(projectId, clause, DUES);
  if (listed.length === 0) return [];
  const undelivered = undeliveredOf(rules, {
    resolutions: listed.flatMap(({ resolution }) => resolution ?? []),
    statuses: listed.flatMap(({ status }) => status ?? []),
  });
  const unwritten = new Map(
    (await ports.results.ofProject(projectId, 'unwritten')).map((one) => [one.itemId, one.kept]),
  );
  const delivered = { ...of, frame: { ...of.frame, undelivered } };
  return listed.flatMap(({ facts, assigneeId, reporterId }) => {
    const answer = valueOf(facts.answer);
    const kept = unwritten.get(facts.id);
    if (!answer || resultListOf(facts, delivered, today) !== 'due' || kept?.given) return [];
    // Another day may be agreed that Jira was not told yet.
    const checkBy = checkDayOf(answer, kept?.later ?? []);
    if (checkBy === undefined || !isDue(checkBy, today)) return [];
    return [{ itemId: facts.id, checkBy, assigneeId, reporterId }];
  });
}

/** Which of these results somebody was told of before. */
async function toldOnes(ports: Ports, dues: readonly DueResult[]): Promise<Set<DueResult>> {
  const told = new Set<DueResult>();
  // One after the other: this runs at night, beside other projects' work.
  for (const due of dues) if (await ports.notices.isTold(due.itemId, due.checkBy)) told.add(due);
  return told;
}

async function agendaOf(ports: Ports, { settings }: Night, { frame }: ResultsOf) {
  const { projectId, rules } = settings;
  const candidates = flaggedClause(frame, 'candidate');
  const [first] = await ports.backlog.people(projectId, candidates, 1);
  if (!first) return { count: 0, itemId: null };
  const counted = await ports.backlog.count(projectId, candidates);
  return { count: Math.min(Math.max(1, counted), rules.agendaSize), itemId: first.facts.id };
}

/** Reads what `planNotices` decides on. */
export async function gatherDigest(ports: Ports, night: Night): Promise<DigestFacts> {
  const { settings, today, week } = night;
  const { projectId, goals, rules } = settings;
  const of = resultsOf(night);
  const dues = await duesOf(ports, night, of);
  const told = await toldOnes(ports, dues);
  const { memberIds } = rules.forum;
  const readings =
    week === null
      ? []
      : (await ports.readings.ofProject(projectId)).filter(({ withdrawn }) => !withdrawn);
  const goalItems = new Map<string, string>();
  if (week !== null)
    for (const goal of goals) {
      const { unread, ending } = goalNews(goal, readings, today);
      if (goal.ownerAccountId === undefined || !(unread || ending)) continue;
      const [item] = await ports.backlog.people(projectId, ownGoal(goal), 1);
      if (item) goalItems.set(goal.id, item.facts.id);
    }
  const facts: DigestFacts = {
    ...{ today, week, dues, memberIds, goals, readings, goalItems },
    isTold: (due) => told.has(due),
    optedOut: new Set(),
    agenda:
      week === null || memberIds.length === 0
        ? { count: 0, itemId: null }
        : await agendaOf(ports, night, of),
  };
  const optedOut = new Set<string>();
  for (const { to } of planNotices(facts))
    if (await ports.personal.digestOff(to, projectId)) optedOut.add(to);
  return { ...facts, optedOut };
}
