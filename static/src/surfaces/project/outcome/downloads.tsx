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
import { outcome } from '../../../messages/project-outcome';
import type { ListedItem } from '../gather/listed-item';
import { isKnown } from '../gather/number-state';
import { itemColumns, itemRows } from './item-rows';
import { NUMBER_COLUMNS, numberRows } from './number-rows';
import type { OutcomeTabProps } from './outcome-tab';
import { useEstimatedItems } from './use-estimated-items';
import type { StreamRows } from './use-stream-rows';
import { Small } from './words';

const text = files.output;
const CSV = 'text/csv';

/** What is counted and not listed has no items to put into a file. */
export function Downloads(props: OutcomeTabProps & { shown: StreamRows }) {
  const { where, project, projectKey, address, today, model, types, shown, change } = props;
  const { from, to } = address;
  const { report, streams, narrowing } = model;
  const { items, numbers, mode } = report;
  const name = (message: string) => fill(message, { key: projectKey, from, to });
  const saveNumbers = () => {
    const { goal, stream, type, label } = narrowing;
    const unit = report.effort?.unit;
    const rows = numberRows({
      days: { from, to },
      filter: {
        goal: project.goals.find(({ id }) => id === goal)?.achieve ?? goal ?? null,
        stream:
          stream === NO_STREAM
            ? below.streams.none
            : (streams.find(({ id }) => id === stream)?.name ?? stream ?? null),
        type: types.find(({ id }) => id === type)?.name ?? type ?? null,
        label: label ?? null,
      },
      weight: unit ? outcome.filter.units[unit] : outcome.filter.weights.count,
      numbers,
      goals: project.goals,
      streams: shown.rows,
      backlog: shown.backlog,
      today,
      oldDays: project.rules.flagAfterDays,
    });
    downloadText(name(text.fileNumbers), csvText(NUMBER_COLUMNS, rows), CSV);
  };
  const [wanted, setWanted] = useState(false);
  const [failed, setFailed] = useState(false);
  const estimated = useEstimatedItems(where, model, wanted);
  const save = useRef<(rows: readonly ListedItem[]) => void>(() => undefined);
  save.current = (rows) => {
    const { unit } = estimated;
    const cells = itemRows(rows, { frame: where.frame, zone: where.zone, unit });
    downloadText(name(text.fileItems), csvText(itemColumns(unit), cells), CSV);
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
