// Loads the item; until then placeholders of about the height of what will stand there.
import { token } from '@atlaskit/tokens';
import { Failure, troubleOf } from '../../components/failure';
import { Stack } from '../../components/layout';
import { SkeletonStack } from '../../components/skeleton';
import { item } from '../../messages/item';
import { ItemBody } from './item-body';
import { PanelHead } from './panel-head';
import { useItem } from './use-item';
import { itemModel } from './view-model';

interface ItemPageProps {
  itemId: string;
  /** Who reads it, as Jira says. */
  account: string | undefined;
  narrow: boolean;
  /** The clock, milliseconds. */
  now: () => number;
}

export function ItemPage({ itemId, account, narrow, now }: ItemPageProps) {
  const loader = useItem(itemId, account, now);
  const { loading } = loader;
  return (
    <div style={{ padding: narrow ? token('space.100') : token('space.200') }}>
      {loading.kind === 'ready' ? (
        <ItemBody
          item={loader}
          loaded={loading}
          model={itemModel(loading.data, loading.at)}
          narrow={narrow}
        />
      ) : (
        <Stack space="space.200">
          <PanelHead />
          {loading.kind === 'failed' ? (
            <Failure
              trouble={troubleOf(loading.error)}
              title={item.loadFailed}
              onRetry={loader.reload}
            />
          ) : (
            <SkeletonStack heights={['64px', '96px', '36px']} />
          )}
        </Stack>
      )}
    </div>
  );
}
