// `invoke` of the bridge: calls the resolver of a module as one user.
import type { SiteUser } from '../jira/api';
import type { Manifest, UiModule } from '../manifest';
import { FunctionError, LIMITS, type Functions } from './functions';

/** What the page gets as a rejected promise; the text is what Forge puts around a failure. */
export class InvokeError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'InvokeError';
  }
}

export interface InvokeRequest {
  user: SiteUser;
  module: UiModule;
  /** Name of the resolver definition. */
  procedure: string;
  payload: unknown;
  context: object;
}

/** Gives what the bridge would give to the page. @throws InvokeError */
export async function invoke(functions: Functions, request: InvokeRequest): Promise<unknown> {
  const { user, module, procedure, payload, context } = request;
  const functionKey = module.resolver?.function;
  if (!functionKey) throw new InvokeError(400, `The module "${module.key}" has no resolver.`);
  const body = { call: { functionKey: procedure, payload }, context };
  if (Buffer.byteLength(JSON.stringify(payload ?? null)) > LIMITS.requestBytes) {
    throw new InvokeError(413, 'The payload of invoke is larger than 500 KB.');
  }
  try {
    const answer = await functions.run(functionKey, body, {
      moduleKey: module.key,
      moduleType: module.type,
      accountId: user.accountId,
      limitSeconds: LIMITS.resolverSeconds,
    });
    // Forge turns an empty answer into an empty object on its way to the page.
    return answer ?? {};
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new InvokeError(500, `There was an error invoking the function - ${error.message}`);
  }
}

/** Looks a module up. @throws InvokeError when the manifest has none with this key. */
export function moduleOf(manifest: Manifest, key: string): UiModule {
  const module = manifest.uiModule(key);
  if (!module) throw new InvokeError(404, `The manifest has no module "${key}" with a page.`);
  return module;
}
