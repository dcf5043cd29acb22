// Loads the item; until then placeholders of about the height of what will stand there.
import { Box, Stack } from '@atlaskit/primitives/compiled';
import { Failure, troubleOf } from '../../components/failure';
import { SkeletonStack } from '../../components/skeleton';
import { messages } from '../../messages';
import { ItemBody } from './item-body';
import { PanelHead } from './panel-head';
import { useItem } from './use-item';
import { itemModel } from './view-model';

interface ItemPageProps {
  itemId: string;
  narrow: boolean;
  /** The clock, milliseconds. */
  now: () => number;
}

export function ItemPage({ itemId, narrow, now }: ItemPageProps) {
  const item = useItem(itemId, now);
  const { loading } = item;
  return (
    <Box padding={narrow ? 'space.100' : 'space.200'}>
      {loading.kind === 'ready' ? (
        <ItemBody
          item={item}
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
              title={messages.item.loadFailed}
              onRetry={item.reload}
            />
          ) : (
            <SkeletonStack heights={['20px', '64px', '32px']} />
          )}
        </Stack>
      )}
    </Box>
  );
}
