// The order of a goal's items, each with its reason and its place in Jira's rank.
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import type { GoalView } from '../../../../../../src/contract/goals';
import type { Ordered } from '../../../../../../src/domain/order';
import { useFormat } from '../../../../components/reader';
import { SCROLLER } from '../../../../components/scroller';
import { fill } from '../../../../format';
import { order as text } from '../../../../messages/project-order';
import { CAPTION, CELL, HEAD, PLAIN, SMALL_BLOCK, TABLE } from '../../../../components/table-style';
import { ItemName } from '../../item-name';
import type { EffortUnit } from '../../gather/effort';
import type { GoalItem } from './goal-items';
import { targetOf } from './move';
import { effortWords, ordinal, reasonOf } from './reason';
import type { Moves } from './use-moves';

const WIDTHS = {
  place: '7%',
  item: '28%',
  expected: '15%',
  effort: '11%',
  reason: '19%',
  rank: '20%',
} as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];

interface OrderTableProps {
  ordered: readonly Ordered<GoalItem>[];
  goal: GoalView;
  unit: EffortUnit | null;
  /** Null where Jira knows no rank. */
  moves: Moves | null;
}

function RankCell({
  itemKey,
  keys,
  moves,
}: {
  itemKey: string;
  keys: readonly string[];
  moves: Moves;
}) {
  const format = useFormat();
  const { rank, made, busy, refused } = moves;
  const target = targetOf(itemKey, keys, rank);
  const last = made[made.length - 1];
  const moved = made.find(({ key }) => key === itemKey);
  return (
    <Stack space="space.050" alignInline="start">
      <span>{fill(text.place, { place: ordinal(rank.indexOf(itemKey) + 1, format) })}</span>
      {moved ? <span style={SMALL_BLOCK}>{fill(text.moved, { key: moved.above })}</span> : null}
      {last?.key === itemKey && last.back ? (
        <Button
          spacing="compact"
          isDisabled={busy !== null}
          aria-label={fill(text.undoFor, { key: itemKey })}
          onClick={moves.undo}
        >
          {text.undo}
        </Button>
      ) : null}
      {target === null ? null : (
        <Button
          spacing="compact"
          isDisabled={busy !== null || refused !== null}
          aria-label={fill(text.moveFor, { key: itemKey, target })}
          onClick={() => moves.move(itemKey, target)}
        >
          {busy === itemKey ? text.moving : text.move}
        </Button>
      )}
    </Stack>
  );
}

function Row({
  entry,
  index,
  keys,
  goal,
  unit,
  moves,
}: Omit<OrderTableProps, 'ordered'> & {
  entry: Ordered<GoalItem>;
  index: number;
  keys: readonly string[];
}) {
  const format = useFormat();
  const { key, summary, answer, effort } = entry.item;
  return (
    <tr>
      <td style={CELL}>{format.number(index + 1)}</td>
      <th scope="row" style={CELL}>
        <ItemName itemKey={key} summary={summary} />
      </th>
      <td style={CELL}>
        {format.change(answer.delta ?? 0, goal.unit)}
        <span style={SMALL_BLOCK}>{fill(text.share, { share: format.share(entry.share) })}</span>
      </td>
      <td style={CELL}>
        {effort === null || unit === null ? text.noEffort : effortWords(effort, unit, format)}
      </td>
      <td style={CELL}>{reasonOf(entry, { first: index === 0, unit }, format)}</td>
      <td style={CELL}>{moves ? <RankCell itemKey={key} keys={keys} moves={moves} /> : '–'}</td>
    </tr>
  );
}

export function OrderTable({ ordered, goal, unit, moves }: OrderTableProps) {
  const keys = ordered.map(({ item }) => item.key);
  return (
    // The links inside make the part that scrolls reachable by keyboard.
    <div style={SCROLLER}>
      <table style={{ ...TABLE, minWidth: '720px' }}>
        <caption style={CAPTION}>{unit === null ? text.captionShare : text.caption}</caption>
        <thead style={PLAIN}>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" style={{ ...HEAD, width: WIDTHS[name] }}>
                {text.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {ordered.map((entry, index) => (
            <Row
              key={entry.item.id}
              entry={entry}
              index={index}
              keys={keys}
              goal={goal}
              unit={unit}
              moves={moves}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
