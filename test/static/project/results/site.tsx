// A small project with bets whose results are due, and the app behind the bridge.
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import type { Input, Output, ResultView } from '../../../../src/contract/procedures';
import { evidenceOf } from '../../../../src/domain/result';
import { useState, type ComponentProps } from 'react';
import { ResultsTab } from '../../../../static/src/surfaces/project/results/results-tab';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { CallError } from '../../../../static/src/forge';
import { answerJira, answerProcedures, Refusal, show, type Handlers } from '../../support/app';
import { aGoal, goalViewOf, openedProject } from '../opened';
import { answer, DONE, EPIC, STORY } from '../site';

export const TODAY = '2026-11-21';
const DELIVERED = '2026-11-02T09:00:00.000+0000';

/** Readings before and after the delivery. */
export const goal = goalViewOf(aGoal(), [
  { day: '2026-10-30', value: 2.2 },
  { day: '2026-11-10', value: 2.4 },
  { day: '2026-11-18', value: 2.5 },
]);

/** A finished bet, checked on that day. */
export const bet = (
  n: number,
  checkBy: string,
  more: { result?: string; level?: 0 | 1 } = {},
): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: {
    summary: `Item ${n}`,
    issuetype: more.level === 1 ? EPIC : STORY,
    status: DONE,
    resolution: null,
    created: '2026-01-01T00:00:00.000+0000',
    updated: DELIVERED,
    statuscategorychangedate: DELIVERED,
    labels: [],
    parent: null,
  },
  properties: {
    ...answer('g1', { checkBy }),
    ...(more.result && {
      'ladder-result': { v: 1, result: more.result, evidence: 'judged', at: '2026-11-15' },
    }),
  },
});

export const aView = (itemId: string, more: Partial<ResultView> = {}): ResultView => ({
  itemId,
  rev: 1,
  given: null,
  written: true,
  earlier: [],
  later: [],
  ...more,
});

interface Site {
  issues: readonly JiraIssue[];
  views?: readonly ResultView[];
  /** Items that the app refuses to read. */
  gone?: readonly string[];
  /** Items that the viewer may neither edit nor transition. */
  locked?: readonly string[];
  unwritten?: readonly string[];
  administer?: boolean;
  /** Lists that Jira refuses, by a part of their search; emptied by the test to let them pass. */
  broken?: Set<string>;
  handlers?: Handlers;
}

const listedAs = ({ properties = {} }: JiraIssue): 'given' | 'due' | 'waiting' => {
  if (properties['ladder-result']) return 'given';
  const { checkBy } = properties['ladder-answer'] as { checkBy: string };
  return checkBy <= TODAY ? 'due' : 'waiting';
};

const askedFor = (jql: string): string => {
  if (jql.includes('parent in')) return 'children';
  if (!jql.includes('ladderResult is EMPTY')) return 'given';
  return /ladderCheckBy < "[^"]+"/.test(jql) ? 'due' : 'waiting';
};

function fakeJira({ issues, locked = [], broken }: Site): JiraCall {
  const jira = async (name: string, { body }: { body?: unknown } = {}) => {
    if (name === 'checkPermissions') {
      const { projectPermissions } = body as { projectPermissions: { issues: number[] }[] };
      const asked = projectPermissions.flatMap((one) => one.issues);
      return {
        projectPermissions: [
          {
            permission: 'EDIT_ISSUES',
            issues: asked.filter((id) => !locked.includes(String(id))),
          },
        ],
      };
    }
    const { jql } = body as { jql: string };
    const list = askedFor(jql);
    if (broken?.has(list)) throw new CallError('rate_limited', 'Jira is asked too much.');
    const found = issues.filter((issue) => list === 'children' || listedAs(issue) === list);
    if (name === 'count') {
      const said = /ladderResult = "(\w+)"/.exec(jql)?.[1];
      const counted = found.filter(
        ({ properties = {} }) =>
          !said || (properties['ladder-result'] as { result: string }).result === said,
      );
      return { count: counted.length };
    }
    return { issues: found, isLast: true };
  };
  return jira as unknown as JiraCall;
}

/** What the app keeps, for the second page of a test. */
export type Kept = Map<string, ResultView>;

