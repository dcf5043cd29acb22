// A resolver function offers the procedures of its surface, by their very names.
import { expect, test } from '@jest/globals';
import { procedures, type Procedure, type ProcedureName } from '../../src/contract/procedures';
import { surfaceResolver } from '../../src/entry/resolvers/surface';

const NAMES = Object.keys(procedures) as ProcedureName[];
const SURFACES = ['item', 'project', 'settings', 'automation'] as const;
type Handlers = Parameters<typeof surfaceResolver>[1];

test.each(SURFACES)(
  '%s runs its own procedures, with what the platform says of the caller',
  async (surface) => {
    const ran: unknown[] = [];
    const handlers = Object.fromEntries(
      NAMES.map((name) => [
        name,
        async (call: unknown) => {
          ran.push([name, call]);
          return name;
        },
      ]),
    ) as Handlers;
    const resolve = surfaceResolver(surface, handlers);
    const call = (functionKey: string) =>
      resolve(
        { call: { functionKey, payload: { of: functionKey } }, context: { accountId: 'page' } },
        { principal: { accountId: 'acc-dev' } },
      );
    for (const name of NAMES) {
      const procedure: Procedure = procedures[name];
      ran.length = 0;
      if (procedure.surfaces.includes(surface)) {
        expect(await call(name)).toBe(name);
        expect(ran).toMatchObject([
          [name, { payload: { of: name }, context: { accountId: 'acc-dev' } }],
        ]);
      } else {
        await expect(call(name)).rejects.toThrow(`no definition for '${name}'`);
        expect(ran).toEqual([]);
      }
    }
    for (const name of ['constructor', 'toString', '__proto__', '', 'item', 'hasOwnProperty'])
      await expect(call(name)).rejects.toThrow(`no definition for '${name}'`);
  },
);
