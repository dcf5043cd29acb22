// A parsed query as bound SQL over the search tables.
import { type Clause, type Field, type Operand, type TerminalClause } from '@atlaskit/jql-ast';
import * as condition from './conditions';
import { type JqlDate, parseDate } from './dates';
import { type JqlEnvironment } from './environment';
import { type FieldKind, fieldNamed } from './fields';
import { numberOfKey } from '../keys';
import { JqlError, notModelledJql, unknownField, unsupportedOperator } from './jql-error';
import { type Operands, readOperand } from './operands';
import { findIssues } from './references';
import { combine, sql, type Sql } from './sql';

const INVERSE: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '~': '!~',
  '!~': '~',
};
const LIST_OPERATORS = ['in', 'not in'];

/**
 * The condition of a clause. NOT is pushed down to the operators, as Jira does, so that it too
 * leaves out issues without a value.
 *
 * @throws JqlError for whatever Jira, or this stand-in, does not search.
 */
export function compileClause(clause: Clause, env: JqlEnvironment, negated = false): Sql {
  switch (clause.clauseType) {
    case 'compound': {
      const and = (clause.operator.value === 'and') !== negated;
      const parts = clause.clauses.map((one) => compileClause(one, env, negated));
      return combine(parts, and ? 'AND' : 'OR');
    }
    case 'not':
      return compileClause(clause.clause, env, !negated);
    case 'terminal':
      return compileTerminal(clause, env, negated);
  }
}

function compileTerminal(clause: TerminalClause, env: JqlEnvironment, negated: boolean): Sql {
  const written = clause.operator?.value ?? '=';
  if (/^(was|changed)/.test(written) || clause.predicates.length > 0) {
    throw notModelledJql(`The history search '${written}'`);
  }
  const operator = negated ? INVERSE[written] : written;
  if (operator === undefined || !clause.operand) throw new JqlError('Error in the JQL Query.');
  const name = fieldLabel(clause.field);
  const field = findField(clause.field, env);
  const operands = readOperand(clause.operand, field, name, env);
  if (operands.empty && operands.words.length + operands.moments.length === 0) {
    return emptiness(field, operator, written, name);
  }
  if (operator === 'is' || operator === 'is not') throw unsupportedOperator(written, name);
  if (LIST_OPERATORS.includes(operator) !== operands.list) {
    throw new JqlError(
      `Operator '${written}' does not support ${operands.list ? 'the list' : 'the single'} ` +
        `value ${operandLabel(clause.operand)} for field '${name}'.`,
    );
  }
  return compare(field, operator, written, operands, name, env);
}

/** The field of a clause or of ORDER BY: built in, alias, or `issue.property[key].path`. */
export function findField(field: Field, env: JqlEnvironment): FieldKind {
  const [property] = field.properties ?? [];
  if (!property) {
    const found = fieldNamed(field.value, env);
    if (!found) throw unknownField(field.value);
    return found;
  }
  const path = (property.path ?? [])
    .map((part) => part.value)
    .join('')
    .replace(/^\./, '');
  const key = property.key?.value ?? '';
  const indexed = env.paths.find((one) => one.propertyKey === key && one.path === path);
  if (field.value.toLowerCase() !== 'issue.property' || !indexed) {
    throw unknownField(fieldLabel(field));
  }
  return { kind: 'property', path: indexed };
}

/** A field as the query names it, for messages. */
export function fieldLabel(field: Field): string {
  const [property] = field.properties ?? [];
  if (!property) return field.value;
  const path = (property.path ?? []).map((part) => part.value).join('');
  return `${field.value}[${property.key?.value ?? ''}]${path}`;
}

function operandLabel(operand: Operand): string {
  return operand.operandType === 'value' ? `'${operand.value}'` : `of kind ${operand.operandType}`;
}

