// The workflow rule in manifest.yml and the domain's own verdict, on the same items.
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { evaluateExpression } from '../../local/jira/expression/evaluate';
import { fromJson } from '../../local/jira/expression/values';
import { gateTable, gateVerdict } from '../../src/domain/gate';
import { valueOf, type Read } from '../../src/domain/item';
import { NOW } from '../support/arbitraries';
import { aGoal, someRules } from '../support/builders';
import {
  anyCase,
  factsOfCase,
  junk,
  SAY,
  TYPES,
  type GateCase,
  type Properties,
  type RawItem,
} from './gate-cases';

const manifest = parse(readFileSync('manifest.yml', 'utf8')) as {
  modules: { 'jira:workflowValidator': { expression: string }[] };
};
const expression = manifest.modules['jira:workflowValidator'][0]?.expression ?? '';
const CASES = 10_000;

/** What the rule answers: `pass`, or the sentence with which it refuses. */
function ruleSays(item: RawItem, table: unknown, now: number): unknown {
  const { typeId, ...rest } = item;
  const project = { key: 'SHOP', properties: { 'ladder-gate': table } };
  const { value } = evaluateExpression(expression, {
    names: {
      project: fromJson(project),
      issue: fromJson({ ...rest, issueType: { id: Number(typeId) } }),
    },
    now,
    zone: 'UTC',
  });
  return value === true ? 'pass' : value;
}

const verdictOf = ({ item: raw, settings, now }: GateCase) => {
  const { item, parent } = factsOfCase(raw);
  return gateVerdict(item, parent, settings, now, valueOf(item.pass)?.untilAt ?? null);
};

/** A value of our version that says of itself what the app can't find in it. */
function claim(read: Read<unknown>, raw: unknown): Record<string, unknown> | null {
  if (read.kind !== 'unreadable' || typeof raw !== 'object' || raw === null) return null;
  return 'v' in raw && raw.v === 1 ? { ...raw } : null;
}

/**
 * The verdict when what is written by hand is taken at its word. The rule cannot check more than the
 * version of a property: a whole answer needs a schema, which is more than an expression may hold.
 */
function verdictByClaims({ item: raw, settings, now }: GateCase) {
  const { item, parent } = factsOfCase(raw);
  const answer = <T extends Read<unknown>>(read: T, { 'ladder-answer': value }: Properties): T => {
    const said = claim(read, value);
    const known = said?.['state'] === 'answered' || said?.['state'] === 'half';
    return known ? ({ kind: 'value', value: said } as unknown as T) : read;
  };
  const until = claim(item.pass, raw.properties['ladder-pass'])?.['untilAt'];
  return gateVerdict(
    { ...item, answer: answer(item.answer, raw.properties) },
    parent && { ...parent, answer: answer(parent.answer, raw.parent?.properties ?? {}) },
    settings,
    now,
    typeof until === 'number' ? until : (valueOf(item.pass)?.untilAt ?? null),
  );
}

test(`the rule answers as the domain does on ${CASES} items, junk included, and never fails`, () => {
  const seen = { same: 0, believed: 0, pass: 0, none: 0, half: 0, goal: 0 };
  fc.assert(
    fc.property(anyCase, (one) => {
      const said = ruleSays(one.item, one.table, one.now);
      const verdict = verdictOf(one);
      seen[said as keyof typeof SAY | 'pass'] += 1;
      seen[said === verdict ? 'same' : 'believed'] += 1;
      if (said === verdict) return;
      expect(said).toBe(verdictByClaims(one));
      if (verdict !== 'pass') return;
      // Refused though the app would let it pass: only for an answer that calls itself complete.
      const raw = one.item.properties['ladder-answer'];
      expect(claim(factsOfCase(one.item).item.answer, raw)?.['state']).toBe('answered');
    }),
    { numRuns: CASES },
  );
  // Every answer came up often, and most of them are the app's own.
  expect(Math.min(seen.pass, seen.none, seen.half, seen.goal)).toBeGreaterThan(CASES / 100);
  expect(seen.same).toBeGreaterThan(CASES * 0.9);
}, 120_000);

const answered = (goal: string) => ({ v: 1, why: 'move', state: 'answered', goal });

const TABLE = gateTable(
  { projectId: '1', rev: 1, goals: [aGoal()], agreements: [], rules: someRules({ gate: 'block' }) },
  TYPES,
  SAY,
);
const bare: RawItem = { key: 'SHOP-1', typeId: '1', labels: [], properties: {}, parent: null };

test.each<[string, unknown]>([
  ['no table', undefined],
  ['an empty table', {}],
  ['a table of a later version', { ...TABLE, v: 2 }],
  ['a gate that only warns', { ...TABLE, mode: 'warn' }],
  ['a gate that is off', { ...TABLE, mode: 'off' }],
  ['no goal', { ...TABLE, days: [] }],
  [
    'goals before their first day',
    { ...TABLE, days: [{ goal: 'g1', from: NOW + 1, to: NOW + 2 }] },
  ],
  ['goals after their last day', { ...TABLE, days: [{ goal: 'g1', from: NOW - 2, to: NOW }] }],
  ['days that are text', { ...TABLE, days: [{ goal: 'g1', from: '2026-01-01', to: NOW }] }],
  ['a table without types', { ...TABLE, types: undefined }],
])('the rule opens with %s', (_name, table) => {
  expect(ruleSays(bare, TABLE, NOW)).toBe('none');
  expect(ruleSays(bare, table, NOW)).toBe('pass');
});

test('the rule opens with a table that is junk', () => {
  fc.assert(
    fc.property(junk, (table) => {
      expect(ruleSays(bare, table, NOW)).toBe('pass');
    }),
  );
});

test('the rule refuses without a sentence of its own when the table lost its sentences', () => {
  expect(ruleSays(bare, { ...TABLE, say: {} }, NOW)).toBeNull();
});

test('a parent of another project does not speak for the item', () => {
  const below = (key: string, value: unknown): RawItem => ({
    ...bare,
    parent: { key, properties: { 'ladder-answer': value } },
  });
  const run = { v: 1, why: 'run', state: 'answered' };
  expect(ruleSays(below('SHOP-900', run), TABLE, NOW)).toBe('pass');
  expect(ruleSays(below('SHOP-900', answered('g1')), TABLE, NOW)).toBe('pass');
  expect(ruleSays(below('LAB-7', run), TABLE, NOW)).toBe('none');
});
