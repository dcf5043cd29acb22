// Names of people, resolved when they are shown; ids are all that is kept.
import { useCallback, useEffect, useState } from 'react';
import { userNames } from './lists';

/**
 * Gives the name of an account; null while it is not known, and for those that Jira does not give.
 * Names that are known stay while others are asked for.
 */
export function useNames(accountIds: readonly string[]): (accountId: string) => string | null {
  const [names, setNames] = useState<ReadonlyMap<string, string | null>>(new Map());
  const wanted = [...new Set(accountIds)].filter((id) => id !== '' && !names.has(id)).sort();
  const key = wanted.join(',');
  useEffect(() => {
    if (key === '') return;
    let current = true;
    const asked = key.split(',');
    void userNames(asked).then((found) => {
      if (!current) return;
      const answers = asked.map((id) => [id, found.get(id) ?? null] as const);
      setNames((known) => new Map([...known, ...answers]));
    });
    return () => {
      current = false;
    };
  }, [key]);
  return useCallback((accountId: string) => names.get(accountId) ?? null, [names]);
}
