import { beforeEach, expect, test } from '@jest/globals';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import { fingerprint } from '../../../../src/contract/fingerprint';
import { keep } from '../../../../src/domain/answer';
import { writeAnswer } from '../../../../src/contract/properties';
import type { Frame } from '../../../../src/domain/band';
import type { ParentFacts } from '../../../../src/domain/item';
import { DEFAULT_RULES } from '../../../../src/domain/rules';
import { UnansweredLane } from '../../../../static/src/surfaces/project/backlog/lane/unanswered-lane';
import type { Answered } from '../../../../static/src/surfaces/project/backlog/lane/lane-run';
import type { JiraCall } from '../../../../static/src/surfaces/project/gather/jira-call';
import { resetBridge } from '../../../support/bridge';
import { answerProcedures, payloadsOf, Refusal } from '../../support/app';
import { aGoal, goalViewOf, openedProject } from '../opened';
import { STORY } from '../site';

beforeEach(resetBridge);

const issue = (n: number, value?: unknown, parent?: number): JiraIssue => ({
  id: String(n),
  key: `SHOP-${n}`,
  fields: {
    summary: `Item ${n}`,
    issuetype: STORY,
    created: '2026-01-01T00:00:00.000+0000',
    parent: parent === undefined ? null : { id: String(parent), key: `SHOP-${parent}` },
  },
  properties: value === undefined ? {} : { 'ladder-answer': value },
});

let projects = 0;

const answering = (id: string): ParentFacts => ({
  id,
  key: `SHOP-${id}`,
  answer: { kind: 'value', value: { why: 'run', state: 'answered' } },
  result: { kind: 'none' },
});

/** Shows the lane of a project of its own, so that no run is left from another test. */
function showLane(issues: readonly JiraIssue[], parents: readonly ParentFacts[] = []) {
  const answered: Answered[] = [];
  const jira = async (
    name: string,
    { body }: { body: { jql: string; maxResults: number; nextPageToken?: string } },
  ) => {
    if (name === 'count') return { count: issues.length };
    if (body.jql.includes('ladderState = "half"')) return { issues: [], isLast: true };
    const first = Number(body.nextPageToken ?? 0);
    const last = first + body.maxResults;
    return {
      issues: issues.slice(first, last),
      ...(last < issues.length ? { nextPageToken: String(last) } : { isLast: true }),
    };
  };
  const goals = [goalViewOf(aGoal())];
  const where = {
    openCalls: () => ({ jira: jira as unknown as JiraCall, leave: () => undefined }),
    projectId: String(++projects),
    zone: 'UTC',
    frame: {
      goals,
      rules: DEFAULT_RULES,
      standardTypeIds: [STORY.id],
      undelivered: { resolutionIds: [], statusIds: [] },
      parents,
    },
  };
  const lane = (frameNow: Frame, covered: number) => (
    <UnansweredLane
      where={where}
      project={project}
      frameNow={frameNow}
      covered={covered}
      onAnswered={(one) => answered.push(one)}
    />
  );
  const project = openedProject({ goals });
  const { rerender } = render(lane(where.frame, 0));
  return {
    answered,
    /** Somebody answers a parent above the lane, which covers that many items. */
    answerParent: (id: string, covers: number) =>
      rerender(lane({ ...where.frame, parents: [...parents, answering(id)] }, covers)),
  };
}

const saveAll = (refuse: (itemId: string) => boolean = () => false) =>
  answerProcedures({
    'answer.save': ({ itemId, answer }) => {
      if (refuse(itemId)) throw new Refusal({ code: 'forbidden', message: 'No.' });
      const kept = keep(answer, { when: 'before', answered: '2026-11-21' });
      const value = writeAnswer(kept);
      return { answer: value, seen: fingerprint(value) ?? '' };
    },
  });

const box = (key: string) => screen.findByRole('checkbox', { name: `Select ${key}` });

