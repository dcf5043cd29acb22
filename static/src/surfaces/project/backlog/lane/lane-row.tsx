// One item of the lane.
import { useRef, type ChangeEvent, type KeyboardEvent } from 'react';
import { ItemLink } from '../../../../components/text-link';
import { useFormat } from '../../../../components/reader';
import { BOX, CELL, SMALL_BLOCK } from '../../../../components/table-style';
import { fill } from '../../../../format';
import { lane as text } from '../../../../messages/project-lane';
import { ItemName } from '../../item-name';
import { ageInWords } from '../../age';
import { keyAct, moveFocus, type KeyAct } from './keys';
import { isWhole, type LaneItem, type Sentences } from './lane-item';
import type { StepOutcome } from './lane-run';
import { canChoose } from './selection';

export interface RowProps {
  item: LaneItem;
  outcome: StepOutcome | undefined;
  sentences: Sentences;
  /** There is no room for all columns: parent and age stand below the item. */
  narrow: boolean;
  chosen: boolean;
  onChoose: (item: LaneItem, on: boolean, range: boolean) => void;
  onKey: (act: Exclude<KeyAct, 'next' | 'previous'>) => void;
}

/** What is said of an item: what became of its save, else where it stands. */
function stateWords(item: LaneItem, outcome: StepOutcome | undefined): string {
  if (outcome?.kind === 'waiting' || outcome?.kind === 'saving') return text.outcome[outcome.kind];
  if (outcome?.kind === 'failed')
    return fill(text.outcome.failed, { reason: outcome.failure.reason });
  if (isWhole(item)) return text.outcome.whole;
  if (item.standing === 'covered') return fill(text.covered, { key: item.parent?.key ?? '' });
  if (outcome?.kind === 'saved') return text.outcome.half;
  return text.standing[item.standing];
}

function Parent({ item, sentences }: Pick<RowProps, 'item' | 'sentences'>) {
  const { parent } = item;
  if (!parent) return <span style={SMALL_BLOCK}>{text.noParent}</span>;
  return (
    <>
      <ItemLink itemKey={parent.key} alone>
        {`${parent.key} ${parent.summary}`.trim()}
      </ItemLink>
      {sentences.has(parent.id) ? <span style={SMALL_BLOCK}>{text.parentHas}</span> : null}
    </>
  );
}

export function LaneRow(props: RowProps) {
  const { item, outcome, sentences, narrow, chosen, onChoose, onKey } = props;
  const format = useFormat();
  // A change does not say which keys were held; the click before it does.
  const shift = useRef(false);
  const { key, summary, age } = item;
  const change = (event: ChangeEvent<HTMLInputElement>) =>
    onChoose(item, event.target.checked, shift.current);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = keyAct(event);
    if (act === null) return;
    event.preventDefault();
    if (act === 'next' || act === 'previous')
      moveFocus(event.currentTarget, act === 'next' ? 1 : -1);
    else onKey(act);
  };
  return (
    <tr>
      <td style={CELL}>
        <input
          type="checkbox"
          aria-label={fill(text.choose, { key })}
          checked={chosen}
          disabled={!canChoose(item)}
          onClick={(event) => (shift.current = event.shiftKey)}
          onChange={change}
          onKeyDown={press}
          style={BOX}
        />
      </td>
      <th scope="row" style={CELL}>
        <ItemName itemKey={key} summary={summary} />
        {narrow ? (
          <>
            <div>
              <Parent item={item} sentences={sentences} />
            </div>
            <span style={SMALL_BLOCK}>{`${text.column.age}: ${ageInWords(age, format)}`}</span>
          </>
        ) : null}
      </th>
      <td style={CELL}>{stateWords(item, outcome)}</td>
      {narrow ? null : (
        <>
          <td style={CELL}>
            <Parent item={item} sentences={sentences} />
          </td>
          <td style={CELL}>{ageInWords(age, format)}</td>
        </>
      )}
    </tr>
  );
}
