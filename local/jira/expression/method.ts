import { ExpressionError } from './error';
import { typeName, type Value } from './values';

export type CallLambda = (lambda: Value, args: readonly Value[]) => Value;
export type Method<T> = (target: T, args: readonly Value[], call: CallLambda) => Value;

export function textAt(args: readonly Value[], n: number, fallback?: string): string {
  const value = args[n] ?? fallback ?? null;
  if (typeof value === 'string') return value;
  throw new ExpressionError(
    `Argument ${String(n + 1)} must be String, but it is ${typeName(value)}.`,
  );
}

export function numberAt(args: readonly Value[], n: number, fallback?: number): number {
  const value = args[n] ?? fallback ?? null;
  if (typeof value === 'number') return value;
  throw new ExpressionError(
    `Argument ${String(n + 1)} must be Number, but it is ${typeName(value)}.`,
  );
}
