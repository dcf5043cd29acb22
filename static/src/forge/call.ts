// Calls a procedure of the app. The answer is an envelope: a value, or a refusal to be shown.
import { invoke } from '@forge/bridge';
import type { Envelope, Failure } from '../../../src/contract/envelope';
import type { Output, Payload, ProcedureName } from '../../../src/contract/procedures';
import { common } from '../messages/common';
import { textLanguage } from '../words';
import { CallError } from './call-error';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * Whether this is an envelope at all. What it holds was made by the app's own guard from its own
 * types; parsing it once more would cost every page the schemas of all procedures.
 */
function isEnvelope(answer: unknown): answer is Envelope<unknown> {
  if (!isObject(answer)) return false;
  if (answer.ok === true) return isObject(answer.data);
  if (answer.ok !== false || !isObject(answer.error)) return false;
  const { code, message, requestId } = answer.error;
  return [code, message, requestId].every((text) => typeof text === 'string');
}

/** The app says its sentences in English. A refusal is shown in any case, at worst so. */
const worded = async (refusal: Failure): Promise<Failure> =>
  textLanguage() === 'en'
    ? refusal
    : import('./refusals')
        .then(({ inReadersWords }) => inReadersWords(refusal))
        .catch(() => refusal);

/**
 * Runs a procedure and gives its value.
 * @throws {CallError} with the refusal of the procedure; `internal` when the answer cannot be read,
 *   `jira_unavailable` when the call itself did not go through
 */
export async function call<N extends ProcedureName>(
  name: N,
  payload: Payload<N>,
): Promise<Output<N>> {
  let answer: unknown;
  try {
    answer = await invoke(name, payload);
  } catch (cause) {
    throw new CallError('jira_unavailable', common.errors.unreachable, { cause });
  }
  if (!isEnvelope(answer)) throw new CallError('internal', common.errors.unreadable);
  if (!answer.ok) {
    const { code, message, fields, reason, details, requestId } = await worded(answer.error);
    throw new CallError(code, message, { fields, reason, details, requestId });
  }
  return answer.data as Output<N>;
}
