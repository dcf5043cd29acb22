// A page of the parents with two counts each.
import { useMemo } from 'react';
import { useCounts, type Where } from '../../use-numbers';
import { usePages } from '../use-pages';
import {
  childrenJql,
  readLingering,
  type ChildCount,
  type LingeringPlace,
} from './lingering-search';

/** `place` has to stay the same object for as long as the same is asked. */
export function useLingering(where: Where, place: LingeringPlace) {
  const pages = usePages(where, place, readLingering);
  const { rows } = pages;
  const searches = useMemo(
    () =>
      Object.fromEntries(
        (rows ?? []).flatMap(({ id }) =>
          Object.entries(childrenJql(place, id)).map(([name, jql]) => [`${name}.${id}`, jql]),
        ),
      ),
    [rows, place],
  );
  const sums = useMemo(
    () =>
      Object.fromEntries(Object.entries(searches).map(([name, jql]) => [name, { plus: [jql] }])),
    [searches],
  );
  const counts = useCounts<string>(where.openCalls, sums);
  return {
    ...pages,
    number: (name: ChildCount, id: string) => counts.numbers[`${name}.${id}`],
    jql: (name: ChildCount, id: string) => searches[`${name}.${id}`] ?? null,
    recount: (name: ChildCount, id: string) => counts.retry(`${name}.${id}`),
  };
}
