// The rows of one part of the record, with the way to take back what stands.
import { Button } from '../../../../components/button';
import { useFormat } from '../../../../components/reader';
import { SCROLLER } from '../../../../components/scroller';
import { ItemLink } from '../../../../components/text-link';
import { fill, type Format } from '../../../../format';
import { killLog as text } from '../../../../messages/project-kill-log';
import { BOX, CELL, HEAD, PLAIN, SMALL_BLOCK, TABLE } from '../../../../components/table-style';
import type { LogKind, LogRow } from './log-rows';
import type { ItemNames } from '../item-names';

/** Gives the name of an account; null while it is not known. */
export type NameOf = (accountId: string) => string | null;

export const whoWords = (accountId: string, nameOf: NameOf): string =>
  accountId === '' ? text.app : (nameOf(accountId) ?? text.unknown);

function endedWords({ ended, decided }: LogRow, nameOf: NameOf, format: Format): string {
  if (!ended) return decided.kind === 'fix' ? '' : text.stands;
  const values = { who: whoWords(ended.by, nameOf), when: format.instant(ended.at) };
  return fill(text.ended[ended.how], values);
}

function kindWords({ decided: { kind, until, offered } }: LogRow, format: Format): string {
  const said =
    until === undefined
      ? text.kind[kind]
      : fill(text.until, { kind: text.kind[kind], day: format.day(until) });
  return offered ? fill(text.offered, { said }) : said;
}

interface LogTableProps {
  kind: LogKind;
  rows: readonly LogRow[];
  names: ItemNames;
  nameOf: NameOf;
  mayDecide: boolean;
  chosen: ReadonlySet<string>;
  choose: (itemId: string, on: boolean) => void;
  takeBack: (row: LogRow) => void;
}

export function LogTable(props: LogTableProps) {
  const { kind, rows, names, nameOf, mayDecide, chosen, choose, takeBack } = props;
  const format = useFormat();
  const { column } = text;
  const heads = [column.item, column.kind, column.reason, column.by, column.ended];
  return (
    <div style={SCROLLER}>
      <table aria-label={text.title[kind]} style={{ ...TABLE, minWidth: '680px' }}>
        <colgroup>
          <col style={{ width: '28%' }} />
          <col style={{ width: '19%' }} />
        </colgroup>
        <thead style={PLAIN}>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" style={HEAD}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows.map((row) => {
            const { itemId, decided, standing } = row;
            const name = names.get(itemId);
            const key = { key: name?.key ?? itemId };
            const can = standing !== null && mayDecide && name !== undefined;
            return (
              <tr key={row.id}>
                <th scope="row" style={CELL}>
                  <span style={SMALL_BLOCK}>
                    {can ? (
                      <input
                        type="checkbox"
                        style={{ ...BOX, verticalAlign: 'middle' }}
                        aria-label={fill(text.select, key)}
                        checked={chosen.has(itemId)}
                        onChange={(event) => choose(itemId, event.target.checked)}
                      />
                    ) : null}{' '}
                    {name?.key ?? '…'}
                  </span>
                  {name ? (
                    <ItemLink itemKey={name.key} alone>
                      {name.summary || name.key}
                    </ItemLink>
                  ) : null}
                </th>
                <td style={CELL}>
                  {kindWords(row, format)}
                  <span style={SMALL_BLOCK}>{format.instant(decided.at)}</span>
                </td>
                <td style={CELL}>{decided.reason}</td>
                <td style={CELL}>
                  {whoWords(decided.by, nameOf)}
                  <span style={SMALL_BLOCK}>{decided.forum}</span>
                </td>
                <td style={CELL}>
                  {endedWords(row, nameOf, format)}{' '}
                  {can ? (
                    <Button
                      spacing="compact"
                      label={fill(decided.kind === 'kill' ? text.takeBackFor : text.nowFor, key)}
                      onClick={() => takeBack(row)}
                    >
                      {decided.kind === 'kill' ? text.takeBack : text.now}
                    </Button>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
