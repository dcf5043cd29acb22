// The items that were not saved, each with its reason.
import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import { ItemLink } from '../../../../components/text-link';
import { useFormat } from '../../../../components/reader';
import { fill } from '../../../../format';
import { common } from '../../../../messages/common';
import { lane as text } from '../../../../messages/project-lane';
import { CAPTION, CELL, HEAD, PLAIN, SMALL, TABLE } from './table-style';
import type { Failed } from './lane-run';

/** Rows until somebody asks for all. */
const FIRST = 20;

function Row({ failed: { step, refusal } }: { failed: Failed }) {
  const { key, summary } = step.item;
  return (
    <tr>
      <th scope="row" style={CELL}>
        <span style={SMALL}>{key}</span>
        <ItemLink itemKey={key} alone>
          {summary || key}
        </ItemLink>
      </th>
      <td style={CELL}>
        {refusal.reason}
        {refusal.requestId ? (
          <span style={SMALL}>{fill(common.errors.reference, { id: refusal.requestId })}</span>
        ) : null}
      </td>
    </tr>
  );
}

export function FailedTable({ failed }: { failed: readonly Failed[] }) {
  const format = useFormat();
  const [all, setAll] = useState(false);
  if (failed.length === 0) return null;
  const rows = all ? failed : failed.slice(0, FIRST);
  return (
    <Stack space="space.100">
      <table style={TABLE}>
        <caption style={CAPTION}>{text.run.failedTitle}</caption>
        <thead style={PLAIN}>
          <tr>
            <th scope="col" style={HEAD}>
              {text.failedColumn.item}
            </th>
            <th scope="col" style={HEAD}>
              {text.failedColumn.reason}
            </th>
          </tr>
        </thead>
        <tbody style={PLAIN}>
          {rows.map((one) => (
            <Row key={one.step.item.id} failed={one} />
          ))}
        </tbody>
      </table>
      {rows.length < failed.length ? (
        <Inline>
          <Button spacing="compact" onClick={() => setAll(true)}>
            {fill(text.run.showAll, { count: format.number(failed.length) })}
          </Button>
        </Inline>
      ) : null}
    </Stack>
  );
}
