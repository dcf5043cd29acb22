// Queries made at random find what a plain reading of the same clauses over the issues finds.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type SiteIssue } from '../../../local/jira/api';
import { asApp, createTestSite, DAY, makeIssue, NOW } from './support';

type Answer = boolean | undefined;
interface Clause {
  jql: string;
  /** Undefined where the issue has no value to compare. */
  holds(issue: SiteIssue): Answer;
}

const goalOf = (issue: SiteIssue): string | undefined => {
  const answer = issue.properties['shop-answer'] as { goal?: string } | undefined;
  return answer?.goal;
};
const compared = <T>(value: T | null | undefined, test: (value: T) => boolean): Answer =>
  value === null || value === undefined ? undefined : test(value);

const terminal: fc.Arbitrary<Clause> = fc.oneof(
  fc.constantFrom('G1', 'G2').map((goal) => ({
    jql: `shopGoal = ${goal}`,
    holds: (issue: SiteIssue) => compared(goalOf(issue), (own) => own === goal),
  })),
  fc.constantFrom('High', 'Low').map((name) => ({
    jql: `priority = ${name}`,
    holds: (issue: SiteIssue) =>
      compared(issue.priorityId, (id) => id === (name === 'High' ? '1' : '3')),
  })),
  fc.integer({ min: 1, max: 40 }).map((days) => ({
    jql: `created <= -${String(days)}d`,
    holds: (issue: SiteIssue) => issue.created <= NOW - days * DAY,
  })),
  fc.integer({ min: 0, max: 9 }).map((points) => ({
    jql: `"Story points" >= ${String(points)}`,
    holds: (issue: SiteIssue) => compared(issue.estimate, (own) => own >= points),
  })),
  fc.constantFrom('a', 'b').map((label) => ({
    jql: `labels in (${label}, zz)`,
    holds: (issue: SiteIssue) =>
      issue.labels.length === 0 ? undefined : issue.labels.includes(label),
  })),
  fc.constantFrom('501', 'Search').map((component) => ({
    jql: `component in (${component})`,
    holds: ({ componentIds }: SiteIssue) =>
      componentIds.length === 0
        ? undefined
        : componentIds.includes(component === '501' ? '501' : '502'),
  })),
  fc.constant({
    jql: 'assignee is EMPTY',
    holds: (issue: SiteIssue) => issue.assigneeAccountId === null,
  }),
);

const { clause } = fc.letrec<{ clause: Clause }>((tie) => ({
  clause: fc.oneof(
    { maxDepth: 3 },
    terminal,
    tie('clause').map((one) => ({
      jql: `NOT (${one.jql})`,
      holds: (issue: SiteIssue) => {
        const answer = one.holds(issue);
        return answer === undefined ? undefined : !answer;
      },
    })),
    fc.tuple(tie('clause'), tie('clause'), fc.boolean()).map(([a, b, and]) => ({
      jql: `(${a.jql} ${and ? 'AND' : 'OR'} ${b.jql})`,
      // An answer that is missing is neither true nor, negated, false.
      holds: (issue: SiteIssue): Answer => {
        const [left, right] = [a.holds(issue), b.holds(issue)];
        const decisive = !and;
        if (left === decisive || right === decisive) return decisive;
        return left === undefined || right === undefined ? undefined : and;
      },
    })),
  ),
}));

const issues = Array.from({ length: 120 }, (_, n) =>
  makeIssue(n + 1, {
    created: NOW - ((n * 7) % 45) * DAY - 1_000,
    priorityId: [null, '1', '3'][n % 3] ?? null,
    estimate: n % 4 === 0 ? null : n % 10,
    labels: [[], ['a'], ['b'], ['a', 'b']][n % 4] ?? [],
    componentIds: [[], ['501'], ['501', '502']][n % 3] ?? [],
    assigneeAccountId: n % 5 === 0 ? 'acc-dev' : null,
    properties: n % 3 === 0 ? {} : { 'shop-answer': { goal: `G${String((n % 4) + 1)}` } },
  }),
);

test('queries mean what their clauses say, empty values left out', async () => {
  const { jira, find } = createTestSite();
  jira.site.addIssues(issues);
  await fc.assert(
    fc.asyncProperty(clause, async ({ jql, holds }) => {
      const expected = issues.filter((issue) => holds(issue) === true).map((issue) => issue.key);
      expect(await find(asApp, `${jql} ORDER BY key`)).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});
