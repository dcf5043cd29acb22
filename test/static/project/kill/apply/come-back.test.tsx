import { beforeEach, expect, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import type { DecisionView } from '../../../../../src/contract/decision-procedures';
import type { Input, Output } from '../../../../../src/contract/procedures';
import type { Decided } from '../../../../../src/domain/decision';
import { answerBridge, resetBridge } from '../../../../support/bridge';
import { answerJira, NOBODY, payloadsOf } from '../../../support/app';
import { pass, standingTimers } from '../../../support/timers';
import { candidate, NOW } from '../items';
import { showKill } from '../site';
import { decided, draftEntry, viewOf } from './decisions';

standingTimers(NOW);
beforeEach(resetBridge);

const DONE = { id: '13', name: 'Won’t Do', statusCategory: { key: 'done' } };
const TO_DO = { id: '1', name: 'To Do', statusCategory: { key: 'new' } };
const begun = decided({ by: 'ann', at: NOW - 3_000, wasIn: '1' });

/** The page is opened three seconds after a kill was begun in one that was closed. */
function comeBack(given: { isClosed: boolean; by?: string; state?: 'open' | 'failed' }) {
  const { by = 'ann', state = 'open' } = given;
  const jira = { isClosed: given.isClosed };
  answerBridge('getContext', () => ({
    moduleKey: 'ladder-page',
    accountId: 'ann',
    siteUrl: 'https://shop.example',
    extension: {},
  }));
  const intent: { id: string; decided: Decided } = { id: 'i1', decided: { ...begun, by } };
  const entry = draftEntry('2');
  const shown = showKill({
    issues: [candidate(1)],
    draft: {
      at: 5,
      entries: [{ ...entry, seen: { ...entry.seen, statusId: '1' }, state }],
    },
    records: [viewOf('2', { rev: 1, now: null, intent })],
    handlers: {
      'decision.finish': () => viewOf('2', { rev: 2, now: begun }),
      'decision.drop': ({ itemId }: Input<'decision.drop'>): Output<'decision.drop'> =>
        viewOf(itemId, { rev: 2, now: null }) satisfies DecisionView,
    },
  });
  const asked: string[] = [];
  answerJira((url, method) => {
    const path = url.pathname.replace('/rest/api/3/', '');
    asked.push(path);
    if (path === 'user/bulk') return NOBODY;
    if (path === 'issue/2') {
      const status = jira.isClosed ? DONE : TO_DO;
      const fields = { status, resolution: null, project: { id: '10', key: 'SHOP' } };
      return { body: { id: '2', key: 'SHOP-2', fields } };
    }
    if (path === 'changelog/bulkfetch') {
      const created = new Date(NOW - 1_000).toISOString().replace('Z', '+0000');
      const changeHistories = [{ id: '1', created, author: { accountId: 'ann' }, items: [] }];
      return { body: { issueChangeLogs: [{ issueId: '2', changeHistories }] } };
    }
    if (path === 'issue/2/comment')
      return method === 'POST' ? { status: 201, body: { id: '1' } } : { body: { comments: [] } };
    return null;
  });
  return { ...shown, asked, jira };
}

const drafts = () => screen.queryByRole('list', { name: 'Decisions that are not applied yet' });
const text = () => document.body.textContent;

test('a kill that was begun and closed in Jira is looked at at once, offers no undo, and is recorded', async () => {
  const { asked } = comeBack({ isClosed: true });
  await pass(100);
  expect(asked).toContain('issue/2');
  expect(drafts()).toBeNull();
  expect(screen.queryByRole('button', { name: /Undo the decision/ })).toBeNull();
  expect(text()).toContain('it is closed in Jira, and Ladder records it in a moment');
  expect(text()).not.toContain('Nothing has happened to these items yet');
  expect(payloadsOf('decision.finish')).toEqual([]);
  await pass(30_000);
  expect(payloadsOf('decision.finish')).toEqual([{ itemId: '2', intent: 'i1' }]);
  expect(text()).toContain('1 applied');
  expect(screen.getByRole('button', { name: 'Take back 1' })).toBeTruthy();
});

test('a kill that was begun and never reached Jira comes back to the draft', async () => {
  comeBack({ isClosed: false, state: 'failed' });
  await pass(100);
  expect(text()).toContain('it is still open in Jira');
  expect(screen.queryByRole('button', { name: 'Try 1 again' })).toBeNull();
  await pass(120_000);
  expect(payloadsOf('decision.drop')).toEqual([{ itemId: '2', intent: 'i1' }]);
  expect(screen.getByRole('button', { name: 'Try 1 again' })).toBeTruthy();
});

test('what is closed between two looks is recorded, not given up', async () => {
  const { jira } = comeBack({ isClosed: false });
  await pass(100);
  expect(text()).toContain('it is still open in Jira');
  jira.isClosed = true;
  await pass(30_000);
  expect(payloadsOf('decision.finish')).toHaveLength(1);
  expect(payloadsOf('decision.drop')).toEqual([]);
});

test('somebody else’s begun kill leaves one’s own draft as it is', async () => {
  const { asked } = comeBack({ isClosed: false, by: 'bob' });
  await pass(100);
  expect(asked).not.toContain('issue/2');
  fireEvent.click(screen.getByRole('button', { name: 'Undo the decision about SHOP-2' }));
  await pass(100);
  expect(drafts()).toBeNull();
});

test('before it is known what was begun nothing can be undone or applied', async () => {
  comeBack({ isClosed: true });
  for (const name of ['Undo the decision about SHOP-2', /^Apply 1/]) {
    const button = screen.queryByRole<HTMLButtonElement>('button', { name });
    expect(button?.disabled ?? true).toBe(true);
  }
});
