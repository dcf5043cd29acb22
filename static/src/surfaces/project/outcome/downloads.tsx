// The numbers and the items as files, and the way to the page for print.
import { useEffect, useRef, useState } from 'react';
import { NO_STREAM } from '../../../../../src/domain/filter';
import { Button } from '../../../components/button';
import { FieldError } from '../../../components/field';
import { Inline, Stack } from '../../../components/layout';
import { csvText } from '../../../csv';
import { downloadText } from '../../../forge/download';
import { fill } from '../../../format';
import { below } from '../../../messages/project-below';
import { files } from '../../../messages/project-files';
import type { ListedItem } from '../gather/listed-item';
import { isKnown } from '../gather/number-state';
import { ITEM_COLUMNS, itemRows } from './item-rows';
import { NUMBER_COLUMNS, numberRows } from './number-rows';
import type { OutcomeTabProps } from './outcome-tab';
import { useEstimatedItems } from './use-estimated-items';
import { Small } from './words';

const text = files.output;
const CSV = 'text/csv';

/** What is counted and not listed has no items to put into a file. */
export function Downloads({ where, project, projectKey, address, model, change }: OutcomeTabProps) {
  const { from, to } = address;
  const { report, streams } = model;
  const { items, numbers, mode } = report;
  const name = (message: string) => fill(message, { key: projectKey, from, to });
  const saveNumbers = () => {
    const rows = numberRows({
      days: { from, to },
      numbers,
      goals: project.goals,
      streams: [
        ...streams.map(({ id, name: stream }) => ({ id, name: stream })),
        ...(streams.length > 0 ? [{ id: NO_STREAM, name: below.streams.none }] : []),
      ],
    });
    downloadText(name(text.fileNumbers), csvText(NUMBER_COLUMNS, rows), CSV);
  };
  const [wanted, setWanted] = useState(false);
  const [failed, setFailed] = useState(false);
  const estimated = useEstimatedItems(where, model, wanted);
  const save = useRef<(rows: readonly ListedItem[]) => void>(() => undefined);
  save.current = (rows) => {
    const cells = itemRows(rows, { frame: where.frame, zone: where.zone });
    downloadText(name(text.fileItems), csvText(ITEM_COLUMNS, cells), CSV);
  };
  const ready = estimated.items;
  useEffect(() => {
    if (!wanted || (!ready && !estimated.failed)) return;
    setWanted(false);
    setFailed(!ready);
    if (ready) save.current(ready);
  }, [wanted, ready, estimated.failed]);
  const askItems = () => {
    setFailed(false);
    setWanted(true);
  };
  return (
    <Stack space="space.050">
      <Inline space="space.100">
        <Button isDisabled={!isKnown(numbers.output)} onClick={saveNumbers}>
          {text.numbers}
        </Button>
        <Button isDisabled={items === null} isLoading={wanted} onClick={askItems}>
          {text.items}
        </Button>
        <Button onClick={() => change({ view: 'print' })}>{text.print}</Button>
      </Inline>
      {mode === 'counted' ? <Small>{text.itemsCounted}</Small> : null}
      <FieldError id="files-error" message={failed ? text.itemsFailed : undefined} />
      {items === null && mode !== 'counted' ? <Small faint>{text.wait}</Small> : null}
    </Stack>
  );
}
