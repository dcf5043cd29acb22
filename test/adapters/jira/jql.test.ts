// JQL as it is printed, read back with Atlassian's own parser.
import { expect, test } from '@jest/globals';
import { JastBuilder, type Clause as JqlClause, type Operand } from '@atlaskit/jql-ast';
import fc from 'fast-check';
import { projectJql } from '../../../src/adapters/jira/jql';
import {
  category,
  dayBefore,
  everything,
  has,
  is,
  not,
  nothing,
  oneOf,
  saved,
  type Clause,
  type IdField,
} from '../../../src/domain/clause';
import { clauseProblem } from '../../../src/domain/stream-clause';
import { runsOf } from '../../support/runs';

/** The condition beside `project = 1`, as Atlassian's parser understands it. */
function parsed(jql: string): JqlClause {
  const { errors, query } = new JastBuilder().build(jql);
  expect(errors).toEqual([]);
  const where = query?.where;
  if (where?.clauseType !== 'compound') throw new Error(`no two conditions: ${jql}`);
  expect(where.operator.value).toBe('and');
  expect(where.clauses).toHaveLength(2);
  const [project, condition] = where.clauses;
  expect(project).toMatchObject({ field: { value: 'project' }, operand: { value: '1' } });
  if (!condition) throw new Error(`no condition: ${jql}`);
  return condition;
}

function valuesOf(operand: Operand | void): string[] {
  if (operand?.operandType === 'list') return operand.values.flatMap(valuesOf);
  if (operand?.operandType === 'keyword') return [operand.value.toUpperCase()];
  if (operand?.operandType !== 'value') throw new Error('no value, but a function or nothing');
  return [operand.value];
}

/** Field, operator and values of a plain condition. */
function termOf(clause: JqlClause) {
  if (clause.clauseType !== 'terminal')
    throw new Error(`${clause.clauseType} is no plain condition`);
  const { field, operator, operand } = clause;
  return {
    field: field.value,
    operator: operator?.value.toLowerCase(),
    values: valuesOf(operand),
  };
}

const printed = (clause: Clause): string => projectJql('1', clause, 'UTC');
const readBack = (clause: Clause) => termOf(parsed(printed(clause)));

/** What a value becomes: Jira has no use for control characters, the rest stays as it is. */
const cleaned = (value: string): string =>
  value.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ' ');

const nasty = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '"',
        '\\',
        "'",
        '\\"',
        '") OR (',
        ') OR (',
        '\n',
        '\r\n',
        '\t',
        '\u0000',
        '\u0085',
        '\u2028',
        '\u202e',
        'é',
        '😀',
        '\\u0022',
        ' AND project = 2',
        'EMPTY',
        'currentUser()',
        '#',
        '-- ',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('a value of any characters is one JQL string that means exactly this value', () => {
  fc.assert(
    fc.property(nasty, (value) => {
      expect(readBack(is('goal', value))).toEqual({
        field: 'ladderGoal',
        operator: '=',
        values: [cleaned(value)],
      });
    }),
    {
      examples: [
        [''],
        ['\ufdd0'],
        ['\uffff'],
        ['"'],
        ['\\'],
        ['\\\\"'],
        ['x" OR project = 2 OR a = "'],
        [') OR ('],
      ],
    },
  );
});

test('labels of any characters stay as many values as they are', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), (labels) => {
      expect(readBack(oneOf('label', labels))).toEqual({
        field: 'labels',
        operator: 'in',
        values: labels.map(cleaned),
      });
    }),
  );
});

test('a value of 10,000 characters is printed whole', () => {
  for (const part of ['x', '"', '\\', '😀', '") OR (']) {
    const value = part.repeat(10_000 / part.length);
    expect(readBack(is('goal', value)).values).toEqual([value]);
  }
});

const idFields: IdField[] = ['type', 'status', 'resolution', 'parent'];

test('ids are digits, or nothing is printed', () => {
  const notDigits = fc.oneof(
    nasty.filter((text) => !/^[0-9]+$/.test(text)),
    fc.constantFrom('', '1 ', ' 1', '1\n', '-1', '1.0', '1e3', '١', '1) OR (1 = 1'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...idFields), notDigits, (field, id) => {
      expect(() => printed(oneOf(field, ['1', id]))).toThrow(RangeError);
      expect(() => projectJql(id, everything, 'UTC')).toThrow(RangeError);
    }),
  );
});

