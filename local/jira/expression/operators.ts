import { ExpressionError } from './error';
import { asText, equal, isMoment, typeName, type Value } from './values';

/** Conditions, `&&`, `||` and `!` take Booleans only. @throws ExpressionError for anything else. */
export function truth(value: Value, where: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(`${where} must be a Boolean value, but it is ${typeName(value)}.`);
}

/** Nothing is converted, but with `+` beside a text. @throws ExpressionError where the types do not fit */
export function binary(operator: string, left: Value, right: Value): Value {
  switch (operator) {
    case '==':
    case '===':
      return equal(left, right);
    case '!=':
    case '!==':
      return !equal(left, right);
    case '+':
      if (typeof left === 'string' || typeof right === 'string')
        return asText(left) + asText(right);
      return arithmetic(operator, left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, left, right);
    default:
      return arithmetic(operator, left, right);
  }
}

function ordered(operator: string, left: Value, right: Value): boolean {
  const [a, b] = [comparable(left), comparable(right)];
  if (a === undefined || b === undefined || typeName(left) !== typeName(right)) {
    throw mismatch(operator, left, right);
  }
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function comparable(value: Value): string | number | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return isMoment(value) ? value.ms : undefined;
}

function arithmetic(operator: string, left: Value, right: Value): number {
  if (typeof left !== 'number' || typeof right !== 'number') throw mismatch(operator, left, right);
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    default:
      throw new ExpressionError(`The operator ${operator} is not supported.`);
  }
}

const mismatch = (operator: string, left: Value, right: Value) =>
  new ExpressionError(
    `The operator ${operator} cannot be applied to ${typeName(left)} and ${typeName(right)}.`,
  );
