// The right side of a clause: words, moments of functions, EMPTY, one or a list.
import { type FunctionOperand, type Operand } from '@atlaskit/jql-ast';
import { dateFunction } from './dates';
import { type JqlEnvironment } from './environment';
import { type FieldKind } from './fields';
import { JqlError, notModelledJql } from './jql-error';
import { visibleSprints } from './references';

export interface Operands {
  words: string[];
  moments: number[];
  empty: boolean;
  list: boolean;
  quoted: boolean;
}

/** @throws JqlError for a function that is unknown, or that the field does not take */
export function readOperand(
  operand: Operand,
  field: FieldKind,
  name: string,
  env: JqlEnvironment,
): Operands {
  const none = { words: [], moments: [], empty: false, list: false, quoted: false };
  switch (operand.operandType) {
    case 'keyword':
      return { ...none, empty: true };
    case 'value': {
      // JQL knows an open resolution by this name, though no resolution is called so.
      const unresolved =
        field.kind === 'reference' &&
        field.column === 'resolution' &&
        operand.value.toLowerCase() === 'unresolved';
      if (unresolved) return { ...none, empty: true };
      return { ...none, words: [operand.value], quoted: operand.text !== operand.value };
    }
    case 'function':
      return { ...none, ...runFunction(operand, field, name, env) };
    case 'list': {
      const parts = operand.values.map((one) => readOperand(one, field, name, env));
      return {
        words: parts.flatMap((part) => part.words),
        moments: parts.flatMap((part) => part.moments),
        empty: parts.some((part) => part.empty),
        list: true,
        quoted: false,
      };
    }
  }
}

function runFunction(
  operand: FunctionOperand,
  field: FieldKind,
  name: string,
  env: JqlEnvironment,
): Partial<Operands> {
  const called = operand.function.value;
  const lower = called.toLowerCase();
  const args = operand.arguments.map((argument) => argument.value);
  if (takesDates(field)) {
    const moment = dateFunction(called, args, { now: env.now, zone: env.viewer.zone });
    if (moment !== undefined) return { moments: [moment] };
  }
  if (lower === 'currentuser' && takesUsers(field)) {
    if (env.viewer.accountId === null) return { words: [''] };
    return { words: [env.viewer.accountId] };
  }
  if (field.kind === 'reference' && field.column === 'type') {
    const sub = lower === 'subtaskissuetypes';
    if (sub || lower === 'standardissuetypes') {
      const types = env.viewer.visibleProjects().flatMap((project) => project.issueTypes);
      return {
        words: types.filter((type) => type.hierarchyLevel < 0 === sub).map((type) => type.id),
        list: true,
      };
    }
  }
  const state = SPRINT_FUNCTIONS[lower];
  if (state !== undefined && field.kind === 'multi' && field.list === 'sprint') {
    const hits = visibleSprints(env).filter((sprint) => sprint.state === state);
    return { words: hits.map((sprint) => String(sprint.id)), list: true };
  }
  if (KNOWN_FUNCTIONS.has(lower)) throw notModelledJql(`The function '${called}' on '${name}'`);
  throw new JqlError(`Unable to find JQL function '${called}(${args.join(', ')})'.`);
}

const SPRINT_FUNCTIONS: Readonly<Record<string, string>> = {
  opensprints: 'active',
  futuresprints: 'future',
  closedsprints: 'closed',
};

const takesDates = (field: FieldKind) =>
  field.kind === 'instant' ||
  field.kind === 'day' ||
  (field.kind === 'property' && field.path.type === 'date');

const takesUsers = (field: FieldKind) =>
  (field.kind === 'reference' && ['reporter', 'assignee', 'creator'].includes(field.column)) ||
  (field.kind === 'property' && field.path.type === 'user');

/** Jira's own functions: on a field that takes none of them above, they are left out here, not unknown. */
const KNOWN_FUNCTIONS = new Set(
  (
    'membersof issuehistory linkedissues votedissues watchedissues updatedby opensprints ' +
    'closedsprints futuresprints releasedversions unreleasedversions latestreleasedversion ' +
    'componentsleadbyuser projectsleadbyuser currentlogin lastlogin parentepic now startofday ' +
    'startofweek startofmonth startofyear endofday endofweek endofmonth endofyear currentuser ' +
    'subtaskissuetypes standardissuetypes'
  ).split(' '),
);
