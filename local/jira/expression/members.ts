import { dateMethod } from './date-methods';
import { ExpressionError } from './error';
import { type Machine } from './machine';
import { LIST_METHODS, MAP_METHODS } from './list-methods';
import { type Method, methodNamed } from './method';
import { TEXT_METHODS } from './text-methods';
import { asText, isBean, isList, isMap, isMoment, typeName, type Value } from './values';

/** A member by name or index. A missing key of a map is null; a member of null is an error. */
export function readMember(target: Value, name: Value): Value {
  if (target === null) {
    throw new ExpressionError(`Cannot access property '${asText(name)}' of null.`);
  }
  if (isList(target) && typeof name === 'number') return target[name] ?? null;
  if (typeof name !== 'string') {
    throw new ExpressionError(`A member name must be String, but it is ${typeName(name)}.`);
  }
  if (name === 'length' && (isList(target) || typeof target === 'string')) return target.length;
  if (isMap(target)) return target.get(name) ?? null;
  const value = isBean(target) ? target.read(name) : undefined;
  if (value === undefined) {
    throw new ExpressionError(`Unrecognized property '${name}' of ${typeName(target)}.`);
  }
  return value;
}

/** Calls a method that Atlassian lists for the type of `target`. @throws ExpressionError for any other. */
export function invokeMethod(
  machine: Machine,
  target: Value,
  name: string,
  args: readonly Value[],
): Value {
  if (target === null) throw new ExpressionError(`Cannot call '${name}' of null.`);
  const called = resultOf(machine, target, name, args);
  if (called !== undefined) return called;
  throw new ExpressionError(`Unrecognized method '${name}' of ${typeName(target)}.`);
}

/** Undefined when the type of `target` has no such method. */
function resultOf(
  machine: Machine,
  target: Value,
  name: string,
  args: readonly Value[],
): Value | undefined {
  const call = <T>(on: T, method: Method<T> | undefined) => method?.(on, args, machine.call);
  if (isBean(target)) return target.call?.(name, args);
  if (isMoment(target)) return call(target, dateMethod(target, name, machine.zone));
  if (isList(target)) return call(target, methodNamed(LIST_METHODS, name));
  if (isMap(target)) return call(target, methodNamed(MAP_METHODS, name));
  return typeof target === 'string' ? call(target, methodNamed(TEXT_METHODS, name)) : undefined;
}
