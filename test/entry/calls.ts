// Calls to the resolver functions as the platform makes them: the account is the platform's word,
// payload and context are the page's.
import type { z } from 'zod';
import { envelope, type Envelope } from '../../src/contract/envelope';
import { procedures, type ProcedureName, type Surface } from '../../src/contract/procedures';
import type { Loop, Person } from '../support/loop';

export const SURFACES: Surface[] = ['item', 'project', 'settings'];
export const NAMES = Object.keys(procedures) as ProcedureName[];
export const isOffered = (name: ProcedureName, surface: Surface): boolean =>
  procedures[name].surfaces.some((one) => one === surface);
const homeOf = (name: ProcedureName): Surface => procedures[name].surfaces[0];

const MODULES = {
  item: { moduleKey: 'ladder-open', moduleType: 'jira:issueContext' },
  project: { moduleKey: 'ladder-page', moduleType: 'jira:projectPage' },
  settings: { moduleKey: 'ladder-settings', moduleType: 'jira:projectSettingsPage' },
} satisfies Record<Surface, object>;

export type Who = Person | 'anonymous';

export interface RawCall {
  as: Who;
  surface: Surface;
  procedure: string;
  payload: unknown;
  context?: object;
}

/** What the function returned. @throws FunctionError when it threw */
export const callRaw = (loop: Loop, { as, surface, procedure, payload, context = {} }: RawCall) =>
  loop.host.functions.run(
    `${surface}-resolver`,
    { call: { functionKey: procedure, payload }, context },
    { ...MODULES[surface], accountId: as === 'anonymous' ? null : `acc-${as}` },
  );

/** The answer of a procedure on its own surface, held to the contract to the last key. */
export async function answerOf(
  loop: Loop,
  as: Who,
  name: ProcedureName,
  payload: unknown,
  context: object = {},
): Promise<Envelope<unknown>> {
  const raw = await callRaw(loop, {
    as,
    surface: homeOf(name),
    procedure: name,
    payload,
    context,
  });
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
