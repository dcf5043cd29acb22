// Calls a procedure of the app. The answer is an envelope: a value, or a refusal to be shown.
import { invoke } from '@forge/bridge';
import { envelope } from '../../../src/contract/envelope';
import {
  procedures,
  type Output,
  type Payload,
  type ProcedureName,
} from '../../../src/contract/procedures';
import { messages } from '../messages';
import { CallError } from './call-error';

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
    throw new CallError('jira_unavailable', messages.errors.unreachable, { cause });
  }
  const parsed = envelope(procedures[name].output).safeParse(answer);
  if (!parsed.success)
    throw new CallError('internal', messages.errors.unreadable, { cause: parsed.error });
  if (!parsed.data.ok) {
    const { code, message, fields, details, requestId } = parsed.data.error;
    throw new CallError(code, message, { fields, details, requestId });
  }
  return parsed.data.data as Output<N>;
}
