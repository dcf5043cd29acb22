// Hostile texts on the pages: they are drawn, no element is born from them, and nothing runs. The browser's own word on it is test/e2e/hostile-texts.spec.ts.
import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { DEFAULT_RULES } from '../../src/domain/rules';
import { resetBridge } from '../support/bridge';
import type { JiraIssue } from '../../src/adapters/jira/endpoints';
import { showItem } from './item/page';
import { showPage } from './project/frame';
import { aGoal, goalViewOf, openedProject } from './project/opened';
import { answer, finished } from './project/site';
import { showSettings } from './settings/page';
import { aSetup, aTransition, aWorkflow } from './settings/setup-answers';
import { anIssue, checkout, fullAnswer, openItem, openProject } from './support/shop';
import { ALL, unharmed } from './support/unharmed';

beforeEach(resetBridge);

const ANSWERS = {
  'decisions.list': () => ({ decisions: [], next: null }),
  'decisionDraft.open': () => ({ draft: null }),
  'results.read': () => [],
  'results.unwritten': () => ({ itemIds: [] }),
  'passes.read': () => ({ passes: [] }),
  'acts.list': () => ({ acts: [], next: null }),
  'digest.mine': () => ({ off: false }),
};

/** As much of them as a field holds, beginning anywhere. */
const part = (from: number, length: number): string =>
  `${ALL} ${ALL}`.slice(from, from + length).trim();
const goalWith = (from: number) => ({
  ...checkout,
  achieve: part(from, 300),
  by: part(from + 300, 300),
  metric: part(from + 600, 100),
});
const parent = { id: '9', key: 'SHOP-9', summary: ALL, answer: ALL, result: ALL };
function itemWith(property: unknown): JiraIssue {
  const one = anIssue({ properties: { 'ladder-answer': property }, labels: [ALL], parent: '9' });
  return { ...one, fields: { ...one.fields, summary: ALL } };
}

test('the panel shows the texts of an item, its goal and its parent as texts', async () => {
  for (let from = 0; from < ALL.length; from += 1_400) {
    cleanup();
    resetBridge();
    const sentence = { by: part(from, 700), expect: part(from + 700, 700) };
    const short = { measure: part(from, 300), whom: part(from, 300), because: part(from, 300) };
    showItem([itemWith({ ...fullAnswer, ...sentence, ...short })], {
      'item.open': () => openItem({ goals: [goalWith(from)], parent }),
    });
    await unharmed(sentence.by.slice(0, 20));
  }
});

test('the panel shows what cannot be read as the text that it is', async () => {
  showItem([itemWith({ v: 1, why: ALL, more: ALL })], {
    'item.open': () => openItem({ goals: [goalWith(0)], parent }),
  });
  await unharmed();
});

test.each(['outcome', 'backlog', 'results', 'kill', 'goals'])(
  'the tab %s of the project page shows hostile texts as texts',
  async (tab) => {
    const goal = aGoal({ achieve: ALL, by: ALL, metric: ALL, unit: part(0, 20) });
    const properties = answer('g1', { by: part(0, 900), expect: part(900, 900) });
    const one = finished({ n: 1, at: '2026-09-10T10:00:00.000+0000', properties });
    const { fields } = one;
    if (!fields) throw new Error('an item without fields');
    const item = { ...one, fields: { ...fields, summary: ALL, labels: [ALL] } };
    showPage({
      project: openedProject({
        goals: [goalViewOf(goal, [{ day: '2026-10-01', value: 2.3 }])],
        rules: {
          ...DEFAULT_RULES,
          streams: [{ id: 's1', name: ALL, clause: 'labels = a' }],
          forum: { ...DEFAULT_RULES.forum, name: ALL },
        },
      }),
      finished: [item],
      candidates: [item],
      openParents: [item],
      started: [item],
      components: [{ id: '1', name: ALL }],
      search: `?tab=${tab}&from=2026-08-01&to=2026-10-31`,
      procedures: ANSWERS,
    });
    await unharmed();
  },
);

/** What Jira calls things, and people. */
const named = (id: string) => ({ id, name: ALL });
const NAMED = {
  '/rest/api/3/issuetype/project': [{ ...named('1'), hierarchyLevel: 0 }],
  '/rest/api/3/project/10000/statuses': [
    {
      ...{ ...named('1'), self: 'https://shop.example/type/1', subtask: false },
      statuses: [{ ...named('5'), statusCategory: { key: 'done' } }],
    },
  ],
  '/rest/api/3/resolution/search': { isLast: true, values: [named('7')] },
  '/rest/api/3/user/bulk': { values: [{ accountId: 'po', displayName: ALL }] },
  '/rest/api/3/project/10000/component': { isLast: true, values: [named('21')] },
};

test('the settings show goals, rules and what Jira calls things as texts', async () => {
  const rules = {
    ...DEFAULT_RULES,
    exemptLabels: [part(0, 200), part(200, 200)],
    streams: [{ id: 's1', name: part(0, 60), clause: 'labels = "a<b>"' }],
    forum: { ...DEFAULT_RULES.forum, name: part(0, 100), memberIds: ['po'] },
  };
  const transitions = [aTransition({ name: ALL, from: [ALL], to: ALL })];
  const workflows = [aWorkflow([], { name: ALL, transitions })];
  showSettings(
    {
      'settings.open': () => openProject({ goals: [goalWith(0)], rules }),
      'setup.look': () => aSetup({ gate: { known: true, workflows } }),
    },
    NAMED,
  );
  await unharmed();
  await screen.findByDisplayValue(rules.forum.name);
  await screen.findByDisplayValue(rules.streams[0]?.name ?? '');
  await unharmed(ALL);
  expect(document.body.textContent.split(ALL).length).toBeGreaterThan(4);
});