test('an empty list says that every item has an answer', async () => {
  showLane([]);
  expect(await screen.findByText('Every open item that is asked has an answer.')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
});

test('items are answered in place, and only the one that failed is tried again', async () => {
  let refused = true;
  saveAll((itemId) => itemId === '2' && refused);
  const { answered } = showLane([issue(1), issue(2), issue(3)]);
  await userEvent.click(await box('SHOP-1'));
  await userEvent.click(await box('SHOP-2'));
  await userEvent.click(screen.getByRole('button', { name: 'Keep it running' }));
  await userEvent.click(screen.getByRole('button', { name: 'Answer 2 items' }));
  const again = await screen.findByRole('button', { name: 'Try 1 again' });
  expect(screen.getByRole('row', { name: /SHOP-1.*Answered/ })).toBeDefined();
  const failed = screen.getByRole('table', { name: 'Not saved' });
  expect(within(failed).getByText('You may not edit it.')).toBeDefined();
  refused = false;
  await userEvent.click(again);
  expect(await screen.findByRole('row', { name: /SHOP-2.*Answered/ })).toBeDefined();
  expect(payloadsOf('answer.save')).toHaveLength(3);
  expect(answered).toEqual([
    { to: 'run', half: false, parentId: null },
    { to: 'run', half: false, parentId: null },
  ]);
});

test('select all reads every page and says what can’t be answered here', async () => {
  const many = Array.from({ length: 120 }, (_, n) => issue(n + 1));
  showLane([...many, issue(121, { v: 9 })]);
  await userEvent.click(await screen.findByRole('button', { name: 'Select all 121' }));
  expect(await screen.findByText('120 selected')).toBeDefined();
  expect(screen.getByText('1 can’t be answered here and is left out.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  expect(await screen.findByText('51 to 100 of 121')).toBeDefined();
  expect(((await box('SHOP-60')) as HTMLInputElement).checked).toBe(true);
});

test('keys act on the row that has the focus, and help lists them', async () => {
  showLane([issue(1), issue(2)]);
  (await box('SHOP-1')).focus();
  await userEvent.keyboard(' j? ');
  expect(screen.getByText('2 selected')).toBeDefined();
  expect(screen.getByRole('region', { name: 'Keys' })).toBeDefined();
  await userEvent.keyboard('a');
  expect(screen.getByText('2 become half: their sentence is still to be written.')).toBeDefined();
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('button', { name: 'Answer 2 items' })).toBeNull();
});

test('an epic that is answered meanwhile marks its items, and they can’t be chosen any more', async () => {
  const { answerParent } = showLane([issue(1, undefined, 90), issue(2, undefined, 91), issue(3)]);
  await userEvent.click(await box('SHOP-1'));
  await userEvent.click(await box('SHOP-2'));
  expect(screen.getByText('2 selected')).toBeDefined();
  answerParent('90', 1);
  expect(screen.getByRole('row', { name: /SHOP-1.*Covered by SHOP-90 now/ })).toBeDefined();
  expect(((await box('SHOP-1')) as HTMLInputElement).disabled).toBe(true);
  expect(screen.getByText('1 selected')).toBeDefined();
  const number = screen.getByRole('link', { name: /^2 open items nobody answers for/ });
  expect(decodeURIComponent(number.getAttribute('href') ?? '')).toContain('parent not in (90)');
});

test('with many answered parents an empty first page is not the end of the list', async () => {
  const parents = Array.from({ length: 501 }, (_, n) => answering(String(1_000 + n)));
  const children = Array.from({ length: 260 }, (_, n) => issue(n + 1, undefined, 1_000 + n));
  showLane([...children, issue(400)], parents);
  expect(await screen.findByText(/the 250 items that were looked at are answered/)).toBeDefined();
  expect(screen.queryByText('Every open item that is asked has an answer.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await box('SHOP-400');
  expect(screen.getByText(/^1 to 1 of/)).toBeDefined();
});

test('the number is no link where its search would be another list', async () => {
  showLane(
    [issue(1)],
    Array.from({ length: 501 }, (_, n) => answering(String(1_000 + n))),
  );
  await box('SHOP-1');
  const number = await screen.findByTitle(/Too many parents carry an answer/);
  expect(number.closest('a')).toBeNull();
});
