// The items of a run over many that were not done, each with its reason.
import { useState } from 'react';
import { Button } from '../../../components/button';
import { Inline, Stack } from '../../../components/layout';
import { useFormat } from '../../../components/reader';
import { CAPTION, CELL, HEAD, PLAIN, SMALL_BLOCK, TABLE } from '../../../components/table-style';
import { fill } from '../../../format';
import { common } from '../../../messages/common';
import { pager } from '../../../messages/project-pager';
import { ItemName } from '../item-name';

export interface FailedItem {
  id: string;
  key: string;
  summary: string;
  reason: string | undefined;
  /** To be quoted when asking for help; empty where there is none. */
  requestId: string | undefined;
}

function Row({ failed: { key, summary, reason, requestId } }: { failed: FailedItem }) {
  return (
    <tr>
      <th scope="row" style={CELL}>
        <ItemName itemKey={key} summary={summary} />
      </th>
      <td style={CELL}>
        {reason}
        {requestId ? (
          <span style={SMALL_BLOCK}>{fill(common.errors.reference, { id: requestId })}</span>
        ) : null}
      </td>
    </tr>
  );
}

interface FailedTableProps {
  title: string;
  heads: { item: string; reason: string };
  failed: readonly FailedItem[];
  /** Rows until somebody asks for all. */
  first: number;
}

/** Nothing is drawn when nothing failed. */
export function FailedTable({ title, heads, failed, first }: FailedTableProps) {
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (failed.length === 0) return null;
  const rows = all ? failed : failed.slice(0, first);
  return (
    <Stack space="space.100">
      <table style={TABLE}>
        <caption style={CAPTION}>{title}</caption>
        <thead style={PLAIN}>
          <tr>
            <th scope="col" style={HEAD}>
              {heads.item}
            </th>
            <th scope="col" style={HEAD}>
              {heads.reason}
            </th>
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows.map((one) => (
            <Row key={one.id} failed={one} />
          ))}
        </tbody>
      </table>
      {rows.length < failed.length ? (
        <Inline space="space.100">
          <Button spacing="compact" onClick={() => setAll(true)}>
            {fill(pager.all, { count: format.number(failed.length) })}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