function give(kept: Kept, input: Input<'result.give'>): ResultView {
  const before = kept.get(input.itemId);
  if ((before?.rev ?? 0) !== input.rev)
    throw new Refusal({ code: 'conflict', message: 'Changed.', details: before });
  const day = input.reading?.day;
  const reading = goal.readings.find((one) => one.day === day) ?? null;
  const view = aView(input.itemId, {
    rev: (before?.rev ?? 0) + 2,
    given: {
      result: input.result,
      evidence: evidenceOf(reading, DELIVERED.slice(0, 10)),
      at: TODAY,
      by: 'a1',
      ...(input.note !== undefined && { note: input.note }),
      ...(reading && { reading: { goalId: 'g1', day: reading.day, value: reading.value } }),
    },
    earlier: [...(before?.earlier ?? []), ...(before?.given ? [before.given] : [])],
    later: before?.later ?? [],
  });
  kept.set(input.itemId, view);
  return view;
}

function later(kept: Kept, input: Input<'result.later'>): Output<'result.later'> {
  const before = kept.get(input.itemId);
  const { itemId, checkBy, delivered, note } = input;
  const view = aView(itemId, {
    rev: (before?.rev ?? 0) + 2,
    later: [
      ...(before?.later ?? []),
      {
        from: TODAY,
        to: checkBy,
        at: TODAY,
        by: 'a1',
        delivered,
        written: true,
        ...(note !== undefined && { note }),
      },
    ],
  });
  kept.set(itemId, view);
  const value = answer('g1', { checkBy })['ladder-answer'];
  return { result: view, answer: value as Output<'result.later'>['answer'], seen: 'f' };
}

/** The tab with the part of the address that the page keeps for it. */
function AddressedTab(props: Omit<ComponentProps<typeof ResultsTab>, 'address'>) {
  const [at, setAt] = useState<{ goal?: string | null; view?: 'meeting' | null }>({});
  const address = {
    goalId: at.goal ?? undefined,
    isMeeting: at.view === 'meeting',
    change: (to: typeof at) => setAt((before) => ({ ...before, ...to })),
  };
  return <ResultsTab {...props} address={address} />;
}

/** Shows the tab; gives what the app keeps and how often the page said that something changed. */
export function showResults(site: Site) {
  const kept: Kept = new Map((site.views ?? []).map((view) => [view.itemId, view]));
  let changes = 0;
  let unwritten = [...(site.unwritten ?? [])];
  answerJira((url) =>
    url.pathname.endsWith('/user/bulk')
      ? { body: { values: [{ accountId: 'a1', displayName: 'Petra Owner' }] } }
      : null,
  );
  answerProcedures({
    'results.read': ({ itemIds }) => {
      if (itemIds.some((id) => site.gone?.includes(id)))
        throw new Refusal({ code: 'not_found', message: 'Gone.' });
      return { results: itemIds.flatMap((id) => kept.get(id) ?? []) };
    },
    'results.unwritten': () => ({ itemIds: unwritten }),
    'results.repair': () => {
      const written = unwritten.length;
      for (const [id, view] of kept) kept.set(id, { ...view, rev: view.rev + 1, written: true });
      unwritten = [];
      return { written, left: 0, next: null, remaining: 0 };
    },
    'result.give': (input) => give(kept, input),
    'result.later': (input) => later(kept, input),
    ...site.handlers,
  });
  const project = openedProject({
    goals: [goal],
    may: { administer: site.administer ?? false, decide: true, report: [] },
  });
  const jira = fakeJira(site);
  const openCalls = () => ({ jira, leave: () => undefined });
  const frame = {
    goals: [goal],
    rules: project.rules,
    standardTypeIds: [STORY.id],
    undelivered: { resolutionIds: [], statusIds: [] },
    parents: [],
  };
  const where = { openCalls, projectId: '10', zone: 'UTC', frame };
  show(
    <AddressedTab
      where={where}
      project={project}
      projectKey="SHOP"
      aboveTypeIds={[EPIC.id]}
      now={Date.parse(`${TODAY}T12:00:00Z`)}
      onChanged={() => {
        changes += 1;
      }}
    />,
  );
  return { kept, changes: () => changes };
}
