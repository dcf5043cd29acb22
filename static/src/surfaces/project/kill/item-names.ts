// What items are called that are known by their ids alone.
import { useEffect, useState } from 'react';
import { idsJql } from '../../../../../src/adapters/jira/jql';
import type { Where } from '../use-numbers';

export interface ItemName {
  key: string;
  summary: string;
}

const CHUNK = 50;

/** Keys and summaries of items; those that Jira does not give stay unknown. */
export function useItemNames(
  { openCalls }: Pick<Where, 'openCalls'>,
  itemIds: readonly string[],
): ReadonlyMap<string, ItemName> {
  const [names, setNames] = useState<ReadonlyMap<string, ItemName>>(new Map());
  const wanted = [...new Set(itemIds)].filter((id) => !names.has(id)).join(',');
  useEffect(() => {
    if (wanted === '') return;
    const calls = openCalls();
    const ids = wanted.split(',');
    for (let from = 0; from < ids.length; from += CHUNK) {
      const body = {
        jql: idsJql(ids.slice(from, from + CHUNK)),
        fields: ['summary'],
        maxResults: CHUNK,
      };
      calls.jira('search', { body }).then(
        ({ issues }) =>
          setNames(
            (known) =>
              new Map([
                ...known,
                ...issues.map(
                  ({ id, key, fields }) => [id, { key, summary: fields?.summary ?? '' }] as const,
                ),
              ]),
          ),
        () => undefined,
      );
    }
    return () => calls.leave();
  }, [openCalls, wanted]);
  return names;
}
