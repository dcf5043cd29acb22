// Hostile texts in what people said of their work, and in the names that Jira has for things and people:
// all of them at once in each field. Longer than any border takes, as a record could be that somebody else wrote.
import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { GoalsTab } from '../../static/src/surfaces/project/goals/goals-tab';
import { resetBridge } from '../support/bridge';
import { aReading } from '../support/readings';
import { nowhere } from './goals/nowhere';
import { showItem } from './item/page';
import { aDecided, aRecord, candidate } from './project/kill/items';
import { showKill } from './project/kill/site';
import { aView, bet, showResults } from './project/results/site';
import { answerJira, answerProcedures, show } from './support/app';
import { anIssue, checkout, fullAnswer, openItem, openProject } from './support/shop';
import { ALL, unharmed } from './support/unharmed';

beforeEach(resetBridge);

const nothing = (): void => undefined;
const times = (of = ALL): number => document.body.textContent.split(of).length - 1;
/** People whom Jira calls so. */
const namedSo = (...accounts: string[]) =>
  answerJira(({ pathname }) =>
    pathname === '/rest/api/3/user/bulk'
      ? { body: { values: accounts.map((accountId) => ({ accountId, displayName: ALL })) } }
      : null,
  );

const old = candidate(1, { reporter: ALL, parent: 9 });
const item = {
  ...old,
  fields: {
    ...old.fields,
    summary: ALL,
    labels: [ALL],
    issuetype: { id: '10001', name: ALL, hierarchyLevel: 0 },
    status: { id: '1', name: ALL, statusCategory: { key: 'new' } },
    parent: { id: '9', key: 'SHOP-9', fields: { summary: ALL } },
  },
} as typeof old;
const forum = { forum: { ...DEFAULT_RULES.forum, name: ALL, memberIds: ['a1'] } };
const decided = aDecided({ reason: ALL, forum: ALL });
const record = aRecord('1', {
  now: decided,
  past: [{ decided: { ...decided, at: 1 }, ended: { how: 'undone', by: 'a2', at: 0 } }],
});
const act = {
  ...{ id: 'act-1', subject: '1', kind: ALL, by: 'a1', at: 0 },
  ...{ before: { reason: ALL }, after: { reason: ALL, [ALL]: ALL } },
};

test.each([
  ['list', undefined],
  ['meeting', 'meeting'],
  ['record', 'decided'],
  ['acts', 'acts'],
] as const)('decisions, the forum and items in the %s of the kill list', async (_what, view) => {
  showKill({
    ...{ issues: [item], records: [record] },
    project: { rules: { ...DEFAULT_RULES, ...forum } },
    handlers: { 'acts.list': () => ({ acts: [act], next: null }) },
    ...(view && { view }),
  });
  namedSo('a1', 'a2');
  await unharmed();
});

test('notes of results, and why one was put off', async () => {
  const said = {
    result: 'flat',
    evidence: 'judged',
    at: '2026-11-15',
    note: ALL,
    by: 'a1',
  } as const;
  const due = bet(1, '2026-11-10');
  const given = bet(2, '2026-11-10', { result: 'flat' });
  for (const one of [due, given]) if (one.fields) one.fields.summary = ALL;
  const later = {
    ...{ from: '2026-11-01', to: '2026-11-10', at: '2026-11-01', by: 'a1' },
    ...{ delivered: true, written: true, note: ALL },
  };
  showResults({
    issues: [due, given],
    views: [aView('1', { later: [later] }), aView('2', { given: said, earlier: [said] })],
  });
  await unharmed();
  expect(times()).toBeGreaterThan(2);
});

test('the panel shows the note of a result, why an item could start, and who said so', async () => {
  const said = {
    result: 'flat',
    evidence: 'judged',
    at: '2026-11-15',
    note: ALL,
    by: 'u2',
  } as const;
  const view = { itemId: '10001', rev: 1, given: said, written: true, earlier: [said], later: [] };
  const pass = {
    ...{ itemId: '10001', until: '2026-11-27', untilAt: Date.parse('2026-11-27T00:00:00Z') },
    ...{ reason: ALL, by: 'u2', at: 0, withdrawn: false, written: true },
  };
  const done = anIssue({ status: 'done', properties: { 'ladder-answer': fullAnswer } });
  showItem([done], { 'item.open': () => openItem({ result: view, pass }) });
  await unharmed();
});

test('the panel shows why an item without an answer could start', async () => {
  const pass = {
    ...{ itemId: '10001', until: '2026-11-27', untilAt: Date.parse('2026-11-27T00:00:00Z') },
    ...{ reason: ALL, by: 'u2', at: 0, withdrawn: false, written: true },
  };
  showItem([anIssue()], {
    'item.open': () => openItem({ pass, rules: { ...DEFAULT_RULES, gate: 'block' } }),
  });
  await unharmed();
});

test('notes of readings, the people of an agreement and what they say of it', async () => {
  const reading = aReading({ goalId: 'g1', day: '2026-11-03', value: 2.3, note: ALL, by: 'u2' });
  const goal = { ...checkout, unit: ALL, ownerAccountId: 'u2', readings: [reading] };
  const quarter = { firstDay: '2026-10-01', lastDay: '2026-12-31', agreedOn: '2026-09-28' };
  const agreements = [{ id: 'a1', ...quarter, personIds: ['me', 'u2'] }];
  const opened = openProject({ goals: [goal], agreements });
  const signature = { accountId: 'u2', says: 'signed' as const, wording: 'x', at: 0, note: ALL };
  answerProcedures({ 'signatures.read': () => ({ signatures: [signature], mine: 'me' }) });
  namedSo('me', 'u2');
  show(<GoalsTab where={nowhere(opened)} project={opened} projectKey={ALL} onProject={nothing} />);
  await screen.findByRole('list', { name: 'Signatures' });
  await unharmed();
  expect(times()).toBeGreaterThan(3);
});
