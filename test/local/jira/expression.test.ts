import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ExpressionContext,
  evaluateExpression,
} from '../../../local/jira/expression/evaluate';
import { ExpressionError } from '../../../local/jira/expression/error';
import { fromJson, toJson } from '../../../local/jira/expression/values';
import { as, asUser, createTestSite, makeIssue } from './support';
import { runsOf } from '../../support/runs';

const NOW = Date.UTC(2026, 10, 21, 23, 30);
const context = (data: Record<string, unknown> = {}): ExpressionContext => ({
  names: Object.fromEntries(Object.entries(data).map(([name, each]) => [name, fromJson(each)])),
  now: NOW,
  zone: 'Europe/Berlin',
});
const value = (source: string, data?: Record<string, unknown>) =>
  toJson(evaluateExpression(source, context(data)).value);

test.each<[string, unknown]>([
  ['1 + 2 * 3 % 4 - 1 / 2', 2.5],
  ["'a' + 1 + null", 'a1null'],
  ['`${1 + 1} of ${[1, 2].length}`', '2 of 2'],
  ['let a = 2; let b = a * 2; a + b', 6],
  ['a = 2; a == 2 ? "yes" : "no"', 'yes'],
  ['null ?? "none"', 'none'],
  ['null?.x', null],
  ['!true || 1 < 2 && "a" <= "b"', true],
  ['[1, 2, 3].filter(n => n > 1).map(n => n * n)', [4, 9]],
  ['[1, 2].some(n => n == 2) && [1, 2].every(n => n > 0)', true],
  ['[3, 1, 2].sort((a, b) => a < b ? -1 : 1).join("-")', '1-2-3'],
  ['[1, 2, 3].reduce((sum, n) => sum + n, 10)', 16],
  ['[[1], [2]].flatMap(l => l).includes(2)', true],
  ['[1, 2, 3].slice(1).indexOf(3)', 1],
  ['["a"].map(l => {name: l, more: {x: "}"}})', [{ name: 'a', more: { x: '}' } }]],
  ['{a: 1}.b', null],
  ['typeof x', 'undefined'],
  ['typeof [1] + typeof {a: 1} + typeof new Date()', 'ListMapDate'],
  ['" A b ".trim().toLowerCase().replace("b", "c").split(" ")', ['a', 'c']],
  ['JSON.parse("{\\"a\\": [1]}").a[0]', 1],
  ['new Date().getTime()', NOW],
  ['new Date().toCalendarDate().toString()', '2026-11-22'],
  ['new Date().toCalendarDateUTC().plusDays(10) > new CalendarDate("2026-11-30")', true],
  ['new Date("2026-01-31T00:00:00Z").plusMonths(1).toISOString()', '2026-02-28T00:00:00.000Z'],
  ['if (1 > 2) { return 1; } else { return 2; }', 2],
  ['try { null.x } catch (e) { e.message }', "Cannot access property 'x' of null."],
  ['let f = (a, b) => { let c = a + b; return c; }; f(1, 2)', 3],
])('%s', (source, expected) => {
  expect(value(source)).toEqual(expected);
});

test.each([
  'x',
  'this',
  'globalThis',
  'process.exit(1)',
  '(() => 1)()()',
  "''.constructor",
  "[].map.constructor('return 1')()",
  "data['__proto__'].x",
  'data.constructor.constructor("return 1")()',
  '[1].find(n => n == 1)',
  '"a".startsWith("a")',
  'Math.max(1, 2)',
  'Object.keys(data)',
  '1 ? 2 : 3',
  '[1].filter(n => n)',
  '1 && true',
  '1 < "2"',
  'new Date() > null',
  'null.x',
  '/a/.test("a")',
  'while (true) {}',
  'function f() {}',
  'data.x = 1',
  'new Function("1")',
  '1 +',
  'let f = x => f(x); f(1)',
  'new Date(1e300).toString()',
  'new Date().plusDays(1e12).toISOString()',
  `'${'x'.repeat(1_000)}'`,
])('%s is refused', (source) => {
  expect(() => value(source, { data: {} })).toThrow(ExpressionError);
});

test('steps and loads beyond the limits stop an expression', () => {
  const list = Array.from({ length: 300 }, (_, n) => n);
  expect(() => value('l.map(a => l.map(b => a + b))', { l: list })).toThrow(
    'more than 10000 steps',
  );
});

test('any text either evaluates or is refused, and never throws anything else', () => {
  const word = fc.constantFrom(
    ...'let x = ; ( ) [ ] { } => . ?. ?? ? : , + - ! == < && a data "s" `t${ } 1 map typeof new Date return'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), (words) => {
      try {
        value(words.join(' '), { data: { a: [1, { b: null }] } });
      } catch (error) {
        expect(error).toBeInstanceOf(ExpressionError);
      }
    }),
    runsOf(500),
  );
});

test('JSON survives reading and writing, whatever its keys are called', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const plain: unknown = JSON.parse(JSON.stringify(json));
      expect(JSON.stringify(toJson(fromJson(plain)))).toBe(JSON.stringify(plain));
    }),
  );
});

test('issues, their parents and properties are read, and what they load is counted', async () => {
  const { jira, call } = createTestSite();
  jira.site.addIssues([
    makeIssue(1, { typeId: '103', properties: { answer: { goal: 'G1' } } }),
    makeIssue(2, { parentId: '10001', labels: ['x'], dueDate: '2026-12-01' }),
    makeIssue(3, { visibleTo: ['acc-po'] }),
  ]);
  const run = (expression: string) =>
    call(asUser('dev'), 'POST', '/expression/evaluate?expand=meta.complexity', {
      expression,
      context: { issue: { key: 'SHOP-2' } },
    });
  const answer = await run(
    '[issue.key, issue.issueType.id, issue.status.category.key, issue.labels.length, ' +
      "issue.parent?.properties['answer'].goal, issue.dueDate.toString(), user.accountId]",
  );
  expect(answer.json).toMatchObject({
    value: ['SHOP-2', 101, 'new', 1, 'G1', '2026-12-01', 'acc-dev'],
    meta: { complexity: { expensiveOperations: { value: 3, limit: 10 } } },
  });
  const many = Array.from({ length: 11 }, () => "issue.properties['a'] == null").join(' && ');
  expect((await run(many)).status).toBe(400);
  const hidden = await call(as('dev'), 'POST', '/expression/evaluate', {
    expression: 'issue.key',
    context: { issue: { id: 10003 } },
  });
  expect(hidden.status).toBe(404);
  expect((await call(as('dev'), 'POST', '/expression/analyse', {})).status).toBe(404);
});
