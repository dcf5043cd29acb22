// Runs a Jira expression by walking its tree: only listed syntax, names and methods exist.
// Source: Atlassian, "Jira expressions" and "Jira expressions types".
import { type Expression } from 'acorn';
import { EXPRESSION } from '../constants';
import { construct } from './date-methods';
import { argument, callLambda, lambdaOf, runCall, runMember } from './calls';
import { ExpressionError, unsupported } from './error';
import { JSON_BEAN } from './json-bean';
import { type Machine } from './machine';
import { type Meter, createMeter } from './meter';
import { binary, truth } from './operators';
import { lookUp } from './scope';
import { runStatements } from './statements';
import { parseExpression } from './syntax';
import { asText, type Scope, typeName, type Value } from './values';

export interface ExpressionContext {
  /** Context variables: `issue`, `user`, `project` and so on. */
  names: Readonly<Record<string, Value>>;
  now: number;
  zone: string;
  /** Counts what the expression costs; beans add to it. */
  meter?: Meter;
}

export interface Evaluated {
  value: Value;
  steps: number;
  /** How often it loaded data. */
  expensiveOperations: number;
}

/** @throws ExpressionError for whatever Jira refuses, at reading or at running. */
export function evaluateExpression(source: string, context: ExpressionContext): Evaluated {
  const tree = parseExpression(source);
  const meter = context.meter ?? createMeter();
  const machine: Machine = {
    meter,
    now: context.now,
    zone: context.zone,
    run: (node, scope) => {
      meter.step(EXPRESSION.maxSteps);
      return runExpression(machine, node, scope);
    },
    call: (lambda, args) => callLambda(machine, lambda, args),
  };
  const scope: Scope = {
    names: new Map(Object.entries({ JSON: JSON_BEAN, ...context.names })),
    outer: undefined,
  };
  return {
    value: inBounds(() => runStatements(machine, tree.body, scope) ?? null),
    steps: meter.steps(),
    expensiveOperations: meter.expensiveOperations(),
  };
}

/** Endless recursion and impossible dates are the expression's fault, not the host's. */
function inBounds(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ExpressionError('The expression goes too deep, or leaves the range of dates.');
  }
}

function runExpression(machine: Machine, node: Expression, scope: Scope): Value {
  const { run } = machine;
  switch (node.type) {
    case 'Literal': {
      const { value } = node;
      const plain = typeof value !== 'object' && typeof value !== 'bigint';
      if (value === null && node.raw === 'null') return null;
      if (!plain || value === undefined) throw unsupported('this literal');
      return value;
    }
    case 'TemplateLiteral':
      return node.quasis
        .map((quasi, n) => {
          const inner = node.expressions[n];
          return (quasi.value.cooked ?? '') + (inner ? asText(run(inner, scope)) : '');
        })
        .join('');
    case 'Identifier': {
      const value = lookUp(scope, node.name);
      if (value === undefined) throw new ExpressionError(`Unrecognized variable: ${node.name}.`);
      return value;
    }
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return run(node.expression, scope);
    case 'MemberExpression':
      return runMember(machine, node, scope);
    case 'CallExpression':
      return runCall(machine, node, scope);
    case 'NewExpression': {
      if (node.callee.type !== 'Identifier') throw unsupported('this constructor');
      const args = node.arguments.map((each) => argument(machine, each, scope));
      return construct(node.callee.name, args, machine.now, machine.zone);
    }
    case 'ConditionalExpression':
      return truth(run(node.test, scope), 'The condition')
        ? run(node.consequent, scope)
        : run(node.alternate, scope);
    case 'LogicalExpression': {
      const left = run(node.left, scope);
      if (node.operator === '??') return left ?? run(node.right, scope);
      const decided = truth(left, `The left side of ${node.operator}`) === (node.operator === '||');
      return decided ? left : truth(run(node.right, scope), `The right side of ${node.operator}`);
    }
    case 'UnaryExpression':
      return runUnary(machine, node.operator, node.argument, scope);
    case 'BinaryExpression':
      if (node.left.type === 'PrivateIdentifier') throw unsupported('a private name');
      return binary(node.operator, run(node.left, scope), run(node.right, scope));
    case 'ArrayExpression':
      return node.elements.map((element) => argument(machine, element, scope));
    case 'ObjectExpression':
      return new Map(
        node.properties.map((entry): [string, Value] => {
          if (entry.type !== 'Property' || entry.computed || entry.kind !== 'init') {
            throw unsupported('this entry of a map');
          }
          const name = entry.key.type === 'Identifier' ? entry.key.name : literalName(entry.key);
          return [name, run(entry.value, scope)];
        }),
      );
    case 'ArrowFunctionExpression':
      return lambdaOf(node, scope);
    default:
      throw unsupported(node.type);
  }
}

function literalName(key: Expression | { type: 'PrivateIdentifier' }): string {
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value;
  throw unsupported('this name in a map');
}

function runUnary(machine: Machine, operator: string, node: Expression, scope: Scope): Value {
  if (operator === 'typeof') {
    const missing = node.type === 'Identifier' && lookUp(scope, node.name) === undefined;
    return missing ? 'undefined' : typeName(machine.run(node, scope));
  }
  const value = machine.run(node, scope);
  if (operator === '!') return !truth(value, 'The operand of !');
  if (operator === '-' && typeof value === 'number') return -value;
  throw unsupported(`the operator ${operator} on ${typeName(value)}`);
}
