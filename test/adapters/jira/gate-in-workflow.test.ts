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
      editable: true,
      transitions: [
        {
          id: '21',
          name: 'Start',
          from: ['Status s1'],
          to: 'Status s2',
          starts: true,
          creates: false,
          placed: true,
        },
        {
          id: '31',
          name: 'Finish',
          from: [],
          to: 'Status s3',
          starts: false,
          creates: false,
          placed: false,
        },
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

/** The plain site with its workflow or the transition "Start" changed. */
function changed(more: { workflow?: object; create?: object; start?: object }): Site {
  const site = plain();
  return {
    ...site,
    workflows: site.workflows.map((workflow) => ({
      ...workflow,
      ...more.workflow,
      transitions: workflow.transitions.map((one) => ({
        ...one,
        ...(one.id === '1' ? more.create : one.id === '21' ? more.start : {}),
      })),
    })),
  };
}

test('a gate on the transition that creates items is told, taken off, and never put there', async () => {
  const { workflows, held } = workflowSite(changed({ create: { validators: [gateRule()] } }));
  const [found] = await workflows.ofProject('1', ['101']);
  expect(found?.transitions[0]).toMatchObject({
    id: '1',
    creates: true,
    starts: false,
    placed: true,
  });
  // What the page shows as it is stays as it is.
  await workflows.place(whereOf(workflowOf(held)), ['1', '21']);
  expect(placedIn(workflowOf(held))).toEqual(['1', '21']);
  await workflows.place(whereOf(workflowOf(held)), ['21']);
  expect(placedIn(workflowOf(held))).toEqual(['21']);
  expect((await workflows.ofProject('1', ['101']))[0]?.transitions[0]?.id).toBe('21');
});

test('a move inside work starts nothing; one from outside or from anywhere does', async () => {
  const startsFrom = async (links: object[]) => {
    const { workflows } = workflowSite(changed({ start: { links } }));
    return (await workflows.ofProject('1', ['101']))[0]?.transitions[0]?.starts;
  };
  expect(await startsFrom([{ fromStatusReference: 's2' }])).toBe(false);
  expect(await startsFrom([{ fromStatusReference: 's2' }, { fromStatusReference: 's3' }])).toBe(
    true,
  );
  expect(await startsFrom([])).toBe(true);
});

test.each([{ isEditable: false }, { taskId: '77' }])(
  'a workflow that Jira lets nobody change now (%j) is told so and not written',
  async (workflow) => {
    const { workflows, held, updates } = workflowSite(changed({ workflow }));
    expect(await workflows.ofProject('1', ['101'])).toMatchObject([{ editable: false }]);
    const told = await codeOf(workflows.place(whereOf(workflowOf(held)), ['21']));
    expect(told).toEqual(['invalid_input', SAY.workflowFixed]);
    expect(updates).toEqual([]);
  },
);

test.each([
  { start: { from: ['10000'], to: '10001' } },
  { start: { toStatusReference: null } },
  { start: { links: [] } },
  { workflow: { approvals: ['new of Jira'] } },
])('a workflow of which parts would be lost (%j) is not written', async (more) => {
  const { workflows, held, updates } = workflowSite(changed(more));
  const told = await codeOf(workflows.place(whereOf(workflowOf(held)), ['21']));
  expect(told).toEqual(['limit_reached', SAY.workflowUnknown]);
  expect(updates).toEqual([]);
});
