// Statements of Jira expressions: let, assignment, if, return, try, throw; the last expression
// is the value.
import { type BlockStatement, type ModuleDeclaration, type Statement } from 'acorn';
import { ExpressionError, unsupported } from './error';
import { type Machine } from './machine';
import { truth } from './operators';
import { asText, type Scope, type Value } from './values';

type Body = readonly (Statement | ModuleDeclaration)[];

/** The value of a list of statements; undefined when none of them has one. */
export function runStatements(machine: Machine, body: Body, scope: Scope): Value | undefined {
  let value: Value | undefined;
  for (const statement of body) {
    switch (statement.type) {
      case 'ExpressionStatement':
        value = runAssignmentOrExpression(machine, statement.expression, scope);
        break;
      case 'VariableDeclaration':
        for (const { id, init } of statement.declarations) {
          if (id.type !== 'Identifier' || !init) throw unsupported('this declaration');
          scope.names.set(id.name, machine.run(init, scope));
        }
        break;
      case 'ReturnStatement':
        return statement.argument ? machine.run(statement.argument, scope) : null;
      case 'IfStatement': {
        const chosen = truth(machine.run(statement.test, scope), 'The condition')
          ? statement.consequent
          : statement.alternate;
        if (chosen) value = runStatements(machine, [chosen], scope);
        if (value !== undefined) return value;
        break;
      }
      case 'BlockStatement':
        return runStatements(machine, statement.body, inner(scope));
      case 'TryStatement':
        return runTry(machine, statement.block, statement.handler, scope);
      case 'ThrowStatement':
        throw new ExpressionError(asText(machine.run(statement.argument, scope)));
      case 'EmptyStatement':
        break;
      default:
        throw unsupported(statement.type);
    }
  }
  return value;
}

function runAssignmentOrExpression(
  machine: Machine,
  node: Parameters<Machine['run']>[0],
  scope: Scope,
): Value {
  if (node.type !== 'AssignmentExpression') return machine.run(node, scope);
  if (node.operator !== '=' || node.left.type !== 'Identifier') throw unsupported('assignment');
  const value = machine.run(node.right, scope);
  scope.names.set(node.left.name, value);
  return value;
}

function runTry(
  machine: Machine,
  block: BlockStatement,
  handler:
    | { param?: { type: string; name?: string } | null; body: BlockStatement }
    | null
    | undefined,
  scope: Scope,
): Value | undefined {
  try {
    return runStatements(machine, block.body, inner(scope));
  } catch (error) {
    if (!(error instanceof ExpressionError) || !handler) throw error;
    const caught = inner(scope);
    if (handler.param?.name !== undefined) {
      caught.names.set(handler.param.name, new Map([['message', error.message]]));
    }
    return runStatements(machine, handler.body.body, caught);
  }
}

const inner = (outer: Scope): Scope => ({ names: new Map(), outer });
