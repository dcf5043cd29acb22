// Actions of the app in rules of Jira automation: inputs held to the manifest, one run as the rule's
// user, and what the rule's audit log would say.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/
import { z } from 'zod';
import type { Clock } from '../clock';
import type { SiteUser } from '../jira/api';
import type { ActionModule, Manifest } from '../manifest';
import { FunctionError, type Functions } from './functions';

/** One run as the audit log shows it. */
export interface ActionRun {
  /** Instant in milliseconds. */
  at: number;
  action: string;
  user: string;
  status: 'success' | 'failure';
  /** What was run with. */
  inputs: Inputs;
  /** Sentences of the app; for a success none. */
  errors: string[];
  outputs: Record<string, unknown>;
}

export type Inputs = Record<string, string | number | boolean>;

export interface Automation {
  /** @throws ActionError when a rule with these inputs could not be saved */
  run(user: SiteUser, actionKey: string, inputs: unknown): Promise<ActionRun>;
  /** The newest first. */
  log(): readonly ActionRun[];
  clear(): void;
}

/** The rule cannot be saved as it is. */
export class ActionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ActionError';
  }
}

const LOG_LENGTH = 50;
const INPUT_BYTES = 100_000;

const refusal = z.object({ errors: z.array(z.object({ message: z.string() })).min(1) });
const TYPES = {
  string: z.string(),
  integer: z.number().int(),
  number: z.number(),
  boolean: z.boolean(),
} as const;

/** Inputs of exactly the declared names and types; an empty text is as good as none. */
function checkedInputs({ key, inputs: declared }: ActionModule, given: unknown): Inputs {
  const parsed = z.record(z.string(), z.unknown()).safeParse(given);
  if (!parsed.success) throw new ActionError('inputs: must be an object');
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > INPUT_BYTES)
    throw new ActionError('The inputs are larger than 100 KB.');
  const checked: Inputs = {};
  for (const [name, value] of Object.entries(parsed.data)) {
    const input = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!input) throw new ActionError(`The action "${key}" has no input "${name}".`);
    if (value === '' || value === null || value === undefined) continue;
    const typed = TYPES[input.type].safeParse(value);
    if (!typed.success) throw new ActionError(`${name}: must be of the type ${input.type}`);
    checked[name] = typed.data;
  }
  for (const [name, { required, title }] of Object.entries(declared))
    if (required && checked[name] === undefined) throw new ActionError(`${title} is required.`);
  return checked;
}

/** What the function returned, held to the outputs that are declared. */
function checkedOutputs({ key, outputs }: ActionModule, answer: unknown): Record<string, unknown> {
  const given = z.record(z.string(), z.unknown()).parse(answer ?? {});
  const names = new Set([...Object.keys(outputs), ...Object.keys(given)]);
  for (const name of names) {
    const output = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    if (!output) throw new Error(`The action "${key}" declares no output "${name}".`);
    const schema = output.nullable ? TYPES[output.type].nullable() : TYPES[output.type];
    if (!schema.safeParse(given[name]).success)
      throw new Error(`The output "${name}" of "${key}" is not of the type ${output.type}.`);
  }
  return given;
}

/** Runs actions by hand; the log is kept in memory. */
export function createAutomation(
  manifest: Manifest,
  functions: Functions,
  clock: Clock,
): Automation {
  const runs: ActionRun[] = [];

  async function outcome(action: ActionModule, user: SiteUser, inputs: Inputs) {
    try {
      const answer = await functions.run(action.function, inputs, {
        moduleKey: action.key,
        moduleType: 'core:action',
        accountId: user.accountId,
      });
      const refused = refusal.safeParse(answer);
      if (refused.success)
        return { errors: refused.data.errors.map(({ message }) => message), outputs: {} };
      return { errors: [], outputs: checkedOutputs(action, answer) };
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      // What was thrown stays in the app's own log.
      return { errors: ['The app failed to run this action.'], outputs: {} };
    }
  }

  return {
    async run(user, actionKey, given) {
      const action = manifest.actions.find(({ key }) => key === actionKey);
      if (!action) throw new ActionError(`The manifest offers no action "${actionKey}" to rules.`);
      const inputs = checkedInputs(action, given);
      const at = clock.now();
      const { errors, outputs } = await outcome(action, user, inputs);
      const run: ActionRun = {
        ...{ at, action: actionKey, user: user.displayName, inputs, errors, outputs },
        status: errors.length > 0 ? 'failure' : 'success',
      };
      runs.unshift(run);
      runs.length = Math.min(runs.length, LOG_LENGTH);
      return run;
    },
    log: () => runs,
    clear() {
      runs.length = 0;
    },
  };
}
