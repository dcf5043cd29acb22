// Names of people, resolved when they are shown; ids are all that is kept.
import { useCallback, useEffect, useState } from 'react';
import { peopleOf, type Gone } from './lists';

interface Known {
  name: string | null;
  gone: Gone | null;
}

export interface KnownPeople {
  /** Null while it is not known, and for those that Jira does not give. */
  nameOf: (accountId: string) => string | null;
  /** Null while that is not known, and for those who can be reached. */
  goneOf: (accountId: string) => Gone | null;
}

/** Names that are known stay while others are asked for. */
export function useKnownPeople(accountIds: readonly string[]): KnownPeople {
  const [names, setNames] = useState<ReadonlyMap<string, Known>>(new Map());
  const wanted = [...new Set(accountIds)].filter((id) => id !== '' && !names.has(id)).sort();
  const key = wanted.join(',');
  useEffect(() => {
    if (key === '') return;
    let current = true;
    const asked = key.split(',');
    void peopleOf(asked).then((found) => {
      if (!current) return;
      const known = (id: string): Known => ({
        name: found.names.get(id) ?? null,
        gone: found.gone.get(id) ?? null,
      });
      const answers = asked.map((id) => [id, known(id)] as const);
      setNames((before) => new Map([...before, ...answers]));
    });
    return () => {
      current = false;
    };
  }, [key]);
  const nameOf = useCallback((accountId: string) => names.get(accountId)?.name ?? null, [names]);
  const goneOf = useCallback((accountId: string) => names.get(accountId)?.gone ?? null, [names]);
  return { nameOf, goneOf };
}

/** Gives the name of an account; null while it is not known, and for those that Jira does not give. */
export const useNames = (accountIds: readonly string[]): KnownPeople['nameOf'] =>
  useKnownPeople(accountIds).nameOf;
