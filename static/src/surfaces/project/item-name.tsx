// An item as rows of lists name it: its key, and below it the summary that leads to it.
import { SMALL_BLOCK } from '../../components/table-style';
import { ItemLink } from '../../components/text-link';

export const ItemName = ({ itemKey, summary }: { itemKey: string; summary: string }) => (
  <>
    <span style={SMALL_BLOCK}>{itemKey}</span>
    <ItemLink itemKey={itemKey} alone>
      {summary || itemKey}
    </ItemLink>
  </>
);
