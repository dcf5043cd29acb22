// What counts as blocked: the project's condition, or Jira's flag where the site has it.
import { useEffect, useState } from 'react';
import { parseRequest, refusalsIn } from '../../../../../../src/contract/parse-clauses';
import { USUAL_BLOCKED, type Rules } from '../../../../../../src/domain/rules';
import type { Where } from '../../use-numbers';

export type Blocked =
  | { kind: 'asking' }
  /** The project counts nothing as blocked, or the site has no flag. */
  | { kind: 'none'; usual: boolean }
  | { kind: 'refused'; why: string }
  | { kind: 'failed' }
  | { kind: 'known'; jql: string };

const ASKING: Blocked = { kind: 'asking' };

export function useBlocked(
  openCalls: Where['openCalls'],
  { blocked }: Pick<Rules, 'blocked'>,
): Blocked {
  const [found, setFound] = useState<Blocked>(ASKING);
  useEffect(() => {
    if (blocked === '') {
      setFound({ kind: 'none', usual: false });
      return;
    }
    let alive = true;
    const clauses = [blocked ?? USUAL_BLOCKED];
    const calls = openCalls();
    const ask = async (): Promise<Blocked> => {
      const [why] = refusalsIn(await calls.jira('parseJql', parseRequest(clauses)), clauses);
      if (!why) return { kind: 'known', jql: clauses[0] ?? '' };
      return blocked === null ? { kind: 'none', usual: true } : { kind: 'refused', why };
    };
    ask().then(
      (now) => alive && setFound(now),
      () => alive && setFound({ kind: 'failed' }),
    );
    return () => {
      alive = false;
      calls.leave();
    };
  }, [openCalls, blocked]);
  return found;
}
