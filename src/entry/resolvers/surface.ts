// The resolver function of one surface: it offers that surface's procedures and no others.
import Resolver from '@forge/resolver';
import {
  procedures,
  type Procedure,
  type ProcedureName,
  type Surface,
} from '../../contract/procedures';
import type { Call } from './guard';

type Handlers = Record<ProcedureName, (call: Call) => Promise<unknown>>;
const names = Object.keys(procedures) as ProcedureName[];

const offeredOn = (surface: Surface): ProcedureName[] =>
  names.filter((name) => (procedures[name] as Procedure).surfaces.includes(surface));

/** @returns the handler that the manifest names for the surface */
export function surfaceResolver(surface: Surface, handlers: Handlers) {
  const resolver = new Resolver();
  for (const name of offeredOn(surface)) {
    resolver.define(name, ({ payload, context }) => handlers[name]({ payload, context }));
  }
  return resolver.getDefinitions();
}
