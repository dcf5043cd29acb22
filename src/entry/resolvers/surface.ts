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
  const offered = offeredOn(surface);
  for (const name of offered) {
    resolver.define(name, ({ payload, context }) => handlers[name]({ payload, context }));
  }
  const resolve = resolver.getDefinitions();
  const resolveOffered: typeof resolve = async (request, runtime) => {
    const { functionKey } = request.call;
    // Atlassian's resolver also finds what every object has: `constructor` would be run.
    if (!offered.some((name) => name === functionKey))
      throw new Error(`Resolver has no definition for '${functionKey}'.`);
    return resolve(request, runtime);
  };
  return resolveOffered;
}
