// The workflow rule in manifest.yml and the domain's own verdict, on the same items.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { evaluateExpression } from '../../local/jira/expression/evaluate';
import { fromJson } from '../../local/jira/expression/values';
import { writeAnswer } from '../../src/contract/properties';
import { gateTable, gateVerdict } from '../../src/domain/gate';
import { valueOf, type ItemFacts, type ParentFacts } from '../../src/domain/item';
import type { ProjectSettings } from '../../src/domain/rules';
import { anyFrame, anyItem, NOW } from '../support/arbitraries';
import { aGoal, anAnswer, anItem, aParent, someRules, value } from '../support/builders';

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as {
  modules: { 'jira:workflowValidator': { expression: string }[] };
};
const expression = manifest.modules['jira:workflowValidator'][0]?.expression ?? '';
const TYPES = [
  { id: '1', level: 0 },
  { id: '2', level: 0 },
  { id: '3', level: 0 },
  { id: '4', level: -1 },
  { id: '5', level: 1 },
];
const SAY = { none: 'none', half: 'half', goal: 'goal' };

const answerOf = (thing: ItemFacts | ParentFacts) => {
  const answer = valueOf(thing.answer);
  return answer ? { 'ladder-answer': writeAnswer(answer) } : {};
};

function evaluate(
  item: ItemFacts,
  parent: ParentFacts | null,
  properties: Record<string, unknown>,
  pass?: unknown,
) {
  return evaluateExpression(expression, {
    names: {
      project: fromJson({ key: 'SHOP', properties }),
      issue: fromJson({
        issueType: { id: Number(item.typeId) },
        labels: [...item.labels],
        properties: { ...answerOf(item), ...(pass === undefined ? {} : { 'ladder-pass': pass }) },
        parent: parent && { key: parent.key, properties: answerOf(parent) },
      }),
    },
    now: NOW,
    zone: 'UTC',
  });
}

test('the rule passes exactly what the domain passes, and says what the domain says', () => {
  fc.assert(
    fc.property(
      anyItem,
      anyFrame,
      fc.constantFrom('off' as const, 'warn' as const, 'block' as const),
      fc.constantFrom(null, NOW - 1, NOW + 1),
      (item, frame, gate, untilAt) => {
        const settings: ProjectSettings = {
          projectId: '100',
          rev: 1,
          goals: [...frame.goals],
          rules: { ...frame.rules, gate },
        };
        const parent = frame.parents.find(({ id }) => id === item.parentId) ?? null;
        const table = gateTable(settings, TYPES, SAY);
        const pass = untilAt === null ? undefined : { v: 1, until: '2026-01-01', untilAt };
        const { value } = evaluate(item, parent, { 'ladder-gate': table }, pass);
        const verdict = gateVerdict(item, parent, settings, NOW, untilAt);
        expect(value === true ? 'pass' : value).toBe(verdict);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a parent of another project does not speak for the item', () => {
  const settings: ProjectSettings = {
    projectId: '100',
    rev: 1,
    goals: [aGoal()],
    rules: someRules({ gate: 'block' }),
  };
  const table = { 'ladder-gate': gateTable(settings, TYPES, SAY) };
  const answer = value(anAnswer({ why: 'run' }));
  expect(evaluate(anItem(), aParent({ key: 'SHOP-900', answer }), table).value).toBe(true);
  expect(evaluate(anItem(), aParent({ key: 'LAB-7', answer }), table).value).toBe('none');
});

test('the rule opens when a project has no settings', () => {
  fc.assert(
    fc.property(anyItem, (item) => {
      expect(evaluate(item, null, {}).value).toBe(true);
    }),
  );
});

test('the rule stays inside the limits of Jira expressions', () => {
  fc.assert(
    fc.property(anyItem, anyFrame, (item, frame) => {
      const settings: ProjectSettings = {
        projectId: '100',
        rev: 1,
        goals: [...frame.goals],
        rules: { ...frame.rules, gate: 'block' },
      };
      const table = gateTable(settings, TYPES, SAY);
      const { complexity } = evaluate(item, frame.parents[0] ?? null, { 'ladder-gate': table });
      expect(complexity.characters).toBeLessThan(1_000);
      expect(complexity.expensiveOperations).toBeLessThanOrEqual(5);
      expect(complexity.steps).toBeLessThan(1_000);
    }),
  );
});
