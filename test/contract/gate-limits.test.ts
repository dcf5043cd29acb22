// What the workflow rule in manifest.yml costs, against the limits that Atlassian names. The figures
// stand in docs/decisions/0011-the-gates-expression.md.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse as parseCode } from 'acorn';
import fc from 'fast-check';
import { parse } from 'yaml';
import { GATE_PROPERTY } from '../../src/contract/properties';
import { gateTable } from '../../src/domain/gate';
import { aGoal, someRules } from '../support/builders';
import { asUser, createTestSite, makeIssue } from '../local/jira/support';
import { junk, SAY } from './gate-cases';

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as {
  modules: { 'jira:workflowValidator': { expression: string }[] };
};
const expression = manifest.modules['jira:workflowValidator'][0]?.expression ?? '';

/**
 * Nodes of the tree that acorn (ESTree) makes of the rule; its names and literals; and those of them
 * that stand for a value of their own: not the name after a dot, which belongs to its access.
 */
function sizeOf(source: string) {
  const size = { characters: source.length, nodes: 0, words: 0, values: 0 };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && typeof value.type === 'string') size.nodes += 1;
    if ('type' in value && (value.type === 'Identifier' || value.type === 'Literal')) {
      size.words += 1;
      size.values += 1;
    }
    if ('type' in value && value.type === 'MemberExpression')
      size.values -= 'computed' in value && value.computed === true ? 0 : 1;
    Object.values(value).forEach(visit);
  };
  visit(parseCode(source, { ecmaVersion: 2022 }));
  return size;
}

test('the rule has 918 characters of 1,000 and 285 syntax nodes, 88 of them values', () => {
  expect(sizeOf(expression)).toEqual({ characters: 918, nodes: 285, words: 136, values: 88 });
});

const goals = [aGoal(), aGoal({ id: 'g2' }), aGoal({ id: 'g3' })];
const rules = someRules({ gate: 'block', exemptLabels: ['ops'], exemptTypeIds: ['102'] });
const types = [
  { id: '101', level: 0 },
  { id: '102', level: 0 },
  { id: '103', level: 1 },
];
const TABLE = gateTable({ projectId: '1', rev: 1, goals, agreements: [], rules }, types, SAY);
const whole = { v: 1, why: 'move', state: 'answered', goal: 'g3' };

async function costOf(own: unknown, above: unknown, pass: unknown) {
  const { jira, call } = createTestSite();
  const properties = (answer: unknown) => (answer === undefined ? {} : { 'ladder-answer': answer });
  jira.site.setProjectProperty('1', GATE_PROPERTY, TABLE);
  jira.site.addIssues([
    makeIssue(1, { typeId: '103', properties: properties(above) }),
    makeIssue(2, {
      parentId: '10001',
      labels: ['a', 'b', 'c'],
      properties: { ...properties(own), ...(pass === undefined ? {} : { 'ladder-pass': pass }) },
    }),
  ]);
  const answer = await call(asUser('dev'), 'POST', '/expression/evaluate?expand=meta.complexity', {
    expression,
    context: { issue: { key: 'SHOP-2' }, project: { key: 'SHOP' } },
  });
  expect(answer.status).toBe(200);
  const { value, meta } = answer.json as {
    value: unknown;
    meta: { complexity: Record<'steps' | 'expensiveOperations', { value: number }> };
  };
  const { steps, expensiveOperations } = meta.complexity;
  return { value, loads: expensiveOperations.value, steps: steps.value };
}

test('the rule loads data six times of ten: table, answer, pass, labels, the parent and its answer', async () => {
  const { value, loads, steps } = await costOf({ ...whole, goal: 'g9' }, whole, { v: 1 });
  expect({ value, loads }).toEqual({ value: true, loads: 6 });
  expect(steps).toBeLessThan(300);
  expect(await costOf(undefined, undefined, undefined)).toMatchObject({ value: 'none', loads: 6 });
});

test('whatever stands in the properties, the rule loads no more and answers', async () => {
  await fc.assert(
    fc.asyncProperty(junk, junk, junk, async (own, above, pass) => {
      const { value, loads } = await costOf(own, above, pass);
      expect({ value, loads }).toEqual({ value: 'none', loads: 6 });
    }),
    { numRuns: 30 },
  );
});
