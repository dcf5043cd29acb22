// The view shown over a small site of its own.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import type { GoalView } from '../../../../src/contract/goals';
import type { Output } from '../../../../src/contract/procedures';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { SortView } from '../../../../static/src/surfaces/project/sort/sort-view';
import { answerProcedures, show, type Handlers } from '../../support/app';
import { openedProject } from '../opened';
import { DONE, STORY } from '../site';

export const BUG = { ...STORY, id: '2', name: 'Bug' };

export const issue = (
  n: number,
  more: Partial<NonNullable<JiraIssue['fields']>> = {},
): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: {
    summary: `Item ${n}`,
    issuetype: STORY,
    status: DONE,
    created: '2026-01-01T00:00:00.000+0000',
    statuscategorychangedate: '2026-10-10T09:00:00.000+0000',
    ...more,
  },
});

export const given = (why: 'move' | 'test' | 'run'): Output<'sort.give'> => ({
  answer: { v: 1, why, state: why === 'run' ? 'answered' : 'half', when: 'sorted' },
  seen: `seen ${why}`,
  result: null,
});

export const WHY = { moved: 'move', tested: 'test', run: 'run' } as const;
const sorting: Handlers = {
  'sort.give': ({ sort }) => given(WHY[sort]),
  'sort.undo': () => ({ answer: null, seen: null, result: null }),
};

let projects = 0;

interface Shown {
  issues: readonly JiraIssue[];
  /** Finished in the window that ended with the quarter before. */
  earlier?: readonly JiraIssue[];
  /** Whether the viewer may edit them. */
  mayEdit?: boolean;
  /** Those that they may not edit. */
  locked?: readonly string[];
  handlers?: Handlers;
  goals?: readonly GoalView[];
  jira?: JiraCall;
}

interface Asked {
  body?: { jql?: string };
  params?: { issueIdOrKey: string };
}

/** Shows the view of a project of its own, so that nothing is left from another test. */
export function showSort(site: Shown) {
  const { issues, earlier = [], mayEdit = true, handlers = sorting, goals = [], jira } = site;
  const { locked = [] } = site;
  answerProcedures(handlers);
  const changes: number[] = [];
  const answer = async (name: string, asked: Asked) => {
    const { jql = '' } = asked.body ?? {};
    if (name === 'getIssue') return issues.find(({ id }) => id === asked.params?.issueIdOrKey);
    if (name === 'checkPermissions') {
      const ids = [...issues, ...earlier]
        .filter(({ id }) => !locked.includes(id))
        .map(({ id }) => Number(id));
      const permission = 'EDIT_ISSUES';
      return { projectPermissions: [{ permission, issues: mayEdit ? ids : [] }] };
    }
    if (name === 'count') return { count: issues.length };
    if (/\bid in /.test(jql)) {
      const all = [...issues, ...earlier];
      return { issues: all.filter(({ id }) => new RegExp(`\\b${id}\\b`).test(jql)), isLast: true };
    }
    return { issues: jql.includes('"2026-03-29') ? earlier : issues, isLast: true };
  };
  const where = {
    openCalls: () => ({
      jira: jira ?? (answer as unknown as JiraCall),
      leave: () => undefined,
    }),
    projectId: String(1_000 + ++projects),
    zone: 'UTC',
    frame: {
      goals,
      rules: DEFAULT_RULES,
      standardTypeIds: [STORY.id, BUG.id],
      undelivered: { resolutionIds: [], statusIds: [] },
      parents: [],
    },
  };
  const shown = show(
    <SortView
      where={where}
      project={openedProject({ goals: [...goals] })}
      days={{ from: '2026-05-01', to: '2026-11-02' }}
      today="2026-11-02"
      filter={{}}
      streams={[]}
      onLeave={() => undefined}
      onChanged={() => changes.push(1)}
    />,
  );
  return { ...shown, changes, user: userEvent.setup() };
}

export const card = () => screen.findByRole('group', { name: /^SHOP-/ });
export const keyOf = async () => ((await card()).getAttribute('aria-label') ?? '').split(' ')[0];
