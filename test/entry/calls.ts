// Calls to the resolver functions as the platform makes them: the account is the platform's word,
// payload and context are the page's.
import type { z } from 'zod';
import type { UiModule } from '../../local/manifest';
import { envelope, type Envelope } from '../../src/contract/envelope';
import {
  procedures,
  type Procedure,
  type ProcedureName,
  type Surface,
} from '../../src/contract/procedures';
import { readUiModules } from '../support/kept-hosts';
import type { Loop, Person } from '../support/loop';

/** The modules with a page, as the manifest declares them. */
export const MODULES: readonly UiModule[] = readUiModules();
export const NAMES = Object.keys(procedures) as ProcedureName[];
/** The contract's entry without its particular types. */
export const procedureOf = (name: ProcedureName): Procedure => procedures[name];

const surfaceOf = (module: UiModule): Surface | undefined =>
  (['item', 'project', 'settings', 'automation'] as const).find(
    (surface) => module.resolver?.function === `${surface}-resolver`,
  );
export const isOffered = (name: ProcedureName, module: UiModule): boolean => {
  const surface = surfaceOf(module);
  return surface !== undefined && procedureOf(name).surfaces.includes(surface);
};

/** Everybody who may call: the people of the small site, and who is not logged in. */
export type Who = Person | 'anonymous';
export const EVERYBODY: readonly Who[] = [
  'admin',
  'po',
  'dev',
  'viewer',
  'outsider',
  'unlicensed',
  'anonymous',
];

export interface RawCall {
  as: Who;
  module: UiModule;
  procedure: string;
  payload: unknown;
  context?: object;
}

/** What the function returned. @throws FunctionError when it threw */
export const callRaw = (loop: Loop, { as, module, procedure, payload, context = {} }: RawCall) =>
  loop.host.functions.run(
    module.resolver?.function ?? '',
    { call: { functionKey: procedure, payload }, context },
    {
      moduleKey: module.key,
      moduleType: module.type,
      accountId: as === 'anonymous' ? null : `acc-${as}`,
    },
  );

/** Where and with what claims a procedure is called; by default from the first module that has it. */
export interface From {
  module?: UiModule;
  context?: object;
}

/** The answer of a procedure, held to the contract to the last key. */
export async function answerOf(
  loop: Loop,
  as: Who,
  name: ProcedureName,
  payload: unknown,
  { module = MODULES.find((one) => isOffered(name, one)), context = {} }: From = {},
): Promise<Envelope<unknown>> {
  if (!module) throw new Error(`no module offers ${name}`);
  const raw = await callRaw(loop, { as, module, procedure: name, payload, context });
  const schema: z.ZodType<Envelope<unknown>> = envelope(procedures[name].output);
  const parsed = schema.parse(raw);
  // Schemas drop what they do not name: had there been more, this would differ.
  if (JSON.stringify(sorted(parsed)) !== JSON.stringify(sorted(raw)))
    throw new Error(`${name} answers more than its contract names: ${JSON.stringify(raw)}`);
  return parsed;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, entry]) => [key, sorted(entry)]),
  );
}
