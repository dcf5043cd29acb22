import { dateMethod } from './date-methods';
import { ExpressionError } from './error';
import { type Machine } from './machine';
import { LIST_METHODS, MAP_METHODS } from './list-methods';
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

export function invokeMethod(
  machine: Machine,
  target: Value,
  name: string,
  args: readonly Value[],
): Value {
  if (target === null) throw new ExpressionError(`Cannot call '${name}' of null.`);
  if (isBean(target)) {
    const value = target.call?.(name, args);
    if (value !== undefined) return value;
  }
  if (isMoment(target)) {
    const method = dateMethod(target, name, machine.zone);
    if (method) return method(target, args, machine.call);
  }
  if (isList(target) && Object.hasOwn(LIST_METHODS, name)) {
    const method = LIST_METHODS[name];
    if (method) return method(target, args, machine.call);
  }
  if (isMap(target) && Object.hasOwn(MAP_METHODS, name)) {
    const method = MAP_METHODS[name];
    if (method) return method(target, args, machine.call);
  }
  if (typeof target === 'string' && Object.hasOwn(TEXT_METHODS, name)) {
    const method = TEXT_METHODS[name];
    if (method) return method(target, args, machine.call);
  }
  throw new ExpressionError(`Unrecognized method '${name}' of ${typeName(target)}.`);
}