function emptiness(field: FieldKind, operator: string, written: string, name: string): Sql {
  if (field.kind === 'order') throw unsupportedOperator(written, name);
  const isEmpty = ['is', '=', 'in'].includes(operator);
  if (!isEmpty && !['is not', '!=', 'not in'].includes(operator)) {
    throw unsupportedOperator(written, name);
  }
  switch (field.kind) {
    case 'multi':
      return field.list === 'labels'
        ? sql(`labelled ${isEmpty ? '=' : '>'} 0`)
        : sql(
            `${isEmpty ? 'NOT ' : ''}EXISTS (SELECT 1 FROM ix_value v ` +
              'WHERE v.issue_id = ix_issue.id AND v.field = ?)',
            field.list,
          );
    case 'words':
      return sql(
        `ix_issue.id IN (SELECT issue_id FROM ix_text WHERE ` +
          field.columns.map((c) => `trim(${c}) ${isEmpty ? '=' : '<>'} ''`).join(' AND ') +
          ')',
      );
    case 'property':
      return sql(`${field.path.column} IS ${isEmpty ? '' : 'NOT '}NULL`);
    default:
      return sql(`${field.column} IS ${isEmpty ? '' : 'NOT '}NULL`);
  }
}

function compare(
  field: FieldKind,
  operator: string,
  written: string,
  operands: Operands,
  name: string,
  env: JqlEnvironment,
): Sql {
  const negated = operator === '!=' || operator === 'not in' || operator === '!~';
  const equality = ['=', '!=', ...LIST_OPERATORS].includes(operator);
  const [word = ''] = operands.words;
  const date = (): JqlDate => {
    const [moment] = operands.moments;
    if (moment !== undefined) return { ms: moment, dayOnly: false };
    return parseDate(word, name, { now: env.now, zone: env.viewer.zone }, operands.quoted);
  };
  const comparison = (): void => {
    if (!(operator in condition.COMPARE)) throw unsupportedOperator(written, name);
  };
  switch (field.kind) {
    case 'reference':
    case 'multi': {
      if (!equality) throw unsupportedOperator(written, name);
      const values = condition.resolveWords(field.resolve, operands.words, name, env);
      return field.kind === 'reference'
        ? condition.membership(field.column, values, operands.empty, negated)
        : condition.multiMembership(field.list, values, operands.empty, negated);
    }
    case 'issue': {
      const issues = findIssues(operands.words, name, env);
      if (equality) {
        const ids = [...new Set(issues.map((issue) => Number(issue.id)))];
        return condition.membership(field.column, ids, operands.empty, negated);
      }
      const [issue] = issues;
      if (field.column === 'parent' || !(operator in condition.COMPARE) || !issue) {
        throw unsupportedOperator(written, name);
      }
      return sql(`(project = ? AND number ${operator} ?)`, issue.projectId, numberOfKey(issue.key));
    }
    case 'instant':
      comparison();
      return condition.compareInstant(field.column, operator, date());
    case 'day':
      comparison();
      return condition.compareDay(field.column, operator, date(), env.viewer.zone);
    case 'number':
      comparison();
      return condition.compareNumber(field.column, operator, word, name);
    case 'order':
      throw unsupportedOperator(written, name);
    case 'words':
      if (operator !== '~' && operator !== '!~') throw unsupportedOperator(written, name);
      return condition.containsWords(field.columns, word, negated);
    case 'property':
      condition.checkPropertyOperator(field.path, operator, name);
      return compareProperty(field.path.column, field.path.type, operator, word, name, env, date);
  }
}

function compareProperty(
  column: string,
  type: string,
  operator: string,
  word: string,
  name: string,
  env: JqlEnvironment,
  date: () => JqlDate,
): Sql {
  if (type === 'date') {
    return condition.compareInstant(column, operator, condition.propertyDate(date(), env));
  }
  if (type === 'number') return condition.compareNumber(column, operator, word, name);
  if (type === 'text') {
    const pattern = `%${word.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    return sql(`${column} ${operator === '~' ? '' : 'NOT '}LIKE ? ESCAPE '\\'`, pattern);
  }
  return sql(`${column} ${operator === '=' ? '=' : '<>'} ?`, word);
}
