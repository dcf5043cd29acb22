// Methods of List and Map that Atlassian lists; any other name is an error.
import { ExpressionError } from './error';
import { type CallLambda, type Method, numberAt, textAt } from './method';
import { truth } from './operators';
import { asText, equal, isList, type Value } from './values';

const MAX_JOIN = 10_000;
type List = readonly Value[];

const test = (call: CallLambda, lambda: Value | undefined, item: Value, name: string) =>
  truth(call(lambda ?? null, [item]), `The result of the function in ${name}`);

const flatten = (list: List): Value[] =>
  list.flatMap((item) => (isList(item) ? [...item] : [item]));

export const LIST_METHODS: Readonly<Record<string, Method<List>>> = {
  map: (list, [f], call) => list.map((item) => call(f ?? null, [item])),
  flatMap: (list, [f], call) => flatten(list.map((item) => call(f ?? null, [item]))),
  flatten: (list) => flatten(list),
  filter: (list, [f], call) => list.filter((item) => test(call, f, item, 'filter')),
  some: (list, [f], call) => list.some((item) => test(call, f, item, 'some')),
  every: (list, [f], call) => list.every((item) => test(call, f, item, 'every')),
  includes: (list, [item]) => list.some((one) => equal(one, item ?? null)),
  indexOf: (list, [item]) => list.findIndex((one) => equal(one, item ?? null)),
  slice: (list, args) => list.slice(numberAt(args, 0, 0), numberAt(args, 1, list.length)),
  concat: (list, args) => [...list, ...flatten(args)],
  join: (list, args) => {
    const text = list.map(asText).join(textAt(args, 0, ','));
    return text.length > MAX_JOIN ? `${text.slice(0, MAX_JOIN)}...` : text;
  },
  reduce: (list, args, call) => {
    const [f = null, start] = args;
    const rest = start === undefined ? list.slice(1) : list;
    const first = start ?? list[0];
    if (first === undefined) {
      throw new ExpressionError('reduce needs an initial value for an empty list.');
    }
    return rest.reduce<Value>((sum, item) => call(f, [sum, item]), first);
  },
  sort: (list, [f], call) =>
    [...list].sort((a, b) => {
      const order = call(f ?? null, [a, b]);
      return typeof order === 'number' ? order : 0;
    }),
};

export const MAP_METHODS: Readonly<Record<string, Method<ReadonlyMap<string, Value>>>> = {
  get: (map, args) => map.get(textAt(args, 0)) ?? null,
  set: (map, args) => new Map([...map, [textAt(args, 0), args[1] ?? null]]),
  entries: (map) => [...map].map(([key, value]) => [key, value]),
};
