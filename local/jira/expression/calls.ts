// Functions, methods and members: everything that is reached through a name after a value.
import {
  type ArrowFunctionExpression,
  type CallExpression,
  type Expression,
  type MemberExpression,
} from 'acorn';
import { ExpressionError, unsupported } from './error';
import { type Machine } from './machine';
import { invokeMethod, readMember } from './members';
import { lookUp } from './scope';
import { runStatements } from './statements';
import { isLambda, type Scope, typeName, type Value } from './values';

/** The value of `x => …`, which goes on seeing the names around it. */
export function lambdaOf(node: ArrowFunctionExpression, scope: Scope): Value {
  const params = node.params.map((param) => {
    if (param.type !== 'Identifier') throw unsupported('this parameter');
    return param.name;
  });
  if (node.async) throw unsupported('async');
  return { kind: 'lambda', params, body: node.body, scope };
}

/** Arguments that are not given are null. @throws ExpressionError for what is no function */
export function callLambda(machine: Machine, lambda: Value, args: readonly Value[]): Value {
  if (!isLambda(lambda)) {
    throw new ExpressionError(`A function was expected, but it is ${typeName(lambda)}.`);
  }
  const names = new Map(lambda.params.map((name, n) => [name, args[n] ?? null] as const));
  const scope: Scope = { names: new Map(names), outer: lambda.scope };
  return lambda.body.type === 'BlockStatement'
    ? (runStatements(machine, lambda.body.body, scope) ?? null)
    : machine.run(lambda.body, scope);
}

function memberName(machine: Machine, node: MemberExpression, scope: Scope): Value {
  if (node.property.type === 'PrivateIdentifier') throw unsupported('a private name');
  if (node.computed) return machine.run(node.property, scope);
  if (node.property.type !== 'Identifier') throw unsupported('this member');
  return node.property.name;
}

function objectOf(machine: Machine, node: MemberExpression, scope: Scope): Value {
  if (node.object.type === 'Super') throw unsupported('super');
  return machine.run(node.object, scope);
}

/** `a.b` and `a[b]`; `?.` on null gives null. */
export function runMember(machine: Machine, node: MemberExpression, scope: Scope): Value {
  const target = objectOf(machine, node, scope);
  if (target === null && node.optional) return null;
  return readMember(target, memberName(machine, node, scope));
}

/** `f(…)` and `a.f(…)`; `Number` is the only function of JavaScript's own. */
export function runCall(machine: Machine, node: CallExpression, scope: Scope): Value {
  const { callee } = node;
  const args = () => node.arguments.map((each) => argument(machine, each, scope));
  if (callee.type === 'Identifier') {
    if (callee.name === 'Number') return Number(args()[0] ?? null);
    return machine.call(lookUp(scope, callee.name) ?? null, args());
  }
  if (callee.type !== 'MemberExpression') throw unsupported('this call');
  const target = objectOf(machine, callee, scope);
  if (target === null && callee.optional) return null;
  const name = memberName(machine, callee, scope);
  if (typeof name !== 'string') throw unsupported('this call');
  return invokeMethod(machine, target, name, args());
}

/** One argument of a call, or one item of a list. */
export function argument(
  machine: Machine,
  node: Expression | { type: 'SpreadElement' } | null,
  scope: Scope,
): Value {
  if (node === null || node.type === 'SpreadElement') throw unsupported('spread or a missing item');
  return machine.run(node, scope);
}
