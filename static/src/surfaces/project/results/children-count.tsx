// How many finished items a bet's result speaks for; opens them.
import { useMemo } from 'react';
import { Skeleton } from '../../../components/skeleton';
import { useFormat } from '../../../components/reader';
import { JqlLink } from '../../../components/text-link';
import { results as text } from '../../../messages/project-results';
import { useCounts, type Where } from '../use-numbers';
import type { ResultRow } from './result-row';
import { childrenJql } from './results-search';

/** Nothing for items of the standard level: their parts are sub-tasks, which are not counted. */
export function ChildrenCount({ where, row }: { where: Where; row: ResultRow }) {
  const format = useFormat();
  const jql = useMemo(() => childrenJql(where, row.id), [where, row.id]);
  const isParent = row.facts.level > 0;
  const sums = useMemo(() => (isParent ? { children: { plus: [jql] } } : null), [isParent, jql]);
  const { numbers } = useCounts<'children'>(where.openCalls, sums);
  if (!isParent) return null;
  const { children } = numbers;
  if (children?.kind === 'failed') return <span>{text.row.childrenFailed}</span>;
  if (children?.kind !== 'known') return <Skeleton width="8ch" height="1em" />;
  if (children.value === 0) return <span>{text.row.noChildren}</span>;
  return <JqlLink jql={jql}>{format.plural(text.row.children, children.value)}</JqlLink>;
}
