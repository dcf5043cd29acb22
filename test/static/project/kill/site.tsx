// A small project with candidates, a Jira that knows what the kill list asks, and the app behind it.
import { useState, type ComponentProps } from 'react';
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import type { DecisionView } from '../../../../src/contract/decision-procedures';
import type { Input, OpenProject, Output } from '../../../../src/contract/procedures';
import { ReaderProvider } from '../../../../static/src/components/reader';
import { CallError } from '../../../../static/src/forge';
import { createFormat } from '../../../../static/src/format';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { KillTab, type KillAddress } from '../../../../static/src/surfaces/project/kill/kill-tab';
import { answerJira, answerProcedures, Refusal, show, type Handlers } from '../../support/app';
import { aGoal, goalViewOf, openedProject } from '../opened';
import { STORY } from '../site';
import { aDecided, aRecord, candidate, NOW, POINTS } from './items';

const goal = goalViewOf(aGoal());

export interface Call {
  name: string;
  body: unknown;
  params: Record<string, string>;
}

export interface KillSite {
  issues: readonly JiraIssue[];
  /** Open items that serve the goal. */
  serving?: readonly JiraIssue[];
  records?: readonly DecisionView[];
  draft?: Output<'decisionDraft.open'>['draft'];
  locked?: readonly string[];
  /** Items that are deleted. */
  gone?: readonly string[];
  project?: Partial<OpenProject>;
  view?: KillAddress['view'];
  aboveTypeIds?: readonly string[];
  numbers?: TabProps['numbers'];
  handlers?: Handlers;
  /** What Jira does instead, by the name of the endpoint; a thrown error refuses. */
  jira?: Record<string, (call: Call) => unknown>;
}

const pageOf = (issues: readonly JiraIssue[], body: unknown) => {
  const { nextPageToken, maxResults = 100 } = body as {
    nextPageToken?: string;
    maxResults?: number;
  };
  const first = Number(nextPageToken ?? 0);
  const last = first + maxResults;
  const more = last < issues.length ? { nextPageToken: String(last) } : { isLast: true };
  return { issues: issues.slice(first, last), ...more };
};

