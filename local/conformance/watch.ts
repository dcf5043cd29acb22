// Checks what passes against the description and writes down each new fault. Tests run in many
// processes; scripts/check/conformance.mjs reads what all of them wrote.
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { endpoints } from '../../src/adapters/jira/endpoints';
import { look, type Exchange } from './check';
import { readDescription } from './description';
import { EXCEPTIONS, exceptionFor } from './exceptions';
import { INSTEAD } from './instead';

const LOG = path.join(__dirname, '../../node_modules/.cache/ladder/conformance');

export type Watch = (exchange: Exchange) => void;

/** @param folder where the description's files are */
export function createWatch(folder: string): Watch {
  const description = readDescription(folder);
  mkdirSync(LOG, { recursive: true });
  const log = path.join(LOG, `${String(process.pid)}.jsonl`);
  const told = new Set<string>();

  const standingIn = (call: string): string[] => {
    const [method = '', template = ''] = call.split(' ');
    return description.operation(method, template)?.instead ?? [];
  };

  function tell(line: object): void {
    const text = JSON.stringify(line);
    if (told.has(text)) return;
    told.add(text);
    appendFileSync(log, `${text}\n`);
  }

  tell({ exceptions: [...EXCEPTIONS, ...INSTEAD].map(({ id }) => id) });
  tell({ excepted: INSTEAD.map(({ call }) => call).flatMap(standingIn) });
  tell({ endpoints: Object.values(endpoints).map(({ method, path: at }) => `${method} ${at}`) });
  const known = new Set<string>();
  return (exchange) => {
    // At once: nothing says when a test file has made its last call.
    appendFileSync(log, '{"checked":1}\n');
    const { call, faults } = look(description, exchange);
    tell({ call, ...(exchange.status < 400 && { answered: call }) });
    for (const fault of faults) {
      if (known.has(`${call} ${fault.rule}`)) continue;
      known.add(`${call} ${fault.rule}`);
      const exception = exceptionFor(fault);
      if (exception) tell({ excepted: exception.id });
      else tell({ fault });
    }
  };
}
