import { ExpressionError } from './error';
import { typeName, type Value } from './values';

export type CallLambda = (lambda: Value, args: readonly Value[]) => Value;
export type Method<T> = (target: T, args: readonly Value[], call: CallLambda) => Value;

/** The method that a type lists under a name; what every object of JavaScript has is none. */
export const methodNamed = <T>(
  methods: Readonly<Record<string, Method<T>>>,
  name: string,
): Method<T> | undefined => (Object.hasOwn(methods, name) ? methods[name] : undefined);

/** Argument `n`, counted from 0, or `fallback` where it is not given. @throws ExpressionError for no text */
export function textAt(args: readonly Value[], n: number, fallback?: string): string {
  const value = args[n] ?? fallback ?? null;
  if (typeof value === 'string') return value;
  throw new ExpressionError(
    `Argument ${String(n + 1)} must be String, but it is ${typeName(value)}.`,
  );
}

/** The same for a number. @throws ExpressionError for no number */
export function numberAt(args: readonly Value[], n: number, fallback?: number): number {
  const value = args[n] ?? fallback ?? null;
  if (typeof value === 'number') return value;
  throw new ExpressionError(
    `Argument ${String(n + 1)} must be Number, but it is ${typeName(value)}.`,
  );
}