test.each(idFields)('ids of the field %s are printed as a list of numbers', (field) => {
  const ids = ['1', '10002', '9999999999999999999'];
  expect(readBack(oneOf(field, ids))).toMatchObject({ operator: 'in', values: ids });
});

test.each([...idFields, 'label' as const])(
  'an empty list of %s matches nothing, and its negation everything',
  (field) => {
    expect(printed(oneOf(field, []))).toBe(printed(nothing));
    expect(printed(not(oneOf(field, [])))).toBe(printed(everything));
    expect(printed(nothing)).not.toContain('()');
    parsed(printed(everything));
    parsed(printed(nothing));
  },
);

test.each([
  ['a value', not(is('goal', 'g1')), 'ladderGoal', { operator: '!=', values: ['g1'] }],
  [
    'a day',
    not(dayBefore('checkBy', '2026-11-21')),
    'ladderCheckBy',
    { operator: '>=', values: ['2026-11-21'] },
  ],
  ['labels', not(oneOf('label', ['a'])), 'labels', { operator: 'not in', values: ['a'] }],
  ['a resolution', not(oneOf('resolution', ['7'])), 'resolution', { operator: 'not in' }],
  ['a parent', not(oneOf('parent', ['9'])), 'parent', { operator: 'not in', values: ['9'] }],
])('the negation of %s names EMPTY, because JQL leaves items without one out', (...row) => {
  const [, clause, field, rest] = row;
  const condition = parsed(printed(clause));
  if (condition.clauseType !== 'compound') throw new Error(condition.clauseType);
  expect(condition.operator.value).toBe('or');
  expect(condition.clauses.map(termOf)).toEqual([
    { field, operator: 'is', values: ['EMPTY'] },
    expect.objectContaining({ field, ...rest }),
  ]);
});

test('what every item has is negated without EMPTY', () => {
  expect(readBack(not(oneOf('type', ['1'])))).toMatchObject({ operator: 'not in' });
  expect(readBack(not(oneOf('status', ['1'])))).toMatchObject({ operator: 'not in' });
  expect(readBack(not(category('done')))).toMatchObject({ operator: '!=', values: ['Done'] });
  expect(readBack(not(has('flag')))).toMatchObject({ operator: 'is', values: ['EMPTY'] });
  expect(readBack(has('flag'))).toMatchObject({ operator: 'is not', values: ['EMPTY'] });
});

/** Pieces that conditions, and attempts to leave their parentheses, are made of. */
const PIECES = [
  'a = 1',
  'labels in (x, "y)")',
  ' OR ',
  ' AND ',
  '(',
  ')',
  '"',
  "'",
  '\\',
  ' order by key',
  'NOT ',
  ' ',
];

test('a saved condition that Jira takes by itself stays within its project', () => {
  const text = fc
    .array(fc.constantFrom(...PIECES), { maxLength: 9 })
    .map((parts) => parts.join(''));
  let taken = 0;
  fc.assert(
    fc.property(text, (clause) => {
      const { errors, query } = new JastBuilder().build(clause);
      if (errors.length > 0 || !query?.where || clauseProblem(clause)) return;
      taken += 1;
      const inside = parsed(projectJql('1', saved('s1', clause), 'UTC'));
      expect(JSON.stringify(withoutPlaces(inside))).toBe(
        JSON.stringify(withoutPlaces(query.where)),
      );
    }),
    runsOf(3_000),
  );
  expect(taken).toBeGreaterThan(20);
});

test('what would leave its parentheses, or has no exact opposite, is never printed', () => {
  const wild = ['a = 1) OR (b = 2', 'a = 1 ORDER BY key', 'a = "1', 'a = x\\" OR b = "1', ''];
  for (const clause of wild)
    expect(() => projectJql('1', saved('s1', clause), 'UTC')).toThrow(RangeError);
  expect(() => projectJql('1', not(saved('s1', 'a = 1')), 'UTC')).toThrow(RangeError);
});

/** A tree without where in the text its parts stand, and without its parents. */
const withoutPlaces = (tree: unknown): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value: unknown) =>
      ['position', 'positions', 'parent', 'text'].includes(key) ? undefined : value,
    ),
  );
