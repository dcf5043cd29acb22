// Looks for people by the beginning of their name, as the reader, a moment after the last key.
import { useCallback, useEffect, useState } from 'react';
import { jira } from '../../../forge';

const PAUSE = 300;
const FEWEST_LETTERS = 2;
const SHOWN = 8;

export interface Person {
  accountId: string;
  name: string;
}

export type People =
  | { kind: 'idle' }
  | { kind: 'searching' }
  | { kind: 'failed' }
  | { kind: 'found'; people: readonly Person[] };

async function search(query: string): Promise<Person[]> {
  const found = await jira('findUsers', { query: { query, maxResults: SHOWN * 3 } });
  return found
    .filter(({ accountType, active }) => active !== false && (accountType ?? 'atlassian') !== 'app')
    .map(({ accountId, displayName }) => ({ accountId, name: displayName || accountId }))
    .slice(0, SHOWN);
}

export function usePeople(typed: string): { people: People; retry: () => void } {
  const query = typed.trim();
  const [people, setPeople] = useState<People>({ kind: 'idle' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (query.length < FEWEST_LETTERS) {
      setPeople({ kind: 'idle' });
      return;
    }
    let alive = true;
    setPeople({ kind: 'searching' });
    const timer = setTimeout(() => {
      search(query).then(
        (found) => alive && setPeople({ kind: 'found', people: found }),
        () => alive && setPeople({ kind: 'failed' }),
      );
    }, PAUSE);
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [query, round]);
  return { people, retry: useCallback(() => setRound((before) => before + 1), []) };
}