function fakeJira(site: KillSite, calls: Call[], items: Map<string, JiraIssue>): JiraCall {
  const answers: Record<string, (call: Call) => unknown> = {
    fields: () => [
      {
        id: POINTS,
        name: 'Story Points',
        schema: { custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
      },
    ],
    search: ({ body }) => {
      const { jql } = body as { jql: string };
      const list = jql.includes('ladderFlag') ? [...items.values()] : (site.serving ?? []);
      return pageOf(list, body);
    },
    checkPermissions: ({ body }) => {
      const { projectPermissions } = body as { projectPermissions: { issues: number[] }[] };
      const issues = projectPermissions
        .flatMap((one) => one.issues)
        .filter((id) => !site.locked?.includes(String(id)));
      return { projectPermissions: [{ permission: 'EDIT_ISSUES', issues }] };
    },
    getIssue: ({ params }) => {
      const found = items.get(params.issueIdOrKey ?? '');
      if (!found) throw new CallError('not_found', 'Gone.');
      return found;
    },
    editIssue: ({ params, body }) => {
      const id = params.issueIdOrKey ?? '';
      const found = items.get(id);
      const { fields } = body as { fields: { summary: string } };
      if (found) items.set(id, { ...found, fields: { ...found.fields, ...fields } });
    },
    count: () => ({ count: 0 }),
    bulkFetch: ({ body }) => {
      const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
      const there = issueIdsOrKeys.filter((id) => !site.gone?.includes(id));
      return { issues: there.map((id) => items.get(id) ?? candidate(Number(id))) };
    },
    issueLinkTypes: () => ({ issueLinkTypes: [{ id: '1', name: 'Relates' }] }),
    createIssue: () => {
      const n = 900 + calls.filter(({ name }) => name === 'createIssue').length;
      return { id: String(n), key: `SHOP-${n}` };
    },
    linkIssues: () => undefined,
    ...site.jira,
  };
  const jira = async (
    name: string,
    { body, params = {} }: { body?: unknown; params?: Record<string, string> } = {},
  ) => {
    const call: Call = { name, body, params };
    calls.push(call);
    const answering = answers[name];
    if (!answering) throw new Error(`The test has no answer for ${name}`);
    return answering(call);
  };
  return jira as unknown as JiraCall;
}

type TabProps = Omit<ComponentProps<typeof KillTab>, 'address'>;

function AddressedTab({ view: first, ...props }: TabProps & Pick<KillAddress, 'view'>) {
  const [view, setView] = useState(first);
  return <KillTab {...props} address={{ view, change: (to) => setView(to.view) }} />;
}

/** Shows the tab; gives what was asked of Jira, the draft as it is kept, and the items. */
export function showKill(site: KillSite) {
  const calls: Call[] = [];
  const items = new Map(site.issues.map((issue) => [issue.id, issue]));
  const kept: { draft: Output<'decisionDraft.open'>['draft'] } = { draft: site.draft ?? null };
  const records = new Map((site.records ?? []).map((view) => [view.itemId, view]));
  answerJira((url) =>
    url.pathname.endsWith('/user/bulk')
      ? {
          body: {
            values: [
              { accountId: 'a1', displayName: 'Petra Owner' },
              { accountId: 'a2', displayName: 'Devon Builder' },
            ],
          },
        }
      : null,
  );
  answerProcedures({
    'decisions.list': () => ({ decisions: [...records.values()], next: null }),
    'decisionDraft.open': () => ({ draft: kept.draft }),
    'decisionDraft.save': ({ entries, over }: Input<'decisionDraft.save'>) => {
      if ((kept.draft?.at ?? null) !== over)
        throw new Refusal({ code: 'conflict', message: 'Other window.', details: kept.draft });
      const at = (over ?? 0) + 1;
      kept.draft = { entries, at };
      return { at };
    },
    'decision.begin': ({ itemId, decision }: Input<'decision.begin'>) => {
      const before = records.get(itemId);
      const decided = aDecided({ ...decision, at: NOW });
      const view = aRecord(itemId, {
        rev: (before?.rev ?? 0) + 1,
        past: [...(before?.past ?? []), { decided, ended: null }],
      });
      records.set(itemId, view);
      return view;
    },
    'answer.save': ({ itemId, answer: input }: Input<'answer.save'>) => {
      const value = { v: 1, ...input, state: 'answered', when: 'before' };
      const found = items.get(itemId);
      if (found)
        items.set(itemId, {
          ...found,
          properties: { ...found.properties, 'ladder-answer': value },
        });
      return { answer: value, seen: 'f2' } as Output<'answer.save'>;
    },
    ...site.handlers,
  });
  const project = openedProject({ goals: [goal], ...site.project });
  const jira = fakeJira(site, calls, items);
  const where = {
    openCalls: () => ({ jira, leave: () => undefined }),
    projectId: '10',
    zone: 'UTC',
    frame: {
      goals: project.goals,
      rules: project.rules,
      standardTypeIds: [STORY.id],
      undelivered: { resolutionIds: [], statusIds: [] },
      parents: [],
    },
  };
  const { unmount } = show(
    <ReaderProvider
      value={{
        format: createFormat('en-US', 'UTC'),
        siteUrl: 'https://shop.example',
        navigate: () => undefined,
        open: () => undefined,
      }}
    >
      <AddressedTab
        where={where}
        project={project}
        projectKey="SHOP"
        aboveTypeIds={site.aboveTypeIds ?? []}
        numbers={site.numbers ?? {}}
        number={(name) => <em>{name}</em>}
        now={NOW}
        view={site.view ?? null}
      />
    </ReaderProvider>,
  );
  return { calls, items, kept, records, unmount };
}
