// One item of the table.
import { useRef, type KeyboardEvent } from 'react';
import { dayOf } from '../../../../../src/domain/days';
import { ItemLink } from '../../../components/text-link';
import { useFormat } from '../../../components/reader';
import { BOX, CELL, SMALL_BLOCK } from '../../../components/table-style';
import { fill } from '../../../format';
import { sort } from '../../../messages/project-sort';
import { sortTable } from '../../../messages/project-sort-table';
import { keyAct, moveFocus } from '../backlog/lane/keys';
import { cardKey, type CardKey } from './card-keys';
import { LookButton } from './look-button';
import type { SortItem } from './sort-item';

const text = sortTable.table;

export interface SortRowProps {
  item: SortItem;
  /** What became of its save, or what is suggested. */
  state: string;
  /** Offers to look at the item afresh; null where that would show nothing new. */
  look: { isLooking: boolean; onLook: (item: SortItem) => void } | null;
  /** There is no room for all columns: parent and day stand below the item. */
  narrow: boolean;
  chosen: boolean;
  /** Whether it can be chosen. */
  open: boolean;
  onChoose: (item: SortItem, on: boolean, range: boolean) => void;
  onKey: (item: SortItem, key: Exclude<CardKey, { act: 'skip' }>) => void;
}

export function SortRow(props: SortRowProps) {
  const { item, state, look, narrow, chosen, open, onChoose, onKey } = props;
  const format = useFormat();
  // A change does not say which keys were held; the click before it does.
  const shift = useRef(false);
  const { facts, summary, typeName, parent } = item;
  const finished = format.day(dayOf(facts.categoryChanged, format.timeZone));
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = keyAct(event);
    const key = cardKey(event);
    if (move === 'next' || move === 'previous')
      moveFocus(event.currentTarget, move === 'next' ? 1 : -1);
    else if (key && key.act !== 'skip') onKey(item, key);
    else return;
    event.preventDefault();
  };
  const parentLink = parent ? (
    <ItemLink itemKey={parent.key} alone>
      {`${parent.key} ${parent.summary}`.trim()}
    </ItemLink>
  ) : (
    <span style={SMALL_BLOCK}>{sort.card.noParent}</span>
  );
  return (
    <tr>
      <td style={CELL}>
        <input
          type="checkbox"
          aria-label={fill(text.choose, { key: facts.key })}
          checked={chosen}
          // It keeps the focus, so that the keys go on to the next row and an undo finds it.
          aria-disabled={!open}
          onClick={(event) => (shift.current = event.shiftKey)}
          onChange={(event) => onChoose(item, event.target.checked, shift.current)}
          onKeyDown={press}
          style={BOX}
        />
      </td>
      <th scope="row" style={CELL}>
        <span style={SMALL_BLOCK}>{`${facts.key} · ${typeName}`}</span>
        <ItemLink itemKey={facts.key} alone>
          {summary || facts.key}
        </ItemLink>
        {narrow ? (
          <>
            <div>{parent ? parentLink : null}</div>
            <span style={SMALL_BLOCK}>{finished}</span>
          </>
        ) : null}
      </th>
      <td style={CELL}>
        {state}
        {look ? (
          <div>
            <LookButton item={item} {...look} />
          </div>
        ) : null}
      </td>
      {narrow ? null : (
        <>
          <td style={CELL}>{parentLink}</td>
          <td style={CELL}>{finished}</td>
        </>
      )}
    </tr>
  );
}
