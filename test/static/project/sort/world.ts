// An app that sorts, for the sorter: it keeps what is sorted and fails as it is told.
import type { Output, Payload } from '../../../../src/contract/procedures';
import type { Sorting } from '../../../../src/domain/sort';
import { CallError } from '../../../../static/src/forge';
import { createSorter } from '../../../../static/src/surfaces/project/sort/sorter';

export type Refusal = 'lost' | 'busy' | 'gone' | 'forbidden' | 'unreachable';

interface Stood {
  sort: Sorting | null;
  seen: string | null;
  rev: number;
}

/** Lets so many promises settle. */
export const turns = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await Promise.resolve();
};

/** An app that keeps what is sorted, refuses what is not up to date, and fails as it is told. */
export function world(refuse: (itemId: string, nth: number) => Refusal | null = () => null) {
  const kept = new Map<string, Stood>();
  const calls: string[] = [];
  let clock = 0;
  let running = 0;
  let most = 0;
  const stood = (itemId: string): Stood => kept.get(itemId) ?? { sort: null, seen: null, rev: 0 };
  const answer = (itemId: string, { sort, seen, rev }: Stood): Output<'sort.give'> => ({
    answer: sort && {
      v: 1,
      why: sort === 'moved' ? 'move' : sort === 'tested' ? 'test' : 'run',
      state: sort === 'run' ? 'answered' : 'half',
      when: 'sorted',
      ...(sort === 'run' && { answered: '2026-11-02' as const }),
    },
    seen,
    result: rev === 0 ? null : { itemId, rev, given: null, written: true, earlier: [], later: [] },
  });
  async function write(
    itemId: string,
    said: { seen: string | null; rev: number },
    sort: Sorting | null,
  ): Promise<Output<'sort.give'>> {
    calls.push(itemId);
    const nth = calls.filter((id) => id === itemId).length;
    most = Math.max(most, (running += 1));
    await turns(7);
    running -= 1;
    const kind = refuse(itemId, nth);
    if (kind === 'busy')
      throw new CallError('rate_limited', 'Busy', { details: { retryAfter: 5 } });
    if (kind === 'gone') throw new CallError('not_found', 'Gone');
    if (kind === 'forbidden') throw new CallError('forbidden', 'No');
    if (kind === 'unreachable') throw new CallError('jira_unavailable', 'Away');
    const now = stood(itemId);
    if (said.seen !== now.seen) {
      const { answer: found } = answer(itemId, now);
      const details = {
        seen: now.seen,
        found: found ? { kind: 'value', answer: found } : { kind: 'none' },
      };
      throw new CallError('conflict', 'Changed', { details });
    }
    if (said.rev !== now.rev)
      throw new CallError('conflict', 'Changed', { details: answer(itemId, now).result });
    if (sort === null && now.sort === null)
      throw new CallError('invalid_input', 'Not sorted', { reason: 'not_sorted' });
    const next = { sort, seen: sort && `${sort} ${nth}`, rev: now.rev + 1 };
    kept.set(itemId, next);
    if (kind === 'lost') throw new CallError('jira_unavailable', 'Away');
    return answer(itemId, next);
  }
  const sorter = createSorter({
    give: (payload: Payload<'sort.give'>) => write(payload.itemId, payload, payload.sort),
    undo: (payload: Payload<'sort.undo'>) => write(payload.itemId, payload, null),
    now: () => clock,
    sleep: async (ms) => {
      await turns(7);
      clock += ms;
    },
  });
  return { sorter, stood, calls, most: () => most };
}
