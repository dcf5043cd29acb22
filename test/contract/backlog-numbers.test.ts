// The numbers of the Backlog tab as Jira counts them by our JQL, and as functions of listed items.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { projectJql, sprintJql } from '../../src/adapters/jira/jql';
import { parentOf, type Frame } from '../../src/domain/band';
import { and, type Clause } from '../../src/domain/clause';
import {
  COVERAGE_PARTS,
  coverageOf,
  coveragePartClauses,
  coveragePartOf,
  openAskedClause,
  openParentsClause,
  parkedClause,
  unansweredClause,
  wouldCoverClause,
} from '../../src/domain/coverage';
import { dayOf, type Day } from '../../src/domain/days';
import { betOf, completeAnswer, isAsked } from '../../src/domain/inherit';
import { valueOf, type ItemFacts } from '../../src/domain/item';
import {
  inProgressClause,
  servesGoal,
  startedAnywayClause,
  startedWithoutClause,
  workClauses,
} from '../../src/domain/serve';
import { anyFrame, NOW } from '../support/arbitraries';
import { callers, fullFrame, sampleItems, SPRINTS, sprintsOf, startSite } from './number-site';

const ITEMS = 200;
const FRAMES = 20;
const EPIC = ['5'];
const PARENTS = ['9001', '9002', '9003', '9999'];

/** Every number of the tab as JQL. */
function searches(frame: Frame, today: Day, zone: string): Record<string, string> {
  const print = (clause: Clause) => projectJql('1', clause, zone);
  const parts = Object.entries(coveragePartClauses(frame));
  const work = Object.entries(workClauses(frame, today));
  return {
    ...Object.fromEntries(parts.map(([name, clause]) => [`part.${name}`, print(clause)])),
    asked: print(openAskedClause(frame)),
    parked: print(parkedClause(frame)),
    unanswered: print(unansweredClause(frame)),
    openParents: print(openParentsClause(frame, EPIC)),
    ...Object.fromEntries(
      PARENTS.map((id) => [`covers.${id}`, print(wouldCoverClause(frame, id))]),
    ),
    inProgress: print(inProgressClause(frame)),
    'inProgress.without': print(startedWithoutClause(frame, openAskedClause(frame))),
    'inProgress.anyway': print(startedAnywayClause(frame)),
    ...(Object.fromEntries(
      work.flatMap(([name, clause]) => [
        [`inProgress.${name}`, print(and(inProgressClause(frame), clause))],
        ...SPRINTS.map((id) => [`${id}.${name}`, sprintJql('1', id, clause, zone)]),
      ]),
    ) as Record<string, string>),
  };
}

const isParked = (item: ItemFacts): boolean => valueOf(item.decision)?.decision === 'parked';

/** The same numbers by functions of an item, without a condition. */
function listed(all: readonly ItemFacts[], frame: Frame, today: Day): Record<string, number> {
  const many = (fits: (item: ItemFacts, n: number) => boolean) => all.filter(fits).length;
  const open = (item: ItemFacts) => item.level === 0 && item.category !== 'done';
  const asked = (item: ItemFacts) => open(item) && !isParked(item) && isAsked(item, frame.rules);
  const doing = (item: ItemFacts) => item.level === 0 && item.category === 'indeterminate';
  const covered = (item: ItemFacts) =>
    betOf(item, parentOf(item, frame), frame.goals).source !== 'none';
  const counts: Record<string, number> = {
    asked: coverageOf(all, frame).asked,
    parked: many((item) => open(item) && isParked(item)),
    unanswered: many((item) => asked(item) && !covered(item)),
    openParents: many(
      (item) =>
        item.level > 0 && item.category !== 'done' && !completeAnswer(item.answer, frame.goals),
    ),
    inProgress: many(doing),
    'inProgress.without': many(
      (item) => doing(item) && asked(item) && !covered(item) && item.pass.kind !== 'value',
    ),
    'inProgress.anyway': many((item) => open(item) && item.pass.kind === 'value'),
  };
  for (const part of COVERAGE_PARTS)
    counts[`part.${part}`] = many(
      (item) => open(item) && !isParked(item) && coveragePartOf(item, frame) === part,
    );
  for (const id of PARENTS)
    counts[`covers.${id}`] = many(
      (item) =>
        item.parentId === id && asked(item) && completeAnswer(item.answer, frame.goals) === null,
    );
  const serves = { serves: true, calendar: false };
  for (const [name, wanted] of Object.entries(serves)) {
    const fits = (item: ItemFacts) => item.level === 0 && servesGoal(item, frame, today) === wanted;
    counts[`inProgress.${name}`] = many((item) => doing(item) && fits(item));
    for (const id of SPRINTS)
      counts[`${id}.${name}`] = many((item, n) => sprintsOf(n).includes(id) && fits(item));
  }
  return counts;
}

test('what Jira counts of the backlog, of sprints and in progress is what the items say', async () => {
  const all = sampleItems(ITEMS);
  const site = startSite(all);
  try {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(anyFrame, fc.constantFrom(...callers), async (frame, { caller, zone }) => {
        const today = dayOf(NOW, frame.rules.timeZone);
        const counted: Record<string, number> = {};
        for (const [name, jql] of Object.entries(searches(frame, today, zone))) {
          counted[name] = await site.count(caller, jql);
          seen[name] = (seen[name] ?? 0) + counted[name];
        }
        expect(counted).toEqual(listed(all, frame, today));
        const sum = (names: readonly string[]) =>
          names.reduce((total, name) => total + (counted[name] ?? 0), 0);
        expect(sum(['part.own', 'part.parent', 'part.run', 'part.half', 'part.none'])).toBe(
          counted['asked'],
        );
        expect(sum(['part.half', 'part.none'])).toBe(counted['unanswered']);
      }),
      { numRuns: FRAMES, examples: callers.slice(0, 1).map((one) => [fullFrame, one]) },
    );
    // Every number was put to the test: none of them was nought all the time.
    expect(Object.entries(seen).filter(([, sum]) => sum === 0)).toEqual([]);
  } finally {
    site.close();
  }
}, 60_000);

test('an answer on a parent covers exactly the children that it was said to cover', async () => {
  const all = sampleItems(ITEMS);
  const site = startSite(all);
  try {
    await fc.assert(
      fc.asyncProperty(
        anyFrame,
        fc.constantFrom(...PARENTS),
        fc.constantFrom(...callers),
        async (before, id, { caller, zone }) => {
          const parents = before.parents.filter((parent) => parent.id !== id);
          const run = { why: 'run' as const, state: 'answered' as const };
          const answered = { id, key: '', answer: { kind: 'value' as const, value: run } };
          const without = { ...before, parents };
          const after = {
            ...before,
            parents: [...parents, { ...answered, result: { kind: 'none' as const } }],
          };
          const count = (clause: Clause) => site.count(caller, projectJql('1', clause, zone));
          const [said, open, left] = [
            await count(wouldCoverClause(without, id)),
            await count(unansweredClause(without)),
            await count(unansweredClause(after)),
          ];
          expect(open - left).toBe(said);
        },
      ),
      { numRuns: FRAMES },
    );
  } finally {
    site.close();
  }
}, 60_000);
