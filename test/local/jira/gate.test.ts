import { expect, test } from '@jest/globals';
import { as, asUser, createTestSite, makeIssue } from './support';

const RULE = `let gate = project.properties['gate'];
  let own = issue.properties['answer'];
  let above = issue.parent == null ? null : issue.parent.properties['answer'];
  gate == null || gate.on != true || gate.types.includes(issue.issueType.id) ? true
  : [own, above].some(a => a != null && a.goal != null) ? true : gate.say`;

function gated(expression = RULE) {
  const validator = {
    key: 'gate',
    name: 'Gate',
    expression,
    errorMessage: 'The gate failed.',
    projectTypes: ['company-managed', 'team-managed'],
  };
  const site = createTestSite({ app: { validators: [validator] } });
  site.jira.site.addIssues([
    makeIssue(1, { typeId: '103' }),
    makeIssue(2, { parentId: '10001' }),
    makeIssue(3, { typeId: '102' }),
  ]);
  site.jira.site.setProjectProperty('1', 'gate', { on: true, types: [102], say: 'Say why first.' });
  const start = (key: string, id = '21') =>
    site.call(as('dev'), 'POST', `/issue/${key}/transitions`, { transition: { id } });
  return { ...site, start };
}

test('a refusal shows the sentence of the expression and leaves the issue where it was', async () => {
  const { start, call } = gated();
  expect(await start('SHOP-2')).toMatchObject({
    status: 400,
    json: { errorMessages: ['Say why first.'], errors: {} },
  });
  const read = await call(as('dev'), 'GET', '/issue/SHOP-2?fields=status');
  expect(read.json).toMatchObject({ fields: { status: { name: 'To Do' } } });
});

test("an exempt type, an own answer and a parent's answer pass", async () => {
  const { start, call } = gated();
  expect((await start('SHOP-3')).status).toBe(204);
  await call(asUser('dev'), 'PUT', '/issue/SHOP-1/properties/answer', { goal: 'G1' });
  expect((await start('SHOP-2')).status).toBe(204);
  expect((await start('SHOP-1')).status).toBe(204);
});

test('only moves into In Progress are checked, and only where the rule is placed', async () => {
  const { start, jira } = gated();
  expect((await start('SHOP-2', '31')).status).toBe(204);
  expect((await start('SHOP-2')).status).toBe(400);
  jira.setGate('1', false);
  expect(jira.gatePlaced('1')).toBe(false);
  expect((await start('SHOP-2')).status).toBe(204);
});

test.each([
  ["issue.properties['answer'].goal != null", "Cannot access property 'goal' of null."],
  ['1 + 1', 'The value is Number, not Boolean.'],
  ['issue.colour == null', "Unrecognized property 'colour' of Issue."],
])(
  'the failing rule %s refuses with the message of the module and is reported',
  async (rule, why) => {
    const { start, jira } = gated(rule);
    expect((await start('SHOP-2')).json).toMatchObject({ errorMessages: ['The gate failed.'] });
    expect(jira.failedExpressions()).toEqual([
      expect.objectContaining({ moduleKey: 'gate', issueId: '10002', reason: why }),
    ]);
  },
);

test('false refuses without being a failure', async () => {
  const { start, jira } = gated('false');
  expect((await start('SHOP-2')).status).toBe(400);
  expect(jira.failedExpressions()).toEqual([]);
});
