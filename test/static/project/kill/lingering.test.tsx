import { beforeEach, expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JiraIssue } from '../../../../src/adapters/jira/answers';
import { CallError } from '../../../../static/src/forge';
import { resetBridge } from '../../../support/bridge';
import { payloadsOf } from '../../support/app';
import { EPIC } from '../site';
import { aDecided, aRecord, candidate } from './items';
import { showKill, type Call, type KillSite } from './site';

beforeEach(resetBridge);

/** An open parent, so many days old, that nothing flags. */
const epic = (n: number, age: number): JiraIssue => {
  const issue = candidate(n, { age, properties: { 'ladder-flag': undefined } });
  return { ...issue, fields: { ...issue.fields, issuetype: EPIC, summary: `Epic ${n}` } };
};

const EPICS = [epic(90, 800), epic(91, 400)];

/** A project with these parents; five open children each, two finished lately. */
function showParents(parents: readonly JiraIssue[], more: Partial<KillSite> = {}) {
  const jqlOf = ({ body }: Call) => (body as { jql: string }).jql;
  const isAboutParents = (jql: string): boolean => jql.includes(`type in (${EPIC.id})`);
  return showKill({
    issues: [],
    aboveTypeIds: [EPIC.id],
    ...more,
    jira: {
      search: (call) => {
        const jql = jqlOf(call);
        if (isAboutParents(jql)) return { issues: parents, isLast: true };
        return { issues: [], isLast: true };
      },
      bulkFetch: ({ body }) => {
        const { issueIdsOrKeys } = body as { issueIdsOrKeys: string[] };
        return { issues: parents.filter(({ id }) => issueIdsOrKeys.includes(id)) };
      },
      count: (call) => {
        const jql = jqlOf(call);
        if (isAboutParents(jql)) return { count: parents.length };
        return { count: jql.includes('statusCategory != Done') ? 5 : 2 };
      },
      getIssue: ({ params }) => parents.find(({ id }) => id === params.issueIdOrKey),
      ...more.jira,
    },
  });
}

const list = () => screen.findByRole('list', { name: 'Parents without an answer' });
const rowOf = async (key: string): Promise<HTMLElement> => {
  const row = (await within(await list()).findByText(key, { selector: 'span' })).closest('li');
  if (!row) throw new Error('No row');
  return row;
};

test('parents are shown with their open children and what was finished lately', async () => {
  showParents(EPICS);
  const first = await rowOf('SHOP-90');
  await waitFor(() => expect(first.textContent).toContain('5 open children'));
  expect(first.textContent).toContain('2 finished in the last 30 days');
  expect(first.textContent).toContain('Open 800 days');
  expect(document.body.textContent).toContain('2 parents go on without an answer.');
});

test('a parent is decided on like an item, and says so until it is undone', async () => {
  const user = userEvent.setup();
  const { kept } = showParents(EPICS);
  (await screen.findByRole('button', { name: 'Park SHOP-90' })).focus();
  await user.keyboard('k');
  expect(screen.getByText(/its open children stay open/)).toBeDefined();
  await user.keyboard('1{Enter}');
  const row = await rowOf('SHOP-90');
  expect(row.textContent).toContain('Decided here: Kill');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Kill SHOP-91');
  await waitFor(() => expect(kept.draft?.entries).toHaveLength(1));
  expect(kept.draft?.entries[0]).toMatchObject({
    itemId: '90',
    seen: { statusId: '1', flag: null, answer: null, rev: 0 },
    decision: { kind: 'kill' },
  });
  const drafts = screen.getByRole('list', { name: 'Decisions that are not applied yet' });
  await waitFor(() => expect(drafts.textContent).toContain('Epic 90'));
  await user.click(within(row).getByRole('button', { name: /^Undo/ }));
  expect(await screen.findByRole('button', { name: 'Kill SHOP-90' })).toBeDefined();
});

test('a parent is answered in place and the answer is recorded', async () => {
  const user = userEvent.setup();
  showParents(EPICS);
  await user.click(await screen.findByRole('button', { name: 'Answer SHOP-90' }));
  await user.keyboard('r');
  await user.click(await screen.findByRole('button', { name: 'Keep it running' }));
  const row = await rowOf('SHOP-90');
  await waitFor(() => expect(row.textContent).toContain('SHOP-90 is fixed: Answered.'));
  expect(payloadsOf('answer.save')).toMatchObject([{ itemId: '90', answer: { why: 'run' } }]);
  expect(payloadsOf('decision.begin')).toMatchObject([
    { itemId: '90', decision: { kind: 'fix', fix: 'answer' } },
  ]);
  expect(within(row).queryByRole('button', { name: 'Kill SHOP-90' })).toBeNull();
});

test('who may not decide finds the way to the answer, and a locked parent says so', async () => {
  const may = { administer: false, decide: false, report: [] };
  const first = showParents(EPICS, { project: { may } });
  expect(await screen.findByRole('link', { name: 'Answer SHOP-90' })).toBeDefined();
  first.unmount();
  showParents(EPICS, { locked: ['90'] });
  const row = await rowOf('SHOP-90');
  expect(await screen.findByRole('button', { name: 'Kill SHOP-91' })).toBeDefined();
  expect(row.textContent).toContain('neither edit nor transition');
});

test('what was decided before stands in the row', async () => {
  const now = aDecided({ kind: 'park', until: '2027-01-01' });
  showParents(EPICS, { records: [aRecord('90', { now })] });
  const row = await rowOf('SHOP-90');
  await waitFor(() => expect(row.textContent).toContain('Park until Jan 1, 2027'));
  expect(within(row).queryByRole('button', { name: 'Kill SHOP-90' })).toBeNull();
});

test('without such parents it says so, and parents that can’t be read are read again', async () => {
  const user = userEvent.setup();
  const first = showParents([]);
  expect(await screen.findByText('Every parent that old has an answer of its own.')).toBeDefined();
  first.unmount();
  let broken = true;
  showParents(EPICS, {
    jira: {
      search: ({ body }) => {
        const isParents = (body as { jql: string }).jql.includes(EPIC.id);
        if (broken && isParents) throw new CallError('jira_unavailable', 'Jira did not answer.');
        return { issues: isParents ? EPICS : [], isLast: true };
      },
    },
  });
  expect(await screen.findByText('The parents could not be read')).toBeDefined();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('SHOP-90')).toBeDefined();
});
