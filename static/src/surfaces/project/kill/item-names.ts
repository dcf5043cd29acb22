// What items are called that are known by their ids alone.
import { useEffect, useState } from 'react';
import { idParts, readByIds } from '../gather/by-id';
import type { Where } from '../use-numbers';

interface ItemName {
  key: string;
  summary: string;
}

/** Null for an item that is gone or hidden. */
export type ItemNames = ReadonlyMap<string, ItemName | null>;

/** Keys and summaries of items; those that could not be asked for stay unknown. */
export function useItemNames(
  { openCalls }: Pick<Where, 'openCalls'>,
  itemIds: readonly string[],
): ItemNames {
  const [names, setNames] = useState<ItemNames>(new Map());
  const wanted = [...new Set(itemIds)].filter((id) => !names.has(id)).join(',');
  useEffect(() => {
    if (wanted === '') return;
    const calls = openCalls();
    for (const part of idParts(wanted.split(','))) {
      readByIds(calls.jira, part).then(
        (issues) =>
          setNames(
            (known) =>
              new Map([
                ...known,
                ...part.map((id) => [id, null] as const),
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
