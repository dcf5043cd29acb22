// The item's panel (wide) and context (narrow): one question, its answer, the result once it is out.
import { ErrorNote } from '../../components/error-note';
import { common } from '../../messages/common';
import type { SurfaceProps } from '../../surface';
import { ItemPage } from './item-page';

const now = (): number => Date.now();

export function ItemSurface({ context }: SurfaceProps) {
  const { moduleKey, accountId, extension } = context;
  if (!extension.issue) return <ErrorNote text={common.errors.noSubject} />;
  return (
    <ItemPage
      key={extension.issue.id}
      itemId={extension.issue.id}
      account={accountId}
      narrow={moduleKey !== 'ladder-panel'}
      now={now}
    />
  );
}
