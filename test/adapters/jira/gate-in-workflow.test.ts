// One workflow as Jira answers it, and what Jira may say to an update of it.
import { expect, test } from '@jest/globals';
import { MESSAGES } from '../../../src/domain/messages';
import { create, status, workflowOf } from './any-workflow';
import {
  codeOf,
  gateRule,
  placedIn,
  whereOf,
  workflowSite,
  type Rule,
  type Site,
} from './workflow-site';

const SAY = MESSAGES.setup;

const plain = (validators: Rule[] = []): Site => ({
  statuses: ['s1', 's2', 's3'].map(status),
  workflows: [
    {
      id: 'w1',
      name: 'Delivery',
      version: { id: 'v', versionNumber: 4 },
      scope: { type: 'PROJECT' },
      statuses: ['s1', 's2', 's3'].map((one) => ({ statusReference: one, properties: {} })),
      transitions: [
        create,
        {
          id: '21',
          name: 'Start',
          type: 'DIRECTED',
          toStatusReference: 's2',
          links: [{ fromStatusReference: 's1' }, { fromStatusReference: null }],
          validators,
        },
        { id: '31', name: 'Finish', type: 'GLOBAL', toStatusReference: 's3' },
      ],
    },
  ],
});

test('a workflow is shown with the transitions that the gate can stand on, and where each leads', async () => {
  const { workflows, reads } = workflowSite(plain([gateRule()]));
  expect(await workflows.ofProject('1', ['101', '102'])).toEqual([
    {
      id: 'w1',
      name: 'Delivery',
      version: 4,
      shared: false,
      transitions: [
        {
          id: '21',
          name: 'Start',
          from: ['Status s1'],
          to: 'Status s2',
          starts: true,
          placed: true,
        },
        { id: '31', name: 'Finish', from: [], to: 'Status s3', starts: false, placed: false },
      ],
    },
  ]);
  expect(reads).toEqual([
    {
      projectAndIssueTypes: [
        { projectId: '1', issueTypeId: '101' },
        { projectId: '1', issueTypeId: '102' },
      ],
    },
  ]);
});

test('a gate of another app or environment is not this one', async () => {
  const theirs = gateRule({ key: 'ari:cloud:ecosystem::extension/app/other/static/ladder-gate' });
  const { workflows, held } = workflowSite(plain([theirs]));
  const [found] = await workflows.ofProject('1', ['101']);
  expect(found?.transitions[0]?.placed).toBe(false);
  await workflows.place(whereOf(workflowOf(held)), ['21']);
  expect(workflowOf(held).transitions[1]?.validators).toMatchObject([
    theirs,
    { ruleKey: theirs.ruleKey },
  ]);
});

test('a gate that somebody disabled refuses nothing: it is not in place, and is replaced or removed', async () => {
  const off = gateRule({ disabled: 'true' });
  const shown = workflowSite(plain([off]));
  const [found] = await shown.workflows.ofProject('1', ['101']);
  expect(found?.transitions[0]?.placed).toBe(false);
  await shown.workflows.place(whereOf(workflowOf(shown.held)), ['21']);
  expect(workflowOf(shown.held).transitions[1]?.validators).toMatchObject([
    { parameters: { disabled: 'false' } },
  ]);
  const removed = workflowSite(plain([off]));
  await removed.workflows.place(whereOf(workflowOf(removed.held)), []);
  expect(workflowOf(removed.held).transitions[1]?.validators).toEqual([]);
});

test.each([
  [400, 'invalid_input'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [409, 'conflict'],
  [429, 'rate_limited'],
  [500, 'jira_unavailable'],
])(
  'an update that Jira refuses with %s is told as such while the version stands',
  async (refusal, code) => {
    const { workflows, held } = workflowSite(plain(), { status: refusal });
    const told = await codeOf(workflows.place(whereOf(workflowOf(held)), ['21']));
    expect(told).toEqual([code, expect.any(String)]);
    expect(workflowOf(held)).toEqual(workflowOf(plain()));
  },
);

test.each([400, 409, 412])(
  'an update that Jira refuses with %s because somebody was faster is a conflict, and theirs stays',
  async (refusal) => {
    const site = plain();
    const { workflows, held } = workflowSite(site, { status: refusal, overtaken: true });
    const told = await codeOf(workflows.place(whereOf(workflowOf(site)), ['21']));
    expect(told).toEqual(['conflict', SAY.workflowChanged]);
    expect(placedIn(workflowOf(held))).toEqual([]);
  },
);

test('an update whose answer is lost has been made all the same, and is told so', async () => {
  const site = plain([{ ruleKey: 'x' }]);
  const { workflows, held } = workflowSite(site, { status: 504, kept: true });
  expect(await workflows.place(whereOf(workflowOf(site)), ['21'])).toEqual([
    { id: '21', name: 'Start', validators: [{ ruleKey: 'x' }] },
  ]);
  expect(placedIn(workflowOf(held))).toEqual(['21']);
});
